"""Events of pledges."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeInForce(Event):
    """Every leader has signed: from now on receipts name this version of the pledge."""

    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachReported(Event):
    """Somebody says that a promise was broken. `at` is the day, not the moment."""

    breach_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachMoved(Event):
    """A report was answered, repaired or not confirmed."""

    breach_id: int
    fate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIssued(Event):
    """The pledge report of a quarter waits for a staff representative."""

    quarter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackInvited(Event):
    """Somebody asks a team, or everybody, what they could do better. A line is no event: it would tell who."""

    invitation_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAnswered(Event):
    """Whoever asked has answered what they heard: everybody who was asked may read it."""

    invitation_id: int

"""Events of hops."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class HopAsked(Event):
    """Somebody asks for a quick yes or no, or proposes an extraordinary act."""

    hop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HopAnswered(Event):
    """One of those asked said yes, or no because."""

    hop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HopFellSilent(Event):
    """Nobody answered in time."""

    hop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraordinaryActGiven(Event):
    """Something extraordinary was given with a leader's yes: a story, if those in it want one."""

    hop_id: int
    gesture_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBent(Event):
    """Somebody bent a rule for a customer, and is owed a first word of support."""

    bend_id: int

"""Events of refusals."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalKept(Event):
    """A no, a putting off or a handing over is kept: reviewed as often as a gift."""

    refusal_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorAskedFor(Event):
    """A customer asked for a superior."""

    request_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Event):
    """A case was handed to somebody, who has not taken it up yet."""

    handover_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverTakenUp(Event):
    """Whoever was handed a case has it now."""

    handover_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WishMade(Event):
    """Somebody wished they could have done something. Of an anonymous wish it tells the day, not the hour."""

    wish_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondIncidentMarked(Event):
    """A customer came back about how their case was handled."""

    incident_id: int

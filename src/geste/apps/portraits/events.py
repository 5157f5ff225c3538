"""Events of portraits."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Event):
    """Somebody lets a coach see how they use their room to act."""

    consent_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEnded(Event):
    """Somebody lets a coach see nothing any more."""

    consent_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt(Event):
    """Somebody saw what is another's: the person hears of it."""

    look_id: int

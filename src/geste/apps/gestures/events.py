"""Events of gestures."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureGiven(Event):
    """Something was given to a customer and waits to be carried out."""

    gesture_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureDeclined(Event):
    """A gesture was proposed and not given: the charter asks, forbids, or leaves it to the person to act first."""

    decision_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureTakenBack(Event):
    """A gesture was taken back before anything had left the house: it is not to be carried out."""

    gesture_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureSettled(Event):
    """Somebody has looked at what was done first: it is to settle no longer."""

    gesture_id: int

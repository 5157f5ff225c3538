"""Events of execution."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOut(Event):
    """What was promised is done."""

    commitment_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryingOutFailed(Event):
    """What was promised will not happen as it was meant: the money went back to where it came from."""

    commitment_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNeeded(Event):
    """No machine can go on with a promise: somebody looks at it."""

    commitment_id: int

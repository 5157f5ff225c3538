"""Events of cases."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Event):
    """Somebody wrote down what happened."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed(Event):
    """A case ended, one way or another."""

    case_id: int

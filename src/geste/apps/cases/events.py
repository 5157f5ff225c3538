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


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCalled(Event):
    """Somebody pulled the cord: a person may be in danger."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAnswered(Event):
    """Somebody is there, it is over, or the cord was pulled by mistake."""

    case_id: int
    step: str

"""Failures: what somebody promised and could not be carried out, until they have said that they know."""

from collections.abc import Callable
from dataclasses import dataclass

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.execution.models import Commitment
from geste.apps.execution.selectors import failures_to_tell
from geste.interfaces.web.promises.open_ones import name_of
from geste.interfaces.web.promises.words import failure_words


@dataclass(frozen=True, slots=True)
class Failure:
    """One promise that came to nothing, and why."""

    number: int
    name: str
    customer: str
    reference: str
    why: str


def failures(actor: Actor) -> list[Failure]:
    """Return what this person is to be told."""
    return [_failure(promise) for promise in failures_to_tell(actor)]


def failures_on(case: Case, actor: Actor) -> Callable[[], list[Failure]]:
    """Return what this person is to be told of one case, once it is asked for."""
    return lambda: [_failure(promise) for promise in failures_to_tell(actor).filter(gesture__case=case)]


def _failure(promise: Commitment) -> Failure:
    case = promise.gesture.case
    customer, reference = ("", "") if case is None else (case.customer_label or case.reference, case.reference)
    return Failure(promise.pk, name_of(promise.gesture), customer, reference, failure_words(promise.reason))

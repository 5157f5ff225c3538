"""Forget customer: take out of the whole house what says whom a closed case was about. What was given stays."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, Q, QuerySet

from geste.apps.audit.policies import may_forget
from geste.apps.audit.services.forget_subject import forget_subject
from geste.apps.audit.subjects import subject_of_case
from geste.apps.base.actor import Actor
from geste.apps.base.erasing import erasing
from geste.apps.base.events import is_waiting
from geste.apps.base.permission import require
from geste.apps.base.records import take_away, take_out
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case, Status
from geste.apps.cases.policies import may_see
from geste.apps.cases.selectors import case_for_writing
from geste.apps.charters.selectors import charter_of
from geste.apps.execution.models import Commitment
from geste.apps.execution.states import OPEN
from geste.apps.forgetting.columns import DIGESTS, NAMES, OF_THE_CASE, QUESTIONS, REMARKS, WORDS, Columns
from geste.apps.gestures.events import GestureGiven
from geste.apps.gestures.models import Gesture
from geste.apps.practice.models import CustomerConsent, Story
from geste.apps.practice.naming import names_of_customer, unnamed
from geste.apps.practice.services.tell_story import wipe_story
from geste.apps.refusals.models import SecondIncident
from geste.core.decision.forgotten import STRUCK, texts_in, without_texts


class CaseStillOpen(Exception):
    """Somebody still waits for an answer: the case is closed first."""


class PromiseStillOpen(Exception):
    """Something promised to the customer is still under way, and is to reach them first."""


def forget_customer(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Return the case without its customer: names, words and texts are gone, wherever in the house they stood.

    Amounts, entries, receipts, and what each decision rested on in figures stay: the books rest on them. Limits per
    customer count this case no more. Twice is once.

    Raises:
        NotPermitted: the actor does not look after the charter, or may not see the case.
        CaseStillOpen: it is not closed.
        PromiseStillOpen: something that was given has not reached the customer yet.
    """
    with erasing(), transaction.atomic(durable=True):
        case = case_for_writing(case)
        require(may_forget(actor))
        require(may_see(actor, case))
        if case.status == Status.OPEN:
            raise CaseStillOpen
        if _is_under_way(case):
            raise PromiseStillOpen
        return take_customer_out(case, now=now)


def take_customer_out(case: Case, *, now: datetime) -> Case:
    """Take the customer of a case out of every row, inside the caller's transaction.

    For services that ask first who may, and hold the case.
    """
    names = _names_of(case)
    for columns in WORDS:
        _empty(columns, case, left=STRUCK)
    for columns in DIGESTS:
        _empty(columns, case, left="")
    for columns in QUESTIONS:
        _strike_texts(columns, case)
    _take_back_stories(case, now)
    for columns in NAMES:
        _strike_names(columns, case, lambda words: unnamed(words, names))
    for columns in REMARKS:
        _strike_names(columns, case, lambda text: _in_remarks(text, names))
    take_away(SecondIncident.objects.filter(Q(case=case) | Q(first=case)))
    forget_subject(subject=subject_of_case(case.pk), now=now)
    return _emptied(case, now)


def _is_under_way(case: Case) -> bool:
    """Whether something given has not reached the customer: it is being carried out, or soon will be."""
    if Commitment.objects.filter(gesture__case=case, state__in=[state.value for state in OPEN]).exists():
        return True
    given = Gesture.objects.filter(case=case).values_list("pk", flat=True)
    return any(is_waiting(GestureGiven, gesture_id=number) for number in given)


def _emptied(case: Case, now: datetime) -> Case:
    case.customer = case.customer_label = case.words = case.searched_words = case.root_issue_note = ""
    case.searched_name = folded(case.reference)
    case.facts = {}
    case.forgotten_at = case.forgotten_at or now
    case.save(update_fields=[*OF_THE_CASE, "forgotten_at"])
    case.linked.clear()
    return case


def _names_of(case: Case) -> frozenset[str]:
    """What the customer was called: on the case, and in every text that was stated when the charter was asked."""
    stated: set[str] = set()
    for columns in QUESTIONS:
        for row in _asked(columns, case):
            for facts in (row.request["facts"], case.facts):
                stated |= texts_in(charter_of(row.charter_text), facts)
    return names_of_customer(case, stated)


def _empty(columns: Columns, case: Case, *, left: str) -> None:
    """Leave this in the columns; where nothing had been said nothing is there."""
    for name in columns.names:
        numbers = columns.rows_of(case).exclude(**{name: ""}).values_list("pk", flat=True)
        take_out(columns.rows().filter(pk__in=list(numbers)), **{name: left})


def _strike_texts(columns: Columns, case: Case) -> None:
    for row in _asked(columns, case):
        told = without_texts(charter_of(row.charter_text), row.request)
        if told != row.request:
            take_out(columns.rows().filter(pk=row.pk), request=told)


def _asked(columns: Columns, case: Case) -> Iterable[Any]:
    """The rows of a table that keeps what the charter was asked as `request`."""
    return columns.rows_of(case).select_related("charter_text")


def _strike_names(columns: Columns, case: Case, strike: Callable[[str], str]) -> None:
    for row in columns.rows_of(case).distinct():
        said = {name: str(getattr(row, name)) for name in columns.names}
        told = {name: strike(words) for name, words in said.items()}
        if told != said:
            _put(columns.rows().filter(pk=row.pk), row.pk, told)


def _in_remarks(text: str, names: Collection[str]) -> str:
    return "\n".join(unnamed(line, names) if line.startswith("#") else line for line in text.split("\n"))


def _put(rows: "QuerySet[Model]", number: int, told: dict[str, str]) -> None:
    """Where two words of one person to another come to be alike, as none may, nothing is left of the second."""
    try:
        with transaction.atomic():
            take_out(rows, **told)
    except IntegrityError:
        take_out(rows, **dict.fromkeys(told, f"{STRUCK} {number}"))


def _take_back_stories(case: Case, now: datetime) -> None:
    """A story one would know the customer by is told no more, whatever they had agreed to."""
    for story in Story.objects.filter(told_cases__case=case, told_cases__is_recognisable=True, withdrawn_at=None):
        wipe_story(story, now)
    CustomerConsent.objects.filter(case=case, withdrawn_at=None).update(withdrawn_at=now)

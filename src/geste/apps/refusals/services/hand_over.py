"""Hand over: to a person, with the cause and everything said so far. Somebody always has the case."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.base.services.do_once import Once, done_before, keep_done
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_for_writing
from geste.apps.hops.models import Interruption
from geste.apps.hops.services.ask_hop import leads
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for, holds
from geste.apps.refusals.events import HandedOver, HandoverTakenUp
from geste.apps.refusals.models import Cause, Handover, RefusalKind
from geste.apps.refusals.policies import may_hand_over, may_take_up
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.selectors import handover_numbered, people_to_hand_to
from geste.apps.refusals.services.note_refusal import Noted, keep

WORD_CHARACTERS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """To whom a case goes, why, and a word with it."""

    to: int
    cause: Cause
    word: str = ""


def hand_over(*, actor: Actor, case: Case, to: int, cause: Cause, word: str, now: datetime) -> Handover:
    """Return a case handed to somebody, who has it once they take it up; until then it stays with whoever had it.

    Raises:
        NotPermitted: the actor may not see this case.
        NoteRefused: it is handed to nobody who could take it, is being handed over already, or the word is too long.
    """
    return hand_over_once(actor=actor, case=case, handing=Handing(to=to, cause=cause, word=word), once=None, now=now)


@transaction.atomic(durable=True)
def hand_over_once(*, actor: Actor, case: Case, handing: Handing, once: Once | None, now: datetime) -> Handover:
    """Return the same, made once however often it is asked for with its key.

    Raises:
        KeyReused: the key stands for something else.
    """
    case = case_for_writing(case)
    require(may_hand_over(actor, case))
    if (number := done_before(once)) is not None:
        return Handover.objects.get(pk=number)
    word, cause = handing.word, handing.cause
    if len(word.strip()) > WORD_CHARACTERS:
        raise NoteRefused("word.too_long")
    person = next((user for user in people_to_hand_to(actor, case) if user.pk == handing.to), None)
    if person is None:
        raise NoteRefused("handover.nobody")
    if Handover.objects.filter(case=case, taken_up_at=None).exists():
        raise NoteRefused("handover.waiting")

    refusal = keep(actor, case, Noted(kind=RefusalKind.HANDED_OVER, cause=cause), policy=None, now=now)
    handover = Handover.objects.create(
        case=case,
        refusal=refusal,
        cause=cause.value,
        handed_by_id=actor.user_id,
        handed_to=person,
        handed_at=now,
        word=word.strip(),
        interruption=_interruption(actor, case, person, now),
    )
    keep_done(once, handover.pk)
    emit(HandedOver(at=now, handover_id=handover.pk))
    return handover


@transaction.atomic(durable=True)
def take_up(*, actor: Actor, number: int, now: datetime) -> Handover:
    """Return a case taken up: from now on it is theirs. Twice is once.

    Raises:
        NoSuchHandover: there is none this actor may see.
        NotPermitted: it was handed to somebody else.
    """
    handover = handover_numbered(actor, number)
    require(may_take_up(actor, handover))
    case_for_writing(handover.case)
    if handover.taken_up_at is None:
        handover.taken_up_at = now
        handover.save(update_fields=["taken_up_at"])
        Interruption.objects.filter(handover=handover).update(whom_id=actor.user_id, started_at=now)
        # Whoever had it before was called upon no longer than until now.
        earlier = Interruption.objects.filter(case=handover.case, hop=None, started_at__isnull=False, ended_at=None)
        earlier.exclude(handover=handover).update(ended_at=now)
        emit(HandoverTakenUp(at=now, handover_id=handover.pk))
    return handover


def _interruption(actor: Actor, case: Case, person: User, now: datetime) -> Interruption | None:
    """Whoever leads or manages is interrupted by it; a colleague is not."""
    is_of_a_leader = leads(person)
    if not is_of_a_leader and not holds(actor_for(person), DutyKind.MANAGER):
        return None
    return Interruption.objects.create(
        case=case, called_by_id=actor.user_id, called_at=now, is_of_a_leader=is_of_a_leader
    )

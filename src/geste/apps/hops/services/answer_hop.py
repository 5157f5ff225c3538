"""Answer: yes; or no because, with another gesture or another idea beside it. Silence is noticed, never decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.base.services.do_once import Once, done_before, keep_done
from geste.apps.cases.selectors import case_for_writing
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import GreenLight
from geste.apps.hops.events import HopAnswered, HopFellSilent
from geste.apps.hops.models import Hop, HopAnswer, HopSilence, Interruption
from geste.apps.hops.policies import may_act_on, may_answer
from geste.apps.hops.refusals import HopRefused, require_line
from geste.apps.hops.selectors import as_value, hop_numbered, unnoticed_silences
from geste.core.charter.syntax import Charter
from geste.core.hops.states import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody answers. A no has its `because`; `instead` is a gesture of the charter, `idea` is in own words."""

    word: Word
    because: str = ""
    instead: str = ""
    idea: str = ""


@transaction.atomic(durable=True)
def answer_hop(*, actor: Actor, number: int, said: Said, now: datetime, once: Once | None = None) -> HopAnswer:
    """Return the answer to a question: the first of those asked answers for all. A yes is a green light.

    Raises:
        NoSuchHop: there is none this actor may see.
        NotPermitted: the actor was not asked.
        KeyReused: the key stands for something else.
        HopRefused: a no without its reason, a line that is too long, a gesture the charter does not have, or somebody
            has answered already.
    """
    hop = hop_numbered(actor, number)
    require(may_answer(actor, hop))
    case_for_writing(hop.case)
    if (number_done := done_before(once)) is not None:
        return HopAnswer.objects.get(pk=number_done)
    if HopAnswer.objects.filter(hop=hop).exists():
        raise HopRefused("hop.answered")
    is_yes = said.word == "yes"
    because = require_line(said.because, missing="" if is_yes else "because.missing")
    idea = require_line(said.idea)
    if said.instead and said.instead not in known_gestures(charter_of(hop.charter_text)):
        raise HopRefused("instead.not_known")

    answer = HopAnswer.objects.create(
        hop=hop,
        word=said.word,
        because=because,
        instead="" if is_yes else said.instead,
        idea=idea,
        answered_by_id=actor.user_id,
        answered_at=now,
        green_light=_green_light(hop, said_by=actor.user_id, now=now) if is_yes else None,
    )
    Interruption.objects.filter(hop=hop).update(whom_id=actor.user_id, ended_at=now)
    keep_done(once, answer.pk)
    emit(HopAnswered(at=now, hop_id=hop.pk))
    return answer


def known_gestures(charter: Charter) -> tuple[str, ...]:
    """Return what may be named instead: every gesture that somebody may give."""
    return tuple(gesture.id for gesture in charter.gestures if not gesture.is_reserved)


@transaction.atomic(durable=True)
def green_light_of(*, actor: Actor, number: int, now: datetime) -> int:
    """Return the number of the green light that whoever asked has now; silence is noticed here if nobody has before.

    Raises:
        NoSuchHop: there is none this actor may see.
        NotPermitted: somebody else asked.
        HopRefused: there is no green light: acting first stays open.
    """
    hop = hop_numbered(actor, number)
    require(may_act_on(actor, hop))
    case_for_writing(hop.case)

    hop = hop_numbered(actor, number)
    if not as_value(hop).has_green_light(now):
        raise HopRefused("hop.no_green_light")
    answer = HopAnswer.objects.filter(hop=hop, word="yes").first()
    light = _silence(hop, now).green_light_id if answer is None else answer.green_light_id
    assert light is not None
    return light


def notice_silences(*, now: datetime) -> int:
    """Notice every question whose time is over unanswered, and return how many. What a worker does without being asked.

    Nothing waits for it: a page reckons silence by itself.
    """
    late = unnoticed_silences(at=now)
    if late:
        _notice(late, now)
    return len(late)


@transaction.atomic(durable=True)
def _notice(late: Sequence[int], now: datetime) -> None:
    for hop in Hop.objects.select_related("case").filter(pk__in=late):
        case_for_writing(hop.case)
        if not HopAnswer.objects.filter(hop=hop).exists():
            _silence(hop, now)


@transaction.atomic(durable=True)
def note_look(*, actor: Actor, hop: Hop, now: datetime) -> None:
    """Keep when one of those asked turned to the question. Later looks, and looks of others, change nothing."""
    if may_answer(actor, hop).allowed:
        Interruption.objects.filter(hop=hop, started_at=None, ended_at=None).update(started_at=now, whom=actor.user_id)


def _silence(hop: Hop, now: datetime) -> HopSilence:
    noticed = HopSilence.objects.filter(hop=hop).first()
    if noticed is not None:
        return noticed
    light = _green_light(hop, said_by=None, now=now) if hop.silence_acts else None
    emit(HopFellSilent(at=now, hop_id=hop.pk))
    return HopSilence.objects.create(hop=hop, noticed_at=now, green_light=light)


def _green_light(hop: Hop, *, said_by: int | None, now: datetime) -> GreenLight:
    """The green light of a question: there is one, whether silence lit it or a yes."""
    lit = GreenLight.objects.filter(silence__hop=hop).first()
    return lit or GreenLight.objects.create(
        case=hop.case,
        what=hop.what,
        amount=hop.amount,
        held_by=hop.asked_by,
        said_by_id=said_by,
        asked_at=hop.asked_at,
        opened_at=now,
    )

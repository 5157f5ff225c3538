"""Selectors of hops: where each one stands at a moment, what waits for somebody, and how soon hops are answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.apps.hops.models import Hop, HopAnswer
from geste.core.hops import states
from geste.core.hops.states import State
from geste.core.reasons import Reason

COUNTED_OVER = timedelta(weeks=4)
ENOUGH_ANSWERS = 5
"""Fewer tell of those who answered, not of the house."""
MINUTES_SHOWN = timedelta(hours=24)


class NoSuchHop(Exception):
    """There is no such question, or it is not for this actor to see."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A hop as it stands at a moment: its state, what was said, and whether whoever asked has a green light."""

    hop: Hop
    state: State
    answer: HopAnswer | None
    has_green_light: bool
    is_used: bool

    @property
    def may_act(self) -> bool:
        """Whether the gesture may be given now by this hop: there is a green light, and nothing was given by it yet."""
        return self.has_green_light and not self.is_used


@dataclass(frozen=True, slots=True)
class TimeToAnswer:
    """Half of the hops that were answered had their answer within so many seconds."""

    median_seconds: int
    answered: int
    asked: int


def visible_hops(actor: Actor) -> QuerySet[Hop]:
    """Return the questions this actor asked or is to answer, and those on cases they may see, newest first."""
    rows = Hop.objects.select_related("case__site", "charter_text", "asked_by", "answer__answered_by", "silence")
    rows = rows.prefetch_related("asked")
    if actor.site_id is not None:
        here = Q(case__site=None) | Q(case__site_id=actor.site_id)
        to_answer = Hop.objects.filter(asked=actor.user_id).values("pk")
        rows = rows.filter(here | Q(asked_by=actor.user_id) | Q(pk__in=to_answer))
    return rows.order_by("-asked_at", "-pk")


def hop_numbered(actor: Actor, number: int) -> Hop:
    """Return one question.

    Raises:
        NoSuchHop: there is none this actor may see.
    """
    hop = visible_hops(actor).filter(pk=number).first()
    if hop is None:
        raise NoSuchHop(number)
    return hop


def standing_of(hop: Hop, at: datetime) -> Standing:
    """Return where a hop stands, reckoned from its moments: nothing depends on anybody having noticed."""
    value, answer = as_value(hop), answer_to(hop)
    lights = [light for light in (_light(answer), _light(getattr(hop, "silence", None))) if light is not None]
    is_used = bool(lights) and Gesture.objects.filter(green_light__in=lights, reversal=None).exists()
    return Standing(hop, value.state(at), answer, value.has_green_light(at), is_used)


def _light(said: object) -> int | None:
    number: int | None = getattr(said, "green_light_id", None)
    return number


def as_value(hop: Hop) -> states.Hop:
    """Return a hop as the core reads it."""
    answer = answer_to(hop)
    said = (
        None if answer is None else states.Answer("yes" if answer.word == "yes" else "no_because", answer.answered_at)
    )
    return states.Hop(hop.due_at, hop.silence_acts, said)


def answer_to(hop: Hop) -> HopAnswer | None:
    """Return what was said to a question, or None."""
    return getattr(hop, "answer", None)


def reasons_of(hop: Hop) -> tuple[Reason, ...]:
    """Return why the charter does not reach, as the core spoke it."""
    return tuple(Reason(code, tuple((name, value) for name, value in values)) for code, values in hop.reasons)


def hops_on(case: Case, actor: Actor, *, at: datetime) -> list[Standing]:
    """Return the questions about a case, newest first."""
    return [standing_of(hop, at) for hop in visible_hops(actor).filter(case=case)]


def hops_waiting_for(actor: Actor, *, at: datetime) -> list[Hop]:
    """Return the questions this person may still answer in time, the most urgent first."""
    waiting = visible_hops(actor).filter(asked=actor.user_id, answer=None, due_at__gt=at, case__status="open")
    return list(waiting.order_by("due_at", "pk"))


def hops_answered_for(actor: Actor, *, at: datetime) -> list[Standing]:
    """Return what this person asked in the last day and may act on or read an answer to, newest first."""
    mine = visible_hops(actor).filter(asked_by=actor.user_id, asked_at__gt=at - MINUTES_SHOWN, case__status="open")
    return [standing for standing in (standing_of(hop, at) for hop in mine) if not standing.is_used]


def unnoticed_silences(*, at: datetime) -> list[int]:
    """Return the questions whose time is over unanswered, and which nobody has noticed yet, the oldest first."""
    late = Hop.objects.filter(due_at__lte=at, silence=None, answer=None)
    return list(late.order_by("due_at", "pk").values_list("pk", flat=True))


def hop_behind(gesture: Gesture) -> Hop | None:
    """Return the question a gesture was given by, or None."""
    if gesture.green_light_id is None:
        return None
    lit = Q(answer__green_light=gesture.green_light_id) | Q(silence__green_light=gesture.green_light_id)
    return Hop.objects.select_related("answer__answered_by", "silence").filter(lit).first()


def time_to_answer(*, at: datetime) -> TimeToAnswer | None:
    """Return how soon hops were answered in the last four weeks, by whoever; None while there are too few to say."""
    asked = Hop.objects.filter(asked_at__gt=at - COUNTED_OVER, asked_at__lte=at, case__is_training=False)
    seconds = _seconds(asked.filter(answer__isnull=False).values_list("asked_at", "answer__answered_at"))
    if len(seconds) < ENOUGH_ANSWERS:
        return None
    return TimeToAnswer(round(median(seconds)), len(seconds), asked.count())


def _seconds(moments: Iterable[tuple[datetime, datetime]]) -> list[float]:
    return [(answered - asked).total_seconds() for asked, answered in moments]

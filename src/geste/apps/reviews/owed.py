"""Owed: the first word that whoever dared something waits for, and what comes back to a team for its decisions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import duties_of, on_the_clock_of
from geste.apps.reviews.models import CommentFlag, Reaction, Repair, Review
from geste.apps.reviews.models.reaction import Tone
from geste.apps.reviews.policies import may_repair, may_see_owed, may_see_repairs
from geste.apps.reviews.strata import Interest, interest_of
from geste.core.reviews.balance import FEWEST_PEOPLE, Balance, Echo, balance_of
from geste.core.reviews.due import REACTION_DAYS, due_after, working_days_between
from geste.core.reviews.verdicts import KIND, Verdict

LOOKED_BACK = timedelta(days=30)
OWED_FOR = timedelta(days=90)
"""A word that is owed does not go away because nobody sends it; what is a quarter old comes too late to be one."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A decision that nobody has said a word about yet, why a word is owed, and until when."""

    gesture: Gesture
    interest: Interest
    due_at: datetime
    is_late: bool


@dataclass(frozen=True, slots=True)
class RepairsCounted:
    """How many words hurt, how many were put right, and how many wait beyond their day."""

    flagged: int
    repaired: int
    late: int


def teams_managed(actor: Actor) -> list[int]:
    """Return the teams this actor manages."""
    duties = duties_of(actor.user_id) if actor.kind == "agent" else []
    return [duty.team_id for duty in duties if duty.kind == DutyKind.MANAGER and duty.team_id is not None]


def reactions_owed(actor: Actor, *, now: datetime) -> list[Owed]:
    """Return what a manager owes their teams, what is due first before the rest. Nobody else has such a list."""
    found = [owed_for(gesture, now) for gesture in _unheard(teams_managed(actor), now) if _is_owed(actor, gesture)]
    return sorted((owed for owed in found if owed is not None), key=lambda owed: (owed.due_at, owed.gesture.pk))


def owed_for(gesture: Gesture, now: datetime) -> Owed | None:
    """Return what is owed for a gesture, or None where nothing was dared."""
    interest = interest_of(gesture)
    if interest is None:
        return None
    due = due_after(on_the_clock_of(gesture.site, gesture.written_at), REACTION_DAYS)
    return Owed(gesture, interest, due, is_late=now >= due)


def balance_of_team(actor: Actor, team_id: int, *, now: datetime) -> Balance | None:
    """Return good and other words of four weeks for what a team decided, or None below five people.

    Raises:
        NotPermitted: the actor does not manage this team.
    """
    require(may_see_owed(actor, team_id))
    since = now - LOOKED_BACK
    words = Reaction.objects.filter(decision__decided_by__team=team_id, sent_at__gte=since)
    reviews = Review.objects.filter(sample__decision__decided_by__team=team_id, judged_at__gte=since)
    judged = reviews.exclude(verdict=Verdict.LEARN).values_list("sample__decision__decided_by", "verdict")
    sent = words.values_list("decision__decided_by", "tone", "flag")
    return balance_of(
        (
            *(Echo(person, tone == Tone.SUPPORT and flag is None) for person, tone, flag in sent),
            *(Echo(person, verdict in KIND) for person, verdict in judged),
        )
    )


def only_criticised(actor: Actor, team_id: int, *, now: datetime) -> int:
    """Return how many decisions of a team heard only bad words in four weeks. Above nought it is an alarm.

    Raises:
        NotPermitted: the actor does not manage this team.
    """
    require(may_see_owed(actor, team_id))
    rows = Reaction.objects.filter(decision__decided_by__team=team_id, sent_at__gte=now - LOOKED_BACK)
    backed = rows.filter(tone=Tone.SUPPORT, flag=None).values("decision")
    return rows.exclude(decision__in=backed).values("decision").distinct().count()


def median_days(actor: Actor, team_id: int, *, now: datetime) -> float | None:
    """Return the median of working days until a first word, or None below five people who were told one.

    Raises:
        NotPermitted: the actor does not manage this team.
    """
    require(may_see_owed(actor, team_id))
    rows = Reaction.objects.filter(decision__decided_by__team=team_id, sent_at__gte=now - LOOKED_BACK)
    waits: dict[int, tuple[int, int]] = {}
    for word in rows.select_related("decision__site", "decision__gesture").order_by("sent_at", "pk"):
        decision = word.decision
        begun, ended = (on_the_clock_of(decision.site, at) for at in (decision.decided_at, word.sent_at))
        waits.setdefault(decision.pk, (decision.decided_by_id, working_days_between(begun, ended)))
    if len({person for person, _ in waits.values()}) < FEWEST_PEOPLE:
        return None
    return median(days for _, days in waits.values())


def waits_for_first_words(since: datetime, until: datetime) -> list[timedelta]:
    """Return how long each decision of a time waited for its first word, of those that were told one. Nobody's."""
    rows = Reaction.objects.filter(decision__decided_at__gte=since, decision__decided_at__lt=until)
    first: dict[int, timedelta] = {}
    for word in rows.exclude(decision__case__is_training=True).select_related("decision").order_by("sent_at", "pk"):
        first.setdefault(word.decision_id, word.sent_at - word.decision.decided_at)
    return list(first.values())


def repairs_owed(actor: Actor) -> list[CommentFlag]:
    """Return the words that hurt and that this actor may put right, what is due first before the rest."""
    related = ("reaction__decision", "note__review__sample__decision", "conclusion__settlement__gesture__decision")
    rows = CommentFlag.objects.filter(repair=None).select_related(*related).order_by("due_at", "pk")
    return [flag for flag in rows if may_repair(actor, said_by(flag)).allowed]


def said_by(flag: CommentFlag) -> int:
    """Return who said what hurt."""
    if flag.reaction is not None:
        return flag.reaction.sent_by_id
    if flag.note is not None:
        return flag.note.review.reviewer_id
    assert flag.conclusion is not None, "a flag is about one word"
    return flag.conclusion.settlement.settled_by_id


def repairs_counted(actor: Actor, *, now: datetime) -> RepairsCounted:
    """Return how many words hurt and were put right, of the whole house and nobody's.

    Raises:
        NotPermitted: the actor does not lead.
    """
    require(may_see_repairs(actor))
    waiting = CommentFlag.objects.filter(repair=None)
    late = waiting.filter(due_at__lte=now).count()
    return RepairsCounted(CommentFlag.objects.count(), Repair.objects.count(), late)


def words_for(actor: Actor) -> list[Reaction]:
    """Return the words that were sent to this actor, the newest first."""
    rows = Reaction.objects.filter(decision__decided_by=actor.user_id)
    return list(rows.select_related("sent_by", "decision__case", "flag__repair").order_by("-sent_at", "-pk"))


def _unheard(teams: list[int], now: datetime) -> list[Gesture]:
    rows = Gesture.objects.filter(given_by__team__in=teams, written_at__gte=now - OWED_FOR, reversal=None)
    rows = rows.filter(decision__reactions=None).exclude(case__is_training=True)
    return list(rows.select_related("decision__charter_text", "site", "case", "given_by"))


def _is_owed(actor: Actor, gesture: Gesture) -> bool:
    return gesture.given_by_id != actor.user_id

"""The page: what is owed, to settle, drawn, answered and hurt, each part to whoever looks after it."""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import duties_of, on_the_clock_of, teams
from geste.apps.reviews.models import CommentFlag
from geste.apps.reviews.owed import (
    Owed,
    balance_of_team,
    median_days,
    only_criticised,
    reactions_owed,
    repairs_counted,
    repairs_owed,
    teams_managed,
)
from geste.apps.reviews.policies import may_open_calibration, settles
from geste.apps.reviews.selectors import answers_unread, decision_answered_on, samples_to_review
from geste.apps.reviews.settling import gestures_to_settle, waits_for_nobody
from geste.core.reviews.sampling import Stratum
from geste.interfaces.web.floor.lines import sitting_lines
from geste.interfaces.web.floor.words import About, Again, about, first_words, interest_words
from geste.interfaces.web.practice.needs import waiting_lines
from geste.interfaces.web.speech import day
from geste.interfaces.web.visitor import for_agents, now

LINES_A_PAGE, MOST_OWED = 10, 5
NOTHING = Again()


class Slip(NamedTuple):
    """What went wrong with one form of the page, and what had been typed into it."""

    number: int
    words: str
    typed: dict[str, str]


@dataclass(frozen=True, slots=True)
class Thought:
    """Words to a decision that were remarked on and have not gone yet."""

    decision: DecisionRecord
    words: str
    again: Again


class OwedLine(NamedTuple):
    """One word that is owed, or goes without being owed, with words to begin with."""

    decision: int
    about: About
    why: str
    due: str
    is_late: bool
    words: str
    again: Again = NOTHING


class SettleLine(NamedTuple):
    """One thing that was done first and waits for somebody to look."""

    number: int
    about: About


class Duties(NamedTuple):
    """What this person looks after, and so which parts of the page are theirs."""

    manages: bool
    reviews: bool
    settles: bool
    leads: bool

    @property
    def has_any(self) -> bool:
        """Whether there is anything to look after."""
        return any(self)


class TeamLine(NamedTuple):
    """What comes back to a team; nothing is told below five people."""

    name: str
    good: int | None
    bad: int | None
    median: float | None
    alone: int


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked for, as the address says it: everything."""

    address: str = "?"


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the floor; whoever looks after nobody finds it empty, and the way to what was said to them."""
    return floor(request, actor)


def floor(
    request: HttpRequest, actor: Actor, *, thought: Thought | None = None, slip: Slip | None = None
) -> HttpResponse:
    """Return the floor, with words that are worth a second thought or a form that lacks something."""
    at, duties = now(), _duties(actor)
    waiting = Paginator(gestures_to_settle(actor), LINES_A_PAGE).get_page(request.GET.get("page"))
    owed = [_owed_line(each, thought) for each in reactions_owed(actor, now=at)]
    listed = owed[:MOST_OWED]
    names = {team.pk: team.name for team in teams()}
    shown = {
        "duties": duties,
        "found": waiting,
        "looked": Looked(),
        "to_settle": [SettleLine(gesture.pk, about(gesture.decision)) for gesture in waiting],
        "waits_for_nobody": waits_for_nobody(actor),
        "owed": listed,
        "thought": None if thought is None else _thought_line(thought, listed),
        "owed_count": len(owed),
        "owed_more": max(0, len(owed) - MOST_OWED),
        "late": sum(line.is_late for line in owed),
        "drawn": [
            (sample.pk, about(sample.decision), _stratum_words(sample.stratum)) for sample in samples_to_review(actor)
        ],
        "sittings": sitting_lines(actor),
        "may_calibrate": may_open_calibration(actor).allowed,
        "answers": [(answer, about(decision_answered_on(answer))) for answer in answers_unread(actor)],
        "repairs": [(flag.pk, _said(flag), _due(flag)) for flag in repairs_owed(actor)],
        "teams": [_team_line(actor, team, names.get(team, "")) for team in teams_managed(actor)],
        "counted": repairs_counted(actor, now=at) if duties.leads else None,
        "contributions": waiting_lines(actor),
        "slip": slip,
    }
    return render(request, "web/floor/floor.html", shown)


def _duties(actor: Actor) -> Duties:
    kinds = {duty.kind for duty in duties_of(actor.user_id)} if actor.kind == "agent" else set()
    return Duties(
        manages=DutyKind.MANAGER in kinds,
        reviews=bool(kinds & {DutyKind.REVIEWER, DutyKind.COACH}),
        settles=settles(actor),
        leads=DutyKind.LEADER in kinds,
    )


def _owed_line(owed: Owed, thought: Thought | None) -> OwedLine:
    decision = owed.gesture.decision
    mine = thought if thought is not None and thought.decision == decision else None
    return OwedLine(
        decision=decision.pk,
        about=about(decision),
        why=interest_words(owed.interest),
        due=day(owed.due_at),
        is_late=owed.is_late,
        words=first_words(owed.interest) if mine is None else mine.words,
        again=NOTHING if mine is None else mine.again,
    )


def _thought_line(thought: Thought, listed: list[OwedLine]) -> OwedLine | None:
    """Return words worth a second thought that no line of the list shows: a reviewer's, and those of a long list."""
    decision = thought.decision
    if any(line.decision == decision.pk for line in listed):
        return None
    return OwedLine(decision.pk, about(decision), "", "", is_late=False, words=thought.words, again=thought.again)


def _team_line(actor: Actor, team: int, name: str) -> TeamLine:
    balance = balance_of_team(actor, team, now=now())
    good, bad = (None, None) if balance is None else (balance.good, balance.bad)
    return TeamLine(name, good, bad, median_days(actor, team, now=now()), only_criticised(actor, team, now=now()))


def _said(flag: CommentFlag) -> str:
    word = flag.reaction or flag.note
    if word is not None:
        return word.words
    assert flag.conclusion is not None, "a flag is about one word"
    return flag.conclusion.would_help


def _due(flag: CommentFlag) -> str:
    if flag.reaction is not None:
        decision = flag.reaction.decision
    elif flag.note is not None:
        decision = flag.note.review.sample.decision
    else:
        assert flag.conclusion is not None, "a flag is about one word"
        decision = flag.conclusion.settlement.gesture.decision
    return day(on_the_clock_of(decision.site, flag.due_at))


def _stratum_words(stratum: str) -> str:
    return {
        Stratum.GIFT: _("A gift"),
        Stratum.BEND: _("A rule bent"),
        Stratum.ACT_FIRST: _("Acted first"),
        Stratum.REFUSAL: _("A no"),
        Stratum.HANDOVER: _("Handed over"),
    }[Stratum(stratum)]

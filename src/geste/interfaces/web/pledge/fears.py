"""Fears: the three questions of the week, what a team and the house answered, and the gap to what is declared."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.people.selectors import teams
from geste.apps.pledges.aboard import coverage_of
from geste.apps.pledges.crowd import ENOUGH
from geste.apps.pledges.fears import SCORES, Fear, fears_of_house, fears_of_team, gap, has_answered
from geste.apps.pledges.models import Protection
from geste.apps.pledges.policies import may_answer_pulse, may_see_fears
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import standing_pledge
from geste.apps.pledges.services.answer_pulse import answer_pulse
from geste.interfaces.web.pledge.chart import Series, chart
from geste.interfaces.web.pledge.words import day, fear_words, refusal
from geste.interfaces.web.visitor import for_agents, now


@dataclass(frozen=True, slots=True)
class Told:
    """One fear as it is read: how strong, which way it goes, and what is missing where it rises."""

    name: str
    now: int | None
    way: str
    cure: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the pulse, the fears this person may see, and the gap."""
    return _page(request, actor)


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Count three answers."""
    typed = {fear.value: request.POST.get(fear.value, "") for fear in Protection}
    scores = {fear: int(value) for fear, value in typed.items() if value in set(map(str, SCORES))}
    try:
        answer_pulse(actor=actor, scores=scores, now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Counted. Nothing of it is kept under your name."))
    return redirect("web:pledge-fears")


def questions() -> list[tuple[str, str]]:
    """Return the three questions, one for each fear."""
    return [
        (
            Protection.JOB.value,
            _("If a decision of mine turned out badly, I could lose my job over it."),
        ),
        (Protection.PAYBACK.value, _("If I gave too much, I could be made to pay for it.")),
        (Protection.TELLING_OFF.value, _("If somebody disliked my decision, I would be told off.")),
    ]


def answers() -> list[tuple[int, str]]:
    """Return the five places to stand."""
    said = (_("not at all"), _("hardly"), _("partly"), _("rather"), _("very much"))
    return list(zip(SCORES, said, strict=True))


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    at = now()
    seen = [team for team in teams() if may_see_fears(actor, team.pk).allowed]
    found = gap(at)
    shown = {
        "room": "pledge-fears",
        "may_answer": may_answer_pulse(actor).allowed,
        "has_answered": has_answered(actor, at),
        "questions": questions(),
        "answers": answers(),
        "enough": ENOUGH,
        "house": [_told(fear, is_live=True) for fear in fears_of_house(at)],
        "teams": [
            (it.team.name, [_told(fear, is_live=it.is_live) for fear in fears_of_team(actor, it.team.pk, at)])
            for it in coverage_of(seen)
        ],
        "chart": chart(
            [day(week) for week in found.weeks],
            [
                Series("declared", _("Declared: teams whose manager has signed"), found.declared),
                Series("experienced", _("Experienced: how free of fear people feel"), found.experienced),
                Series("done", _("Done: decisions with which something was given"), found.done),
            ],
        ),
        "typed": request.POST,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/fears.html", shown, status=status)


def _told(fear: Fear, *, is_live: bool) -> Told:
    way = _("rising") if fear.has_risen else _("falling") if fear.has_fallen else _("steady")
    return Told(
        name=fear_words(fear.fear),
        now=fear.now,
        way=way if fear.change is not None else "",
        cure=_cure(fear.fear, is_live=is_live) if fear.has_risen else "",
    )


def _cure(fear: Protection, *, is_live: bool) -> str:
    """What is missing where a fear has risen: the pledge, the manager's word, or a repair."""
    if fear is Protection.TELLING_OFF:
        return _(
            "Somebody was hurt by a remark. Find it, go back to the person and repair it; then say so to the team."
        )
    if not standing_pledge().is_own:
        return _("Nobody who leads has signed the pledge yet. That comes first.")
    if not is_live:
        return _("This team’s manager has not signed their three commitments yet.")
    if fear is Protection.PAYBACK:
        return _("Say again, in writing, that nobody pays, and show where the cost is booked.")
    return _("Tell a story of a decision that went wrong and was backed.")

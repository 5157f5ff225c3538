"""Leaders: what they did themselves, said by them and confirmed by whoever saw it."""

from datetime import date, timedelta
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.pledges.acts import NoSuchAct, act_numbered, counted_acts, latest_acts
from geste.apps.pledges.days import day_of
from geste.apps.pledges.feedback import directions, feedback_counted
from geste.apps.pledges.models import ActKind, LeaderAct
from geste.apps.pledges.models.leader_act import ACT_CHARACTERS
from geste.apps.pledges.policies import may_confirm_act, may_log_act
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.log_act import Done, confirm_act, log_act
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.pledge.words import day, direction_words, refusal
from geste.interfaces.web.speech import own_words
from geste.interfaces.web.visitor import for_agents, now

LOOKED_BACK = timedelta(days=91)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what leaders did lately."""
    return _page(request, actor)


@require_POST
@for_agents
def say(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write down an act of one's own."""
    typed = request.POST
    hours = typed.get("hours", "")
    try:
        done_on = _day(typed.get("day", ""))
    except ValueError:
        return _page(request, actor, _("That is no day. Pick one from the calendar."))
    try:
        done = Done(
            kind=typed.get("kind", ""),
            words=typed.get("words", ""),
            done_on=done_on,
            hours=int(hours) if hours.isdecimal() and len(hours) < len("100") else None,
        )
        log_act(actor=actor, done=done, now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Written down. It counts once somebody who saw it has confirmed it."))
    return redirect("web:pledge-leaders")


@require_POST
@for_agents
def confirm(request: HttpRequest, actor: Actor, act: int) -> HttpResponse:
    """Confirm an act of somebody else."""
    try:
        confirm_act(actor=actor, act=act_numbered(act), now=now())
    except NoSuchAct:
        return not_found(request)
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Confirmed: it counts."))
    return redirect("web:pledge-leaders")


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    at = now()
    counted = counted_acts(at - LOOKED_BACK, at + timedelta(days=1))
    shown = {
        "room": "pledge-leaders",
        "counts": [(_kind_words(kind.value), count) for kind, count in counted.by_kind.items()],
        "hours": counted.hours,
        "heard": feedback_counted(since=at - LOOKED_BACK),
        "directions": [
            (direction_words(direction), "" if count is None else str(count))
            for direction, count in directions(now=at).items()
        ],
        "acts": [_told(act, actor) for act in latest_acts(actor)],
        "kinds": [(kind.value, _kind_words(kind.value)) for kind in ActKind],
        "may_log": may_log_act(actor).allowed,
        "today": f"{at:%Y-%m-%d}",
        "limit": ACT_CHARACTERS,
        "typed": request.POST,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/leaders.html", shown, status=status)


def _told(act: LeaderAct, actor: Actor) -> dict[str, object]:
    return {
        "number": act.pk,
        "kind": _kind_words(act.kind),
        "words": own_words(act.words),
        "hours": act.hours,
        "by": act.said_by.display_name,
        "day": day(act.done_on),
        "confirmed_by": "" if act.confirmed_by is None else act.confirmed_by.display_name,
        "may_confirm": act.confirmed_by_id is None and may_confirm_act(actor, act).allowed,
    }


def _kind_words(kind: str) -> str:
    return {
        "frontline": _("time at the frontline"),
        "bend_backed": _("a bent rule backed"),
        "mistake_shared": _("a mistake shared"),
        "rule_retired": _("a rule retired"),
    }[kind]


def _day(text: str) -> date:
    return date.fromisoformat(text) if text else day_of(now())

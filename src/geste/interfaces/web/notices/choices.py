"""Choices: where one is written to, in which hours, and of what at once, on Friday, or not at all."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.notices.models import ASKS, Kind, Mailbox, Way
from geste.apps.notices.models.mailbox import HOURS
from geste.apps.notices.policies import may_choose
from geste.apps.notices.selectors import mailbox_of, wanted_by
from geste.apps.notices.services.choose import ChoiceRefused, Chosen, choose
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents
from geste.phrases.notices import say_news


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of news, and how it is wanted."""

    name: str
    words: str
    way: str
    asks: bool


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what this person has chosen."""
    require(may_choose(actor))
    return _page(request, actor, mailbox_of(actor))


@require_POST
@for_agents
def keep(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep what was chosen."""
    try:
        choose(actor=actor, chosen=_chosen(request.POST))
    except ChoiceRefused as refused:
        return _page(request, actor, _typed(request.POST), problem=_words(refused.code))
    messages.success(request, _("Kept."))
    return redirect("web:notices-choices")


def _chosen(typed: QueryDict) -> Chosen:
    told = {kind: typed.get(f"way:{kind}", "") for kind in Kind}
    return Chosen(
        address=typed.get("address", ""),
        from_hour=_hour(typed.get("from", "")),
        until_hour=_hour(typed.get("until", "")),
        works_weekends="weekends" in typed,
        wants_friday="friday" in typed,
        ways={kind: Way(way) for kind, way in told.items() if way in set(Way)},
    )


def _typed(typed: QueryDict) -> Mailbox:
    """What was typed, to be shown again."""
    chosen = _chosen(typed)
    return Mailbox(
        address=chosen.address,
        from_hour=chosen.from_hour,
        until_hour=chosen.until_hour,
        works_weekends=chosen.works_weekends,
        wants_friday=chosen.wants_friday,
    )


def _hour(text: str) -> int:
    """The hour somebody picked; none is one that no day has, so that it is refused."""
    return int(text) if text.isdecimal() and len(text) <= len(str(HOURS)) else HOURS + 1


def _words(code: str) -> str:
    if code == "address.malformed":
        return _("This is no e-mail address. Leave it empty to get none.")
    return _("The working day ends before it begins. Pick its hours again.")


def _page(request: HttpRequest, actor: Actor, mailbox: Mailbox, *, problem: str = "") -> HttpResponse:
    picked = {kind: request.POST.get(f"way:{kind}") for kind in Kind}
    rows = [
        Row(it.kind, say_news(it.kind, "", language()), picked[it.kind] or it.way, it.kind in ASKS)
        for it in wanted_by(actor)
    ]
    shown = {
        "mailbox": mailbox,
        "rows": {"asking": [row for row in rows if row.asks], "telling": [row for row in rows if not row.asks]},
        "ways": [(Way.AT_ONCE, _("At once")), (Way.FRIDAY, _("On Friday")), (Way.PAGE, _("On the page only"))],
        "from_hours": range(HOURS),
        "until_hours": range(1, HOURS + 1),
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/notices/choices.html", shown, status=status)

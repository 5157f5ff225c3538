"""The page: what there is to hear of, the newest first. Opening one marks it read and leads to what it is about."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.notices.models import Notice
from geste.apps.notices.policies import may_choose
from geste.apps.notices.selectors import asks_something, mailbox_of, notices_for
from geste.apps.notices.services.mark_read import mark_all_read, mark_read
from geste.apps.people.selectors import local_moment
from geste.interfaces.web.notices.leading import page_of_news
from geste.interfaces.web.speech import day, hour, language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.notices import say_news

ON_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of news, with when it came and whether there is still something to do."""

    number: int
    words: str
    when: str
    is_new: bool
    asks: bool


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what this person has to hear."""
    require(may_choose(actor))
    rows = notices_for(actor)
    listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "lines": [_line(notice, actor) for notice in listed],
        "listed": listed,
        "has_new": any(notice.read_at is None for notice in listed) or rows.filter(read_at=None).exists(),
        "is_written_to": bool(mailbox_of(actor).address),
    }
    return render(request, "web/notices/notices.html", shown)


@require_POST
@for_agents
def go_to(request: HttpRequest, actor: Actor, news: int) -> HttpResponse:
    """Mark one read, and show what it is about."""
    del request
    return redirect(page_of_news(mark_read(actor=actor, number=news, now=now())))


@require_POST
@for_agents
def read_all(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Mark all of it read."""
    del request
    mark_all_read(actor=actor, now=now())
    return redirect("web:notices")


def _line(notice: Notice, actor: Actor) -> Line:
    at, today = local_moment(actor, notice.told_at), local_moment(actor, now())
    return Line(
        number=notice.pk,
        words=say_news(notice.kind, notice.facts.get("name", ""), language()),
        when=hour(at) if at.date() == today.date() else day(at.date()),
        is_new=notice.read_at is None,
        asks=asks_something(notice),
    )

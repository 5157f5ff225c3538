"""Library: what colleagues found to work, searched by words and by situation; one's own, put right and taken back."""

from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.selectors import Search, cases_found
from geste.apps.charters.selectors import charter_to_show
from geste.apps.practice.models import Practice
from geste.apps.practice.models.practice import TITLE_CHARACTERS, TOLD_CHARACTERS
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.selectors import practice_numbered, practices_found, tags_in_use, times_reused
from geste.apps.practice.services.share_practice import Shared, withdraw_practice, word_practice
from geste.interfaces.web.practice.words import author_of, situation_words, slip_words, tags_in
from geste.interfaces.web.speech import day
from geste.interfaces.web.visitor import for_agents, now

A_PAGE, TEXT_CHARACTERS, CASES_OFFERED = 12, 120, 10


class Line(NamedTuple):
    """One practice in the list."""

    practice: Practice
    by: str
    when: str
    tags: list[str]


class Looked(NamedTuple):
    """What is looked for; `address` finds it again."""

    q: str
    tag: str
    address: str


@require_safe
@for_agents
def listed(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what was shared, as far as it is looked for."""
    del actor
    text, picked = request.GET.get("q", "").strip()[:TEXT_CHARACTERS], request.GET.get("tag", "")[:TEXT_CHARACTERS]
    path, _sep, word = picked.partition("=")
    found = Paginator(practices_found(text, (path, word) if word else None), A_PAGE).get_page(request.GET.get("page"))
    in_force = charter_to_show(at=now())
    asked = {name: value for name, value in (("q", text), ("tag", picked)) if value}
    used = tags_in_use()
    shown = {
        "room": "practices",
        "found": found,
        "lines": [
            Line(row, author_of(row), day(row.shared_at), situation_words(tags_in(row), in_force))
            for row in found.object_list
        ],
        "looked": Looked(text, picked, f"?{urlencode(asked)}" if asked else "?"),
        "tags": [
            (f"?{urlencode({'tag': f'{at}={said}'})}", words, f"{at}={said}" == picked)
            for (at, said), words in zip(used, situation_words(used, in_force), strict=True)
        ],
    }
    return render(request, "web/practice/practices.html", shown)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, practice: int) -> HttpResponse:
    """Show a practice; to its author, with how often it helped."""
    return _page(request, actor, practice_numbered(practice))


@require_POST
@for_agents
def word(request: HttpRequest, actor: Actor, practice: int) -> HttpResponse:
    """Put the words of one's own practice right, and show one's name or hide it."""
    found = practice_numbered(practice)
    typed = {name: request.POST.get(name, "") for name in ("title", "done", "why")}
    shared = Shared(title=typed["title"], done=typed["done"], why=typed["why"], is_named="named" in request.POST)
    try:
        word_practice(actor=actor, practice=found, shared=shared, now=now())
    except PracticeRefused as refused:
        return _page(request, actor, practice_numbered(practice), slip=slip_words(refused), typed=shared)
    messages.success(request, _("Kept."))
    return redirect("web:practice", practice=practice)


@require_POST
@for_agents
def withdraw(request: HttpRequest, actor: Actor, practice: int) -> HttpResponse:
    """Take one's own practice back."""
    withdraw_practice(actor=actor, practice=practice_numbered(practice), now=now())
    messages.success(request, _("Taken back. No word of it is kept."))
    return redirect("web:practices")


def _page(
    request: HttpRequest, actor: Actor, practice: Practice, *, slip: str = "", typed: Shared | None = None
) -> HttpResponse:
    mine = Search(status="open", is_mine=True)
    is_own = practice.author_id == actor.user_id
    shown = {
        "room": "practices",
        "practice": practice,
        "by": author_of(practice),
        "when": day(practice.shared_at),
        "tags": situation_words(tags_in(practice)),
        "is_own": is_own,
        "reused": times_reused(actor, practice),
        "cases": [
            (case.reference, f"{case.customer_label} · {case.reference}" if case.customer_label else case.reference)
            for case in cases_found(actor, mine)[:CASES_OFFERED]
        ],
        "typed": typed
        or Shared(title=practice.title, done=practice.done, why=practice.why, is_named=practice.is_named),
        "slip": slip,
        "title_characters": TITLE_CHARACTERS,
        "characters": TOLD_CHARACTERS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/practice/practice.html", shown, status=status)

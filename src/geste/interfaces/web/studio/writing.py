"""Writing: the page of one draft, where what is typed is saved and answered at once, and put forward in the end."""

from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.models import Draft
from geste.apps.charters.models.draft import PAGE_CHARACTERS
from geste.apps.charters.next_version import REASON_CHARACTERS, respelled
from geste.apps.charters.refusals import CandidateOvertaken, PublicationRefused
from geste.apps.charters.selectors import draft_numbered, waiting_candidates
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.save_draft import Saved, Typed, save_draft
from geste.apps.people.selectors import stewards
from geste.interfaces.web.kept import kept_form
from geste.interfaces.web.studio.answer import Answer, answer_to
from geste.interfaces.web.studio.drafts import saved_words
from geste.interfaces.web.studio.refusals import overtaken_words, refusal_words
from geste.interfaces.web.visitor import for_agents, now

UNSEEN = -1
# What no count of ours ever reaches.
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text as it was checked; `is_faulty` if something in it is to be mended."""

    number: int
    text: str
    is_faulty: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands in the page instead of what was saved, or why what was asked for was not done."""

    typed: Typed | None = None
    problem: str = ""


NO_SLIP = Slip()


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Show a draft, to write on."""
    found = draft_numbered(actor, draft)
    kept = kept_form(request)
    if kept is None or "text" not in kept.typed:
        return _page(request, actor, found)
    words = _("The page was out of date, so nothing was written. All is as you filled it in: please send it again.")
    return _page(request, actor, found, slip=Slip(typed_in(kept.typed), words))


@require_POST
@for_agents
def save(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Save what was typed."""
    saved = _saved(request, actor, draft)
    if saved.beside is not None:
        return redirect("web:draft-beside", draft=saved.draft.pk)
    messages.success(request, _("Saved."))
    return redirect("web:draft", draft=draft)


@require_POST
@for_agents
def check(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Save what is being typed, and answer it."""
    typed = typed_in(request.POST, is_live=True)
    moment_now = now()
    saved = save_draft(actor=actor, number=draft, typed=typed, now=moment_now)
    answer = answer_to(typed.text, typed.written_reason, today=moment_now.date())
    return render(
        request,
        "web/studio/_answer.html",
        {
            "answer": answer,
            "draft": saved.draft,
            "beside": saved.beside,
            "is_live": True,
            "saved": saved_words(saved.draft),
        },
    )


@require_POST
@for_agents
def choose_day(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Save what was typed, with the chosen day in place of the one the text names."""
    typed = typed_in(request.POST)
    day = _day(request.POST.get("effective", ""))
    dated = typed if day is None else replace(typed, text=respelled(typed.text, effective=day))
    saved = save_draft(actor=actor, number=draft, typed=dated, now=now())
    return redirect("web:draft-beside" if saved.beside else "web:draft", draft=saved.draft.pk)


@require_POST
@for_agents
def put_forward(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Save what was typed and put it forward; or show it again with what stands in the way."""
    saved = _saved(request, actor, draft)
    if saved.beside is not None:
        return redirect("web:draft-beside", draft=saved.draft.pk)
    try:
        candidate = put_forward_draft(actor=actor, number=draft, revision=saved.draft.revision, now=now())
    except PublicationRefused as refused:
        problem, status = refusal_words(refused), HTTPStatus.UNPROCESSABLE_ENTITY
    except CandidateOvertaken as overtaken:
        problem, status = overtaken_words(overtaken.code), HTTPStatus.CONFLICT
    else:
        return redirect("web:candidate", candidate=candidate.pk)
    found = draft_numbered(actor, draft)
    return _page(request, actor, found, slip=Slip(problem=problem), status=status)


def typed_in(sent: QueryDict, *, is_live: bool = False) -> Typed:
    """Return what a form holds, its lines ended as in a file. A page that does not say what it has seen saw nothing."""
    return Typed(
        text=_lines_of(sent.get("text", "")),
        written_reason=_lines_of(sent.get("written_reason", "")),
        revision=_number(sent.get("revision", ""), UNSEEN),
        page=sent.get("page", "")[:PAGE_CHARACTERS],
        turn=_number(sent.get("turn", ""), 0),
        is_live=is_live,
    )


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= DIGITS else otherwise


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lines_of(typed: str) -> str:
    return typed.replace("\r\n", "\n").replace("\r", "\n")


def _saved(request: HttpRequest, actor: Actor, draft: int) -> Saved:
    return save_draft(actor=actor, number=draft, typed=typed_in(request.POST), now=now())


def _page(
    request: HttpRequest, actor: Actor, draft: Draft, *, slip: Slip = NO_SLIP, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    typed = slip.typed or Typed(text=draft.text, written_reason=draft.written_reason, revision=draft.revision, page="")
    answer = answer_to(typed.text, typed.written_reason, today=now().date())
    waiting = next((it for it in waiting_candidates(actor) if it.draft_id == draft.pk), None)
    shown = {
        "draft": draft,
        "typed": typed,
        "page": uuid4().hex,
        "problem": slip.problem,
        "answer": answer,
        "lines": _numbered(typed.text, answer),
        "waiting": waiting,
        "others": [user.display_name for user in stewards() if user.pk != actor.user_id],
        "reason_characters": REASON_CHARACTERS,
        "saved": saved_words(draft),
    }
    return render(request, "web/studio/draft.html", shown, status=status)


def _numbered(text: str, answer: Answer) -> list[Line]:
    """The text line by line, for findings to lead to; nothing if there are none."""
    faulty = {finding.line for finding in answer.findings if finding.line}
    if not faulty:
        return []
    return [Line(number, line, number in faulty) for number, line in enumerate(text.split("\n"), 1)]

"""Drafts: which there are, where a new one may begin, and what two people wrote at the same time."""

from dataclasses import dataclass
from difflib import unified_diff

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.models import Draft, Ending
from geste.apps.charters.presets import NoSuchPreset, preset_names, preset_text
from geste.apps.charters.selectors import (
    NoSuchVersion,
    draft_numbered,
    published_versions,
    version_numbered,
    version_to_begin_with,
)
from geste.apps.charters.selectors import drafts as drafts_for
from geste.apps.charters.services.put_away_draft import put_away_draft
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.charters.services.take_up_draft import take_up_draft
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.speech import moment
from geste.interfaces.web.visitor import for_agents, now

AROUND = 2
VERSIONS_TO_BEGIN_WITH = 3
_FILES, _HUNK = 2, "@@"


@dataclass(frozen=True, slots=True)
class Start:
    """Something a draft may begin with."""

    value: str
    label: str
    group: str
    is_picked: bool


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft in a list."""

    draft: Draft
    words: str


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line of two texts: in `theirs` alone, in `ours` alone, in `both`, or a `gap` where lines are left out."""

    side: str
    text: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the drafts, and where a new one may begin."""
    shown = {
        "open": lines_for(drafts_for(actor)),
        "put_away": lines_for(drafts_for(actor, ending=Ending.PUT_AWAY)),
        "starts": _starts(request.GET.get("start", "")),
    }
    return render(request, "web/studio/drafts.html", shown)


@require_POST
@for_agents
def start(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Begin a draft."""
    kind, _colon, name = request.POST.get("start", "").partition(":")
    try:
        text = _text_of(kind, name)
    except (NoSuchPreset, NoSuchVersion):
        return not_found(request)
    moment_now = now()
    begun = version_to_begin_with(text, today=moment_now.date()) if text else ""
    draft = start_draft(actor=actor, text=begun, now=moment_now)
    return redirect("web:draft", draft=draft.pk)


@require_safe
@for_agents
def beside(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Show a draft beside the one it was kept apart from."""
    ours = draft_numbered(actor, draft)
    if ours.kept_apart_from_id is None:
        return redirect("web:draft", draft=draft)
    theirs = draft_numbered(actor, ours.kept_apart_from_id)
    shown = {
        "ours": ours,
        "theirs": theirs,
        "ours_words": saved_words(ours),
        "theirs_words": saved_words(theirs),
        "is_one_person": ours.saved_by_id == theirs.saved_by_id,
        "lines": compared(theirs.text, ours.text),
        "reasons": compared(theirs.written_reason, ours.written_reason),
    }
    return render(request, "web/studio/beside.html", shown)


@require_POST
@for_agents
def put_away(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Put a draft away."""
    put_away_draft(actor=actor, number=draft)
    messages.success(request, _("Draft %(number)d is put away. You may take it up again.") % {"number": draft})
    return redirect("web:drafts")


@require_POST
@for_agents
def take_up(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """Go on with a draft that was put away."""
    take_up_draft(actor=actor, number=draft)
    return redirect("web:draft", draft=draft)


def lines_for(drafts: list[Draft]) -> list[DraftLine]:
    """Return drafts as lines of a list."""
    return [DraftLine(draft, saved_words(draft)) for draft in drafts]


def saved_words(draft: Draft) -> str:
    """Return who saved a draft last, and when."""
    said = {"name": draft.saved_by.display_name, "when": moment(timezone.localtime(draft.saved_at))}
    return _("Saved by %(name)s, %(when)s") % said


def compared(theirs: str, ours: str) -> list[ComparedLine]:
    """Return two texts as one list of lines: what only one of them says, and a few lines around it."""
    sides = {"-": "theirs", "+": "ours", " ": "both"}
    marked = list(unified_diff(theirs.split("\n"), ours.split("\n"), lineterm="", n=AROUND))[_FILES:]
    lines = [
        ComparedLine("gap", "") if line.startswith(_HUNK) else ComparedLine(sides[line[0]], line[1:]) for line in marked
    ]
    return lines[1:]


def preset_words(name: str) -> str:
    """Return what a ready charter is for."""
    known = {
        "bakery": _("A bakery of five people"),
        "hotel": _("A hotel"),
        "public": _("A public service counter"),
        "shop": _("An online shop"),
        "telecom": _("A contact centre, with a partner"),
    }
    return known.get(name, name)


def _starts(picked: str) -> list[Start]:
    versions = [it.row.version for it in published_versions(most=VERSIONS_TO_BEGIN_WITH)]
    ours, ready = _("Your own charter"), _("A ready charter")
    choices = [
        *((f"version:{number}", _("Version %(number)d") % {"number": number}, ours) for number in versions),
        *((f"preset:{name}", preset_words(name), ready) for name in preset_names()),
        ("empty:", _("An empty page"), _("Nothing")),
    ]
    known = [value for value, _label, _group in choices]
    wanted = picked if picked in known else known[0]
    return [Start(value, label, group, value == wanted) for value, label, group in choices]


def _text_of(kind: str, name: str) -> str:
    """The text a draft begins with; empty for an empty page.

    Raises:
        NoSuchPreset: nothing of that kind or name is there to begin with.
        NoSuchVersion: no version has that number.
    """
    if kind == "empty":
        return ""
    if kind == "version" and name.isdecimal():
        return version_numbered(int(name)).row.text
    if kind == "preset":
        return preset_text(name)
    raise NoSuchPreset(name)

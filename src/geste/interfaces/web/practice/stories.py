"""Stories on pages: told, agreed to by everybody in them, read, and taken back."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.policies import may_see
from geste.apps.cases.selectors import NoSuchCase, case_called
from geste.apps.practice.models import Naming, Story
from geste.apps.practice.models.story import HEADLINE_CHARACTERS, STORY_CHARACTERS
from geste.apps.practice.refusing import NothingThere, PracticeRefused
from geste.apps.practice.selectors import (
    cases_told,
    is_readable,
    namings_of,
    own_stories,
    stories_for,
    stories_waiting_for,
    story_numbered,
)
from geste.apps.practice.services.tell_story import (
    MOST_CASES,
    Telling,
    answer_naming,
    note_consent,
    tell_story,
    withdraw_story,
)
from geste.interfaces.web.practice.words import slip_words
from geste.interfaces.web.speech import day
from geste.interfaces.web.visitor import for_agents, now

A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Typed:
    """What was filled in to tell a story."""

    cases: str = ""
    title: str = ""
    before: str = ""
    after: str = ""
    to_team: bool = False


@require_safe
@for_agents
def listed(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the stories this person is told, those that wait for their word, and their own."""
    found = Paginator(stories_for(actor), A_PAGE).get_page(request.GET.get("page"))
    readable = set(stories_for(actor).values_list("pk", flat=True))
    shown = {
        "room": "stories",
        "found": found,
        "looked": {"address": "?"},
        "lines": [(story, day(story.told_at)) for story in found.object_list],
        "waiting": stories_waiting_for(actor),
        "own": [story for story in own_stories(actor) if story.pk not in readable],
    }
    return render(request, "web/practice/stories.html", shown)


@require_safe
@for_agents
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what to fill in, with the case one comes from."""
    del actor
    return _form(request, Typed(cases=request.GET.get("case", "")[:200]))


@require_POST
@for_agents
def tell(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Tell a story."""
    post = request.POST
    title, before, after = (post.get(name, "") for name in ("title", "before", "after"))
    typed = Typed(post.get("cases", "")[:200], title, before, after, "team" in post)
    telling = Telling(title=typed.title, before=typed.before, after=typed.after, to_team=typed.to_team)
    try:
        references = list(dict.fromkeys(typed.cases.replace(",", " ").split()))[: MOST_CASES + 1]
        cases = [case_called(actor, reference) for reference in references]
        story = tell_story(actor=actor, cases=cases, telling=telling, now=now())
    except NoSuchCase as missing:
        return _form(request, typed, slip=_("There is no case %(reference)s here.") % {"reference": missing.args[0]})
    except PracticeRefused as refused:
        return _form(request, typed, slip=slip_words(refused))
    if is_readable(story):
        messages.success(request, _("Told. It is found in cases like these, too."))
    else:
        messages.success(request, _("Kept. It is read as soon as everybody in it agrees."))
    return redirect("web:story", story=story.pk)


def _form(request: HttpRequest, typed: Typed, *, slip: str = "") -> HttpResponse:
    shown = {
        "room": "stories",
        "typed": typed,
        "slip": slip,
        "title_characters": HEADLINE_CHARACTERS,
        "characters": STORY_CHARACTERS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/practice/new_story.html", shown, status=status)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, story: int) -> HttpResponse:
    """Show a story; to whoever told it, with what it waits for."""
    found = story_numbered(actor, story)
    is_own = found.told_by_id == actor.user_id
    namings = namings_of(found)
    mine = next((naming for naming in namings if naming.person_id == actor.user_id), None)
    shown = {
        "room": "stories",
        "story": found,
        "when": day(found.told_at),
        "is_own": is_own,
        "is_readable": is_readable(found),
        "mine": mine,
        "silent": [naming.person.display_name for naming in namings if not naming.agrees] if is_own else [],
        "customers": [
            (told.case, _consented(told.case))
            for told in cases_told(found)
            if told.is_recognisable and may_see(actor, told.case).allowed
        ],
    }
    return render(request, "web/practice/story.html", shown)


def _consented(case: object) -> bool:
    consent = getattr(case, "story_consent", None)
    return consent is not None and consent.withdrawn_at is None


@require_POST
@for_agents
def agree(request: HttpRequest, actor: Actor, story: int) -> HttpResponse:
    """Say whether a story that names one may be told."""
    said = request.POST.get("agrees", "")
    if said not in ("yes", "no"):
        raise BadRequest
    found = story_numbered(actor, story)
    naming = _naming(found, actor)
    answer_naming(actor=actor, naming=naming, agrees=said == "yes", now=now())
    messages.success(request, _("Kept. You may change your mind at any time."))
    return redirect("web:stories")


def _naming(story: Story, actor: Actor) -> Naming:
    mine = next((naming for naming in namings_of(story) if naming.person_id == actor.user_id), None)
    if mine is None:
        raise NothingThere(story.pk)
    return mine


@require_POST
@for_agents
def withdraw(request: HttpRequest, actor: Actor, story: int) -> HttpResponse:
    """Take one's own story back."""
    withdraw_story(actor=actor, story=story_numbered(actor, story), now=now())
    messages.success(request, _("Taken back. No word of it is kept."))
    return redirect("web:stories")


@require_POST
@for_agents
def consent(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Note what a customer says of their story being told."""
    said = request.POST.get("consent", "")
    if said not in ("yes", "no"):
        raise BadRequest
    note_consent(actor=actor, case=case_called(actor, reference), is_given=said == "yes", now=now())
    messages.success(request, _("Noted. The customer may change their mind at any time."))
    return redirect("web:stories")

"""Thanking: a word for having decided, to anybody; looked at before it goes; whoever is thanked keeps or shares it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.feedback import NoSuchDecision
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.selectors import colleagues, on_the_clock_of
from geste.apps.practice.models.thanks import WORDS_CHARACTERS
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.selectors import thanks_numbered, thanks_to
from geste.apps.practice.services.say_thanks import ThinkAgain, Word, say_thanks, share_thanks
from geste.apps.practice.suggesting import whom_to_thank
from geste.interfaces.web.practice.words import number_in, slip_words
from geste.interfaces.web.speech import day, gesture_words, language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.remarks import Offer, say_remark


class Thought(NamedTuple):
    """What was typed and has not gone yet, and why."""

    typed: Mapping[str, str]
    slip: str = ""
    offers: tuple[Offer, ...] = ()


NOTHING = Thought({})


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what one was thanked for, and whom one might thank."""
    return _page(request, actor, NOTHING)


@require_POST
@for_agents
def say(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say thanks, or show first what is worth a second thought."""
    typed = request.POST.dict()
    word = Word(
        to=number_in(typed.get("to", "")) or 0,
        words=typed.get("words", ""),
        language=language(),
        decision_id=number_in(typed.get("decision", "")),
        is_meant="meant" in typed,
    )
    try:
        say_thanks(actor=actor, word=word, now=now())
    except ThinkAgain as again:
        vague = [Offer(_("This would fit anybody."), _("Say what you saw: what did they decide, and for whom?"))]
        offers = dict.fromkeys(say_remark(remark, language()) for remark in again.remarks)
        return _page(request, actor, Thought(typed, offers=(*offers, *(vague if again.is_vague else ()))))
    except PracticeRefused as refused:
        return _page(request, actor, Thought(typed, slip_words(refused)))
    except NoSuchDecision:
        return _page(request, actor, Thought(typed, _("Pick a colleague to thank.")))
    messages.success(request, _("Said. It reaches nobody else."))
    return redirect("web:thanks")


@require_POST
@for_agents
def share(request: HttpRequest, actor: Actor, thanks: int) -> HttpResponse:
    """Let a word to oneself be read on Friday, or not any more."""
    is_shared = request.POST.get("share", "") == "yes"
    share_thanks(actor=actor, thanks=thanks_numbered(actor, thanks), is_shared=is_shared, now=now())
    messages.success(request, _("Kept. You may change your mind at any time."))
    return redirect("web:thanks")


def _about(decision: DecisionRecord) -> tuple[str, str]:
    """What was decided and when, without what it cost or how it ended."""
    charter = charter_of(decision.charter_text)
    name = gesture_words(charter, str(decision.request["proposal"]["gesture"]))
    return name, day(on_the_clock_of(decision.site, decision.decided_at))


def _page(request: HttpRequest, actor: Actor, thought: Thought) -> HttpResponse:
    shown = {
        "room": "thanks",
        "heard": [(thanks, day(thanks.said_at)) for thanks in thanks_to(actor)],
        "suggested": [(one.decision, *_about(one.decision)) for one in whom_to_thank(actor, now=now())],
        "others": [(str(user.pk), user.display_name) for user in colleagues() if user.pk != actor.user_id],
        "thought": thought,
        "characters": WORDS_CHARACTERS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if thought.slip else HTTPStatus.OK
    return render(request, "web/practice/thanks.html", shown, status=status)

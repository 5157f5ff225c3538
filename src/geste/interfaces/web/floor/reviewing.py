"""Reviewing: one decision that was drawn. First the choice, then, once it is judged, how it turned out."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.models import Feedback, Satisfaction
from geste.apps.reviews.guarding import ThinkAgain
from geste.apps.reviews.models import Sample
from geste.apps.reviews.policies import may_review
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import (
    has_reaction,
    outcome_for,
    review_numbered,
    review_of,
    sample_numbered,
    verdicts_for,
)
from geste.apps.reviews.services.add_note import add_note
from geste.apps.reviews.services.answer_back import note_read
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.core.reviews.verdicts import Verdict
from geste.interfaces.web.floor.known import known_of
from geste.interfaces.web.floor.sending import wording_in
from geste.interfaces.web.floor.words import Again, again, offers, slip_words, verdict_words
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.remarks import Offer


class Written(NamedTuple):
    """What was typed and has not been kept, and why."""

    strength: str = ""
    verdict: str = ""
    charter_should_say: str = ""
    slip: str = ""
    words: str = ""
    again: Again = Again()
    offers: tuple[Offer, ...] = ()
    offered: str = ""


NOTHING = Written()


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, sample: int) -> HttpResponse:
    """Show a decision that was drawn to whoever may look at it."""
    return _page(request, actor, sample_numbered(actor, sample))


@require_POST
@for_agents
def judge(request: HttpRequest, actor: Actor, sample: int) -> HttpResponse:
    """Keep what is said of a choice, and only then show how it turned out."""
    typed = Written(
        strength=request.POST.get("strength", ""),
        verdict=request.POST.get("verdict", ""),
        charter_should_say=request.POST.get("charter_should_say", ""),
    )
    try:
        verdict = Verdict(typed.verdict)
    except ValueError:
        return _page(
            request, actor, sample_numbered(actor, sample), typed._replace(slip=_("Choose what you say of it."))
        )
    wording = wording_in(request)
    judgement = Judgement(
        strength=typed.strength,
        verdict=verdict,
        charter_should_say=typed.charter_should_say,
        language=wording.language,
        offered=wording.offered,
        is_meant=wording.is_meant,
    )
    try:
        judge_choice(actor=actor, sample_id=sample, judgement=judgement, now=now())
    except ThinkAgain as again:
        offered = wording.offered | {str(remark.kind) for remark in again.remarks}
        thought = typed._replace(offers=tuple(offers(again.remarks)), offered=" ".join(sorted(offered)))
        return _page(request, actor, sample_numbered(actor, sample), thought)
    except ReviewRefused as refused:
        return _page(request, actor, sample_numbered(actor, sample), typed._replace(slip=slip_words(refused.code)))
    messages.success(request, _("Kept. Below stands how it turned out; it changes nothing in what you said."))
    return redirect("web:floor-review", sample=sample)


@require_POST
@for_agents
def note(request: HttpRequest, actor: Actor, review: int) -> HttpResponse:
    """Add a note, once a first good word has arrived."""
    wording = wording_in(request)
    sample = review_numbered(review).sample
    try:
        add_note(actor=actor, review_id=review, wording=wording, now=now())
    except ThinkAgain as thought:
        return _page(request, actor, sample, Written(words=wording.words, again=again(wording, thought.remarks)))
    except ReviewRefused as refused:
        return _page(request, actor, sample, Written(slip=slip_words(refused.code), words=wording.words))
    messages.success(request, _("Sent. It reaches whoever decided."))
    return redirect("web:floor-review", sample=sample.pk)


@require_POST
@for_agents
def read(request: HttpRequest, actor: Actor, review: int) -> HttpResponse:
    """Keep that an answer was read."""
    note_read(actor=actor, review_id=review, now=now())
    return redirect("web:floor")


def _page(request: HttpRequest, actor: Actor, sample: Sample, written: Written = NOTHING) -> HttpResponse:
    decision, review = sample.decision, review_of(sample)
    if review is None or review.reviewer_id != actor.user_id:
        require(may_review(actor, decision))
    outcome = outcome_for(actor, sample)
    shown = {
        "sample": sample,
        "known": known_of(decision),
        "verdicts": [(each.value, verdict_words(each)) for each in verdicts_for(sample)] if review is None else (),
        "review": review,
        "verdict": "" if review is None else verdict_words(Verdict(review.verdict)),
        "outcome": None if outcome is None else [_heard_words(word) for word in outcome.feedback],
        "is_taken_back": outcome is not None and outcome.is_taken_back,
        "has_reaction": has_reaction(decision),
        "written": written,
    }
    return render(request, "web/floor/review.html", shown)


def _heard_words(feedback: Feedback) -> str:
    how = {
        Satisfaction.SATISFIED: _("Satisfied"),
        Satisfaction.NOT_SATISFIED: _("Not satisfied"),
        Satisfaction.UNCLEAR: _("Nobody knows"),
    }[Satisfaction(feedback.satisfaction)]
    return f"{how}: {feedback.words}" if feedback.words else how

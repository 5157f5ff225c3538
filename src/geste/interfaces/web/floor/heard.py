"""Heard: what was said of somebody's own decisions, how they were drawn, and what they answer. For them alone."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.reviews.draws import draw_of
from geste.apps.reviews.models import CommentFlag, Conclusion, ProposedLine, Repair, Review, Sample
from geste.apps.reviews.owed import words_for
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import reviews_for, samples_about
from geste.apps.reviews.services.answer_back import answer_back
from geste.apps.reviews.services.answer_conclusion import answer_conclusion
from geste.apps.reviews.services.flag_comment import flag_conclusion, flag_note, flag_reaction
from geste.apps.reviews.settling import conclusions_for
from geste.core.reviews.sampling import NUMBER_BYTES, WHOLE
from geste.core.reviews.verdicts import Settled, Verdict
from geste.interfaces.web.floor.words import About, about, fate_words, settled_words, slip_words, verdict_words
from geste.interfaces.web.visitor import for_agents, now

MOST_SHOWN = 20


class DrawLine(NamedTuple):
    """How one's decision was drawn: by whom and why, or the numbers that chance made of it."""

    about: About
    by: str
    reason: str
    leaf: int
    size: int
    number: int
    rate: int


class Slip(NamedTuple):
    """What keeps an answer from being sent, what was typed, and what it answers."""

    words: str
    typed: str
    review: int = 0
    conclusion: int = 0


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what was said to somebody."""
    return _page(request, actor)


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor, review: int) -> HttpResponse:
    """Answer a review."""
    words = request.POST.get("words", "")
    try:
        answer_back(actor=actor, review_id=review, words=words, now=now())
    except ReviewRefused as refused:
        return _page(request, actor, Slip(slip_words(refused.code), words, review=review))
    return _sent(request, _("Sent. Whoever made the review has to read it."))


@require_POST
@for_agents
def answer_settled(request: HttpRequest, actor: Actor, conclusion: int) -> HttpResponse:
    """Answer what was said when something done first was settled."""
    words = request.POST.get("words", "")
    try:
        answer_conclusion(actor=actor, conclusion_id=conclusion, words=words, now=now())
    except ReviewRefused as refused:
        return _page(request, actor, Slip(slip_words(refused.code), words, conclusion=conclusion))
    return _sent(request, _("Sent. Whoever settled it has to read it."))


@require_POST
@for_agents
def hurt(request: HttpRequest, actor: Actor, reaction: int) -> HttpResponse:
    """Say that a word hurt."""
    flag_reaction(actor=actor, reaction_id=reaction, now=now())
    return _sent(request, _flagged())


@require_POST
@for_agents
def note_hurt(request: HttpRequest, actor: Actor, coaching: int) -> HttpResponse:
    """Say that a note hurt."""
    flag_note(actor=actor, note_id=coaching, now=now())
    return _sent(request, _flagged())


@require_POST
@for_agents
def conclusion_hurt(request: HttpRequest, actor: Actor, conclusion: int) -> HttpResponse:
    """Say that what was said of something done first hurt."""
    flag_conclusion(actor=actor, conclusion_id=conclusion, now=now())
    return _sent(request, _flagged())


def _flagged() -> str:
    return _("Kept. Whoever said it puts it right within three working days, or a leader does.")


def _sent(request: HttpRequest, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("web:heard")


def _page(request: HttpRequest, actor: Actor, slip: Slip | None = None) -> HttpResponse:
    shown = {
        "words": [
            (word, about(word.decision), *_state(getattr(word, "flag", None))) for word in words_for(actor)[:MOST_SHOWN]
        ],
        "conclusions": [_conclusion_line(each) for each in conclusions_for(actor)[:MOST_SHOWN]],
        "reviews": [_review_line(review) for review in reviews_for(actor)[:MOST_SHOWN]],
        "draws": [_draw_line(sample) for sample in samples_about(actor)[:MOST_SHOWN]],
        "slip": slip,
        "typed": request.POST.get("words", ""),
    }
    return render(request, "web/floor/heard.html", shown)


def _state(flag: CommentFlag | None) -> tuple[bool, Repair | None]:
    return flag is not None, getattr(flag, "repair", None)


def _conclusion_line(conclusion: Conclusion) -> dict[str, object]:
    is_flagged, repair = _state(getattr(conclusion, "flag", None))
    line: ProposedLine | None = getattr(conclusion, "line", None)
    return {
        "conclusion": conclusion,
        "about": about(conclusion.settlement.gesture.decision),
        "verdict": settled_words(Settled(conclusion.verdict)),
        "answer": getattr(conclusion, "answer", None),
        "fate": "" if line is None else fate_words(line.draft),
        "is_flagged": is_flagged,
        "repair": repair,
    }


def _review_line(review: Review) -> dict[str, object]:
    note = getattr(review, "note", None)
    is_flagged, repair = _state(getattr(note, "flag", None))
    return {
        "review": review,
        "about": about(review.sample.decision),
        "verdict": verdict_words(Verdict(review.verdict)),
        "note": note,
        "is_flagged": is_flagged,
        "repair": repair,
        "answer": getattr(review, "answer", None),
    }


def _draw_line(sample: Sample) -> DrawLine:
    draw = draw_of(sample.decision) if sample.plan_id is not None else None
    if draw is None:
        by = "" if sample.drawn_by is None else sample.drawn_by.display_name
        return DrawLine(about(sample.decision), by, sample.reason, 0, 0, 0, 0)
    number = draw.number * WHOLE >> (8 * NUMBER_BYTES)
    return DrawLine(about(sample.decision), "", "", draw.leaf, draw.checkpoint.size, number, draw.rate)

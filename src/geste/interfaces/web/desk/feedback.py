"""Feedback: did it leave the customer satisfied? Asked once, quietly, and shown with where it is known from."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.feedback import (
    days_possible,
    decision_numbered,
    decisions_on,
    feedback_on,
    is_withdrawn,
    to_ask_about,
)
from geste.apps.gestures.models import WORDS_CHARACTERS, DecisionRecord, Feedback, Satisfaction, Source
from geste.apps.gestures.policies import may_withdraw
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.services.note_feedback import FeedbackRefused, Heard, note_feedback
from geste.apps.gestures.services.withdraw_feedback import withdraw_feedback
from geste.interfaces.web.desk.fields import Choice
from geste.interfaces.web.speech import day, gesture_words, own
from geste.interfaces.web.visitor import for_agents, now

TO_CASE, TO_RECEIPT, ALONE = "case", "receipt", "alone"
"""The page on which somebody was asked, and to which they come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One word on how it went, as a page tells it."""

    number: int
    about: str
    how: str
    satisfaction: str
    source: str
    words: str
    when: str
    by: str
    is_withdrawn: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What is known of how it went, and the form for one thing more, about one decision.

    `back` is the page it stands on; `is_known` if something stands that was not withdrawn.
    """

    decision: DecisionRecord
    about: str
    lines: tuple[Line, ...]
    is_known: bool
    sources: tuple[Choice, ...]
    answers: tuple[tuple[str, str], ...]
    back: str
    key: str
    first: date
    last: date
    characters: int = WORDS_CHARACTERS
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@for_agents
def show(request: HttpRequest, actor: Actor, decision_id: int) -> HttpResponse:
    """Show what is known of how one decision went, and note one thing more."""
    decision = decision_numbered(actor, decision_id)
    if request.method != "POST":
        return _page(request, panel_about(decision, actor, back=ALONE))
    typed = request.POST.dict()
    try:
        note_feedback(actor=actor, decision_id=decision_id, heard=_heard(typed), now=now())
    except (FeedbackRefused, ProposalRefused) as refused:
        panel = panel_about(decision, actor, back=typed.get("back", ""), typed=typed)
        return _page(request, replace(panel, problem=refusal_words(refused.code)))
    messages.success(request, _("Noted."))
    return _back(decision, typed.get("back", ""))


@require_POST
@for_agents
def withdraw(request: HttpRequest, actor: Actor, feedback_id: int) -> HttpResponse:
    """Say that something was noted by mistake."""
    feedback = withdraw_feedback(actor=actor, feedback_id=feedback_id, now=now())
    messages.success(request, _("Withdrawn. It stays written, and counts no longer."))
    return _back(decision_numbered(actor, feedback.decision_id), request.POST.get("back", ""))


def panel_on(case: Case, actor: Actor) -> Panel | None:
    """Return what is known of how a case went; nothing while there is nothing yet to ask about."""
    decisions = decisions_on(case)
    asked = to_ask_about(case, decisions)
    return None if asked is None else _panel(actor, asked, decisions, back=TO_CASE)


def panel_about(decision: DecisionRecord, actor: Actor, *, back: str, typed: Mapping[str, str] | None = None) -> Panel:
    """Return what is known of how one decision went."""
    return _panel(actor, decision, [decision], back=back, typed=typed)


def how_words(satisfaction: str) -> str:
    """Return how it left the customer, in words."""
    words = {
        Satisfaction.SATISFIED: _("Satisfied"),
        Satisfaction.NOT_SATISFIED: _("Not satisfied"),
        Satisfaction.UNCLEAR: _("Hard to say"),
    }
    return words[Satisfaction(satisfaction)]


def _panel(
    actor: Actor,
    asked: DecisionRecord,
    decisions: Collection[DecisionRecord],
    *,
    back: str,
    typed: Mapping[str, str] | None = None,
) -> Panel:
    found = feedback_on(decisions)
    filled = typed or {}
    first, last, today = days_possible(asked, now())
    picked = filled.get("source", Source.AGENT_NOTE)
    return Panel(
        decision=asked,
        about=_about(asked),
        lines=tuple(_line(feedback, actor) for feedback in found),
        is_known=any(not is_withdrawn(feedback) for feedback in found),
        sources=tuple(
            Choice(value=source, label=words, is_picked=source == picked) for source, words in _may_know().items()
        ),
        answers=tuple((each.value, how_words(each)) for each in Satisfaction),
        back=back,
        key=uuid.uuid4().hex,
        first=first,
        last=last,
        typed={"words": filled.get("words", ""), "day": filled.get("day", today.isoformat())},
    )


def _line(feedback: Feedback, actor: Actor) -> Line:
    return Line(
        number=feedback.pk,
        about=_about(feedback.decision),
        how=how_words(feedback.satisfaction),
        satisfaction=feedback.satisfaction,
        source=_known_from(feedback.source),
        words=feedback.words,
        when=day(feedback.happened_on),
        by=feedback.noted_by.display_name,
        is_withdrawn=is_withdrawn(feedback),
        may_withdraw=not is_withdrawn(feedback) and may_withdraw(actor, feedback).allowed,
    )


def _about(decision: DecisionRecord) -> str:
    """What a decision was about, in the names its own charter gives."""
    return gesture_words(charter_of(decision.charter_text), decision.request["proposal"]["gesture"])


def _may_know() -> dict[Source, str]:
    """Where one may know it from, as the form asks."""
    return {
        Source.AGENT_NOTE: _("I saw it"),
        Source.CUSTOMER_REPLY: _("They said so"),
        Source.CUSTOMER_RETURNED: _("They came back"),
    }


def _known_from(source: str) -> str:
    """Where it is known from, as the page tells it."""
    words = {
        Source.AGENT_NOTE: _("seen by us"),
        Source.CUSTOMER_REPLY: _("said by the customer"),
        Source.CUSTOMER_RETURNED: _("the customer came back"),
    }
    return words[Source(source)]


def refusal_words(code: str) -> str:
    """Return the sentence for what cannot be noted as it stands."""
    sentences = {
        "key.malformed": _("This form is incomplete. Load the page again."),
        "key.reused": _("This form was sent before with other values. Load the page again."),
        "words.too_long": _("Keep it to a few lines: 500 characters at most."),
        "day.before_decision": _("That day lies before the decision. Which day was it?"),
        "day.not_yet": _("That day has not come yet. Which day was it?"),
    }
    return sentences[code]


def _heard(typed: Mapping[str, str]) -> Heard:
    """What a form says. What no form of ours sends is no request of ours."""
    try:
        return Heard(
            key=typed.get("key", ""),
            satisfaction=Satisfaction(typed.get("satisfaction", "")),
            source=Source(typed.get("source", "")),
            words=typed.get("words", ""),
            happened_on=date.fromisoformat(typed["day"]) if typed.get("day") else None,
        )
    except ValueError as error:
        raise BadRequest from error


def _page(request: HttpRequest, panel: Panel) -> HttpResponse:
    purpose = own(charter_of(panel.decision.charter_text).purpose)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if panel.problem else HTTPStatus.OK
    return render(request, "web/desk/feedback.html", {"panel": panel, "purpose": purpose}, status=status)


def _back(decision: DecisionRecord, page: str) -> HttpResponse:
    """The way to the page on which somebody was asked, where the answer now stands."""
    gesture = getattr(decision, "gesture", None)
    if page == TO_CASE and decision.case is not None:
        address = reverse("web:case", args=[decision.case.reference])
    elif page == TO_RECEIPT and gesture is not None:
        address = reverse("web:receipt", args=[gesture.pk])
    else:
        address = reverse("web:feedback", args=[decision.pk])
    return HttpResponseRedirect(f"{address}#feedback")

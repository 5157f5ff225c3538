"""My page: what waits for me, what I was told, what I gave, and who may see what. In one glance, for me alone."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import given_moment
from geste.apps.portraits.selectors import consents_given
from geste.apps.portraits.settling import last_given_by, to_settle_of
from geste.apps.practice.contributions import own_contributions
from geste.apps.practice.selectors import thanks_to
from geste.apps.reviews.owed import words_for
from geste.apps.reviews.selectors import reviews_for
from geste.interfaces.web.practice.words import status_words
from geste.interfaces.web.speech import amount, gesture_words, moment, own_words
from geste.interfaces.web.visitor import for_agents, now

LATEST = 5


class Line(NamedTuple):
    """One thing given, as its giver reads it."""

    number: int
    what: str
    amount: str
    customer: str
    when: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show somebody their own page."""
    shown = {
        "room": "mine",
        "to_settle": [_line(gesture) for gesture in to_settle_of(actor)],
        "words": [(word.sent_by.display_name, own_words(word.words)) for word in words_for(actor)[:LATEST]],
        "thanks": [(it.said_by.display_name, own_words(it.words)) for it in thanks_to(actor)[:LATEST]],
        "needs": [
            (own_words(it.contribution.words), status_words(it), it.is_late)
            for it in own_contributions(actor, now=now())[:LATEST]
        ],
        "reviews": len(reviews_for(actor)),
        "given": [_line(gesture) for gesture in last_given_by(actor, most=LATEST)],
        "consents": [consent.coach.display_name for consent in consents_given(actor)],
    }
    return render(request, "web/mine/mine.html", shown)


def _line(gesture: Gesture) -> Line:
    charter = charter_of(gesture.decision.charter_text)
    case = gesture.case
    return Line(
        gesture.pk,
        gesture_words(charter, gesture.what),
        "" if gesture.amount is None else amount(gesture.amount, charter.currency),
        "" if case is None else case.customer_label or case.reference,
        moment(given_moment(gesture)),
    )

"""Bends: how a rule is bent from a card, what a receipt tells of it, and rules that a leader declared bent here."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_called
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import given_moment
from geste.apps.hops.bending import Received, bends_of, variants_over
from geste.apps.hops.models import Bend, LocalVariant
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.services.bend_rule import HOW_FAR_CHARACTERS, bend_under, note_bend
from geste.core.charter.syntax import Charter
from geste.interfaces.web.speech import amount, gesture_words, moment
from geste.interfaces.web.visitor import for_agents, now

TODAY = "today"


@dataclass(frozen=True, slots=True)
class VariantLine:
    """A rule that is bent here for a while: which, until when, why and who says so; and a key to bend it with."""

    number: int
    rule: str
    words: str
    key: str


def note_terms(typed: QueryDict, gesture: Gesture, actor: Actor, at: datetime) -> None:
    """Keep how far and for how long a rule was bent, as far as the form says so."""
    how_far = typed.get("how_far", "")[:HOW_FAR_CHARACTERS]
    until = end_of_day(given_moment(gesture)) if typed.get("lasts") == TODAY else None
    if how_far or until is not None:
        note_bend(actor=actor, gesture_id=gesture.pk, how_far=how_far, lasts_until=until, now=at)


def end_of_day(at: datetime) -> datetime:
    """Return the first moment of the next day, by the clocks of `at`."""
    return (at + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def bend_lines(gesture: Gesture) -> list[str]:
    """Return what a receipt tells of the rules a gesture bent."""
    charter = charter_of(gesture.decision.charter_text)
    return [_bend_words(bend, gesture, charter) for bend in bends_of(gesture)]


def _bend_words(bend: Bend, gesture: Gesture, charter: Charter) -> str:
    told = {"rule": gesture_words(charter, bend.rule), "how_far": bend.how_far}
    bent = _("Rule bent: %(rule)s, %(how_far)s.") % told if bend.how_far else _("Rule bent: %(rule)s.") % told
    if bend.variant is not None:
        return f"{bent} {_variant_words(bend.variant, given_moment(gesture))}"
    if bend.lasts_until is None:
        return f"{bent} {_('For this once.')}"
    until = moment(bend.lasts_until.astimezone(given_moment(gesture).tzinfo))
    return f"{bent} {_('Until %(until)s.') % {'until': until}}"


def variant_lines(case: Case, actor: Actor, *, at: datetime) -> tuple[VariantLine, ...]:
    """Return the rules that are bent where a case is, or for the team of whoever works on it."""
    found = variants_over(case.site_id, actor.team_id, at=at)
    return tuple(
        VariantLine(
            variant.pk,
            gesture_words(charter_of(variant.charter_text), variant.rule),
            _variant_words(variant, at),
            uuid.uuid4().hex,
        )
        for variant in found
    )


def _variant_words(variant: LocalVariant, at: datetime) -> str:
    told = {
        "name": variant.declared_by.display_name,
        "until": moment(variant.until.astimezone(at.tzinfo)),
        "because": variant.because,
    }
    return _("Bent here until %(until)s, says %(name)s: %(because)s") % told


@require_POST
@for_agents
def under(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Bend a rule as it was declared bent here, and show the receipt."""
    case = case_called(actor, reference)
    typed = request.POST.get("variant", "")
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < HOW_FAR_CHARACTERS else 0
    try:
        outcome = bend_under(actor=actor, case=case, number=number, key=request.POST.get("key", ""), now=now())
    except (HopRefused, ProposalRefused):
        outcome = None
    if outcome is None or outcome.gesture is None:
        messages.error(request, _("Nothing was done: this does not hold here, not any more, or it is done already."))
        return redirect("web:case", reference=reference)
    return redirect("web:receipt", gesture_id=outcome.gesture.pk)


def received_words(found: Received, charter: Charter) -> str:
    """Return what comparable cases received, in words."""
    told: dict[str, object] = {"number": found.times}
    if found.low is None or found.high is None:
        return _("In the last 90 days, %(number)s other customers received this.") % told
    told |= {"low": amount(found.low, charter.currency), "high": amount(found.high, charter.currency)}
    return _("Half of %(number)s like this received from %(low)s to %(high)s. You decide for this customer.") % told

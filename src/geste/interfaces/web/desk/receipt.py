"""Receipt: a decision with everything it rested on, for the person who made it to keep."""

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.gestures.afterwards import TakeBackRefused
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.policies import may_take_back
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import given_moment, is_taken_back, may_still_be_taken_back, receipt_of
from geste.apps.gestures.services.take_back_gesture import take_back_gesture
from geste.apps.ledger.models import Account, Entry
from geste.apps.people.selectors import on_the_clock_of
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import NOW
from geste.interfaces.web.desk.afterwards import after_giving
from geste.interfaces.web.desk.bends import bend_lines
from geste.interfaces.web.desk.feedback import TO_RECEIPT, panel_about
from geste.interfaces.web.desk.fields import label_of, said_value, stated
from geste.interfaces.web.desk.forgetting import forgotten_words
from geste.interfaces.web.desk.proof import proof_of
from geste.interfaces.web.desk.thinking import thoughts_on
from geste.interfaces.web.speech import amount, gesture_words, language, moment, own, role_words, say
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.measures import say_duration
from geste.phrases.names import clause_words
from geste.phrases.speak import say_word
from geste.phrases.typography import set_words


@dataclass(frozen=True, slots=True)
class Asserted:
    """A fact as it was when the decision was made."""

    label: str
    value: str
    is_claimed: bool


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Show the receipt of one gesture."""
    receipt = receipt_of(actor, gesture_id)
    decision, charter = receipt.decision, receipt.in_force.charter
    given_at = given_moment(receipt.gesture)
    entry = receipt.gesture.entry
    return render(
        request,
        "web/desk/receipt.html",
        {
            "receipt": receipt,
            "name": gesture_words(charter, receipt.gesture.what),
            "amount": "" if receipt.gesture.amount is None else amount(receipt.gesture.amount, charter.currency),
            "clause": clause_name(charter, decision.clause),
            "entry": None if entry is None else booked(entry, charter),
            "headroom": "" if decision.headroom is None else amount(decision.headroom, charter.currency),
            "reasons": [say(reason, charter) for reason in receipt.reasons],
            "authority": say_word("authority", decision.authority, language()),
            "route": say_word("route", decision.route, language()),
            "role": role_words(charter, decision.request["actor"]["role"]),
            "facts": tuple(asserted(charter, decision.request["facts"], given_at.tzinfo)),
            "forgotten": forgotten_words(receipt.case),
            "light": light_words(receipt.gesture),
            "bends": bend_lines(receipt.gesture),
            "charter": charter,
            "purpose": own(charter.purpose),
            "when": moment(given_at),
            "can_undo": can_undo(receipt.gesture, actor, now()),
            "undo_key": uuid.uuid4().hex,
            "taken_back": taken_back_words(receipt.gesture),
            "after_giving": None if is_taken_back(receipt.gesture) else after_giving(receipt.gesture, actor),
            "panel": None if is_taken_back(receipt.gesture) else panel_about(decision, actor, back=TO_RECEIPT),
            "thoughts": thoughts_on(decision, actor),
            "proof": proof_of(request, receipt.gesture),
            "record": json.dumps(decision.request, indent=2, ensure_ascii=False, sort_keys=True),
        },
    )


@require_POST
@for_agents
def take_back(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Take back what this person has just given, and show the receipt that says so."""
    try:
        take_back_gesture(actor=actor, gesture_id=gesture_id, key=request.POST.get("key", ""), now=now())
    except (TakeBackRefused, ProposalRefused) as refused:
        messages.error(request, take_back_words(refused.code))
    return redirect("web:receipt", gesture_id=gesture_id)


def can_undo(gesture: Gesture, actor: Actor, moment: datetime) -> bool:
    """Return whether this person may still take a gesture back."""
    is_theirs = may_take_back(actor, gesture).allowed and not is_taken_back(gesture)
    return is_theirs and may_still_be_taken_back(gesture, moment)


def taken_back_words(gesture: Gesture) -> str:
    """Return when a gesture was taken back, in words; nothing if it stands."""
    if not is_taken_back(gesture):
        return ""
    when = moment(on_the_clock_of(gesture.site, gesture.reversal.taken_back_at))
    if gesture.reversal.taken_back_by_id is None:
        return _("Not carried out: %(when)s. The money went back; it counts for nothing.") % {"when": when}
    return _("Taken back: %(when)s. It counts for nothing.") % {"when": when}


def take_back_words(code: str) -> str:
    """Return the sentence for a gesture that stands."""
    sentences = {
        "take_back.too_late": _("It is too late to take this back: it was given more than 30 seconds ago."),
        "key.malformed": _("This form is incomplete. Load the page again."),
        "key.reused": _("This form was sent before with other values. Load the page again."),
        "take_back.carried_out": _("It is too late to take this back: it is being carried out."),
    }
    return sentences[code]


@dataclass(frozen=True, slots=True)
class Booked:
    """What was posted, in words."""

    debit: str
    credit: str
    amount: str
    envelope: str


def booked(entry: Entry, charter: Charter) -> Booked:
    """Return an entry of the ledger as people read it."""
    envelope = next((envelope for envelope in charter.envelopes if envelope.id == entry.envelope), None)
    return Booked(
        account_words(entry.debit),
        account_words(entry.credit),
        amount(entry.amount, charter.currency),
        entry.envelope if envelope is None else own(envelope.name),
    )


def clause_name(charter: Charter, clause: str) -> str:
    """Return what a clause says, or what the gesture is called that stands for itself."""
    name = gesture_words(charter, clause)
    return name if name != clause else set_words(clause_words(charter, clause, language()), language())


def account_words(account: str) -> str:
    """Return what an account is called."""
    words = {
        Account.GESTURES: _("Gestures"),
        Account.FOREGONE_REVENUE: _("Revenue forgone"),
        Account.COST_PRICE: _("Goods at cost price"),
        Account.OWED: _("Paid by right"),
        Account.TO_SETTLE: _("To settle"),
        Account.DUE_TO_CUSTOMERS: _("Due to customers"),
        Account.WAIVED_FEES: _("Waived"),
        Account.GOODS: _("Goods given"),
        Account.PAID_OUT: _("Paid out"),
        Account.CLEARING_MANUAL: _("On its way, by hand"),
        Account.CLEARING_EMAIL: _("On its way, by e-mail"),
        Account.CLEARING_STRIPE: _("On its way, by Stripe"),
        Account.CLEARING_WEBHOOK: _("On its way, to another system"),
        Account.ENVELOPES: _("Envelopes"),
        Account.BUDGET: _("Budget"),
    }
    return words[Account(account)]


def light_words(gesture: Gesture) -> str:
    """Return by whose yes, or after how long a silence, something was given beyond the charter; nothing if by none."""
    light = gesture.green_light
    if light is None:
        return ""
    waited = say_duration(light.opened_at - light.asked_at, language())
    if light.said_by is None:
        return _("Asked, and no answer in %(time)s: silence means act.") % {"time": waited}
    return _("Asked, and %(name)s said yes.") % {"name": light.said_by.display_name}


def asserted(charter: Charter, facts: Mapping[str, object], zone: tzinfo | None) -> Iterator[Asserted]:
    """Yield the facts that were known, in the charter's order, as people read them."""
    for path, declaration in charter.vocabulary.facts.items():
        value, is_marked_claimed = stated(facts, path)
        if value is None or path == NOW:
            continue
        text = said_value(declaration, value, charter.currency, zone)
        is_marked = isinstance(_raw(facts, path), Mapping)
        is_claimed = is_marked_claimed if is_marked else declaration.is_claim
        yield Asserted(label_of(declaration), text, is_claimed)


def _raw(facts: Mapping[str, object], path: str) -> object:
    value: object = facts
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value

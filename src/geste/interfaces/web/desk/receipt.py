"""Receipt: a decision with everything it rested on, for the person who made it to keep."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from geste.apps.base.actor import Actor
from geste.apps.cases.selectors import moment_of
from geste.apps.gestures.selectors import Receipt, receipt_of
from geste.core.charter.vocabulary import NOW
from geste.interfaces.web.desk.fields import label_of, said_value, stated
from geste.interfaces.web.speech import amount, language, moment, say
from geste.interfaces.web.visitor import for_agents
from geste.phrases.names import gesture_name, role_name
from geste.phrases.speak import say_word


@dataclass(frozen=True, slots=True)
class Asserted:
    """A fact as it was when the decision was made."""

    label: str
    value: str
    is_claimed: bool


@require_GET
@for_agents
def show(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Show the receipt of one gesture."""
    receipt = receipt_of(actor, gesture_id)
    decision, charter, case = receipt.decision, receipt.in_force.charter, receipt.case
    given_at = moment_of(case, receipt.gesture.given_at)
    entry = receipt.gesture.entry
    return render(
        request,
        "web/desk/receipt.html",
        {
            "receipt": receipt,
            "name": gesture_name(charter, receipt.gesture.what, language()),
            "amount": "" if receipt.gesture.amount is None else amount(receipt.gesture.amount, charter.currency),
            "entry_amount": "" if entry is None else amount(entry.amount, charter.currency),
            "headroom": "" if decision.headroom is None else amount(decision.headroom, charter.currency),
            "reasons": [say(reason, charter) for reason in receipt.reasons],
            "authority": say_word("authority", decision.authority, language()),
            "route": say_word("route", decision.route, language()),
            "role": role_name(charter, decision.request["actor"]["role"], language()),
            "facts": tuple(asserted(receipt)),
            "charter": charter,
            "purpose": charter.purpose.in_language(language()),
            "when": moment(given_at),
            "record": json.dumps(decision.request, indent=2, ensure_ascii=False, sort_keys=True),
        },
    )


def asserted(receipt: Receipt) -> Iterator[Asserted]:
    """Yield the facts that were known, in the charter's order, as people read them."""
    charter, facts = receipt.in_force.charter, receipt.decision.request["facts"]
    zone = moment_of(receipt.case, receipt.gesture.given_at).tzinfo
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

"""Seen: what an open page shows of the facts, so that it states what was changed in it and overwrites nothing else."""

import json
from collections.abc import Mapping
from datetime import tzinfo

from geste.apps.cases.models import Case
from geste.apps.cases.services.state_facts import Seen, value_at
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import FactDeclaration
from geste.interfaces.web.desk.fields import Field, as_typed, stated, wire_value

PAGE_CHARACTERS = 40


def seen_in(fields: tuple[Field, ...], case: Case) -> str:
    """Return what a page is about to show of a case's facts, for the page to send back."""
    return json.dumps({field.path: value_at(case.facts, field.path) for field in fields})


def read_seen(posted: Mapping[str, str]) -> Seen:
    """Return what a form says its page showed; a form that says nothing readable has seen nothing."""
    try:
        values = json.loads(posted.get("seen", "{}"))
    except ValueError:
        values = {}
    return Seen(posted.get("page", "")[:PAGE_CHARACTERS], values if isinstance(values, dict) else {})


def changed_in(
    charter: Charter, posted: Mapping[str, object], seen: Mapping[str, object], zone: tzinfo
) -> dict[str, object]:
    """Return the facts that somebody changed in a page: all that differ from what it would have sent untouched."""
    facts = charter.vocabulary.facts
    return {
        path: value
        for path, value in posted.items()
        if path not in seen or path not in facts or value != _untouched(facts[path], seen[path], charter, zone)
    }


def _untouched(declaration: FactDeclaration, value: object, charter: Charter, zone: tzinfo) -> object:
    """What a field sends back that shows `value` and that nobody touched."""
    inner, is_claimed = stated({"it": value}, "it")
    sent = wire_value(declaration.type, as_typed(declaration.type, inner, charter.currency, zone), zone)
    if sent is None or not (declaration.is_claim or is_claimed):
        return sent
    return {"claimed" if is_claimed else "confirmed": sent}


def changed_elsewhere(case: Case, seen: Seen, stated_here: Mapping[str, object]) -> frozenset[str]:
    """Return the facts that are no longer what a page showed, though nobody changed them in it."""
    return frozenset(
        path for path, value in seen.values.items() if path not in stated_here and value_at(case.facts, path) != value
    )

"""Open: write down what happened, the root issue first, in the customer's words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.cases.events import CaseOpened
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case, Kind
from geste.apps.charters.selectors import charter_in_force

REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)
# Stands in an address where the reference of a case does.
RESERVED = frozenset({"new"})
WORDS_CHARACTERS = 5_000
LABEL_CHARACTERS = 160


class OpeningRefused(Exception):
    """What was written down cannot be taken as it stands; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is written down first. Everything but the reference and the kind may come later."""

    reference: str
    kind: Kind
    words: str = ""
    customer: str = ""
    customer_label: str = ""
    language: str = "en"
    facts: Mapping[str, object] = field(default_factory=dict)
    staged_at: datetime | None = None
    is_training: bool = False


@transaction.atomic(durable=True)
def open_case(*, actor: Actor, opening: Opening, now: datetime) -> Case:
    """Return the case with this reference, opened now unless the same was opened already.

    Raises:
        OpeningRefused: a complaint without the customer's words, a reference nobody can go by or that another case
            has, or a text that is too long.
        InputRefused: a fact is not declared by the charter in force, or its value is not of its type.
        NoCharterInForce: there are facts and no charter to read them by.
    """
    _check(opening)
    if opening.facts:
        in_force = charter_in_force(at=opening.staged_at or now)
        in_force.prepared.read({"actor": {"role": "everyone"}, "facts": opening.facts})

    case, is_new = Case.objects.get_or_create(
        reference=opening.reference,
        defaults={
            "kind": opening.kind,
            "words": opening.words,
            "customer": opening.customer,
            "customer_label": opening.customer_label,
            "language": opening.language,
            "searched_name": folded(f"{opening.reference} {opening.customer} {opening.customer_label}"),
            "searched_words": folded(opening.words),
            "facts": dict(opening.facts),
            "site_id": actor.site_id,
            "opened_by_id": actor.user_id,
            "opened_at": opening.staged_at or now,
            "staged_at": opening.staged_at,
            "is_training": opening.is_training,
        },
    )
    if is_new:
        emit(CaseOpened(at=now, case_id=case.pk))
    elif not _is_the_same(case, actor, opening):
        raise OpeningRefused("reference.taken")
    return case


def _check(opening: Opening) -> None:
    if opening.kind is Kind.COMPLAINT and not opening.words.strip():
        raise OpeningRefused("words.missing")
    if len(opening.words) > WORDS_CHARACTERS:
        raise OpeningRefused("words.too_long")
    if len(opening.customer_label) > LABEL_CHARACTERS:
        raise OpeningRefused("label.too_long")
    if REFERENCE.fullmatch(opening.reference) is None or opening.reference in RESERVED:
        raise OpeningRefused("reference.malformed")


def _is_the_same(case: Case, actor: Actor, opening: Opening) -> bool:
    written = (case.opened_by_id, case.kind, case.words, case.customer_label)
    return written == (actor.user_id, opening.kind, opening.words, opening.customer_label)

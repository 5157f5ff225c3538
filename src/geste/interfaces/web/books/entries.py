"""Entries: the journal, looked through by month, account and envelope, and one entry with the decision behind it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_of, charter_to_show
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.trace import gestures_behind
from geste.apps.ledger.models import Account, Entry
from geste.apps.ledger.statements import (
    Look,
    NoSuchEntry,
    entries_found,
    entry_numbered,
    envelopes_known,
    left_before,
    with_reasons,
)
from geste.core.charter.syntax import Charter
from geste.interfaces.web.books.month import no_month, with_chosen
from geste.interfaces.web.books.months import last_booked, month_of, months_until
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import about, envelope_words, money, stamp
from geste.interfaces.web.desk.receipt import account_words, clause_name
from geste.interfaces.web.errors import not_found

ENTRIES_A_PAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in the list."""

    number: int
    about: str
    when: str
    debit: str
    credit: str
    amount: str
    envelope: str
    is_reversal: bool
    is_reversed: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked for, as the address says it."""

    month: str
    account: str = ""
    envelope: str = ""

    @property
    def address(self) -> str:
        """The address of the list as it is looked at."""
        said = {"month": self.month, "account": self.account, "envelope": self.envelope}
        return f"?{urlencode({name: value for name, value in said.items() if value})}"


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision an entry rests on, and the version of the charter it was made under."""

    gesture: int
    route: str
    clause: str
    version: int


@require_safe
@for_readers
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the entries of a month; month, account and envelope stand in the address."""
    at, asked = today(), request.GET
    chosen = month_of(asked.get("month", ""), at)
    if chosen is None:
        return no_month(request)
    account = asked.get("account", "") if asked.get("account") in set(Account) else ""
    looked = Looked(chosen.name, account, asked.get("envelope", ""))
    rows = with_reasons(entries_found(Look(chosen.since, chosen.until, looked.account, looked.envelope)))
    found = Paginator(rows, ENTRIES_A_PAGE).get_page(asked.get("page"))
    charter, gestures = charter_to_show(at=at).charter, gestures_behind(actor, found.object_list)
    shown = {
        "room": "books-entries",
        "looked": looked,
        "chosen": chosen,
        "booked": None if found.object_list or looked.account or looked.envelope else last_booked(chosen),
        "months": with_chosen(months_until(at), chosen),
        "accounts": [(name.value, account_words(name)) for name in Account],
        "envelopes": [(name, envelope_words(charter, name)) for name in envelopes_known()],
        "found": found,
        "lines": [_line(entry, gestures, charter) for entry in found],
    }
    return render(request, "web/books/entries.html", shown)


@require_safe
@for_readers
def show_one(request: HttpRequest, actor: Actor, entry: int) -> HttpResponse:
    """Show one entry: both its sides, its envelope before and after, what it reverses, and the decision behind it."""
    try:
        row = entry_numbered(entry)
    except NoSuchEntry:
        return not_found(request)
    charter, gestures = charter_to_show(at=today()).charter, gestures_behind(actor, [row])
    before = left_before(row)
    shown = {
        "room": "books-entries",
        "entry": row,
        "line": _line(row, gestures, charter),
        "before": "" if before is None else money(before, row.currency),
        "after": "" if row.envelope_left is None else money(row.envelope_left, row.currency),
        "change": getattr(row, "change", None),
        "reversed_by": getattr(row, "reversed_by", None),
        "decision": _decision(gestures.get(row.gesture_key)),
    }
    return render(request, "web/books/entry.html", shown)


def _line(entry: Entry, gestures: dict[str, Gesture], charter: Charter) -> Line:
    return Line(
        number=entry.pk,
        about=about(entry, gestures),
        when=stamp(entry.occurred_at),
        debit=account_words(entry.debit),
        credit=account_words(entry.credit),
        amount=money(entry.amount, entry.currency),
        envelope=envelope_words(charter, entry.envelope) if entry.envelope else "",
        is_reversal=entry.reverses_id is not None,
        is_reversed=hasattr(entry, "reversed_by"),
    )


def _decision(gesture: Gesture | None) -> Decision | None:
    if gesture is None:
        return None
    decided, charter = gesture.decision, charter_of(gesture.decision.charter_text)
    return Decision(
        gesture=gesture.pk,
        route=_("Somebody acted first, in good faith.") if decided.route == "act_first" else _("Within the charter."),
        clause=clause_name(charter, decided.clause),
        version=decided.charter_version,
    )

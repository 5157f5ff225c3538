"""Month: what a month came to by account. Revenue that was let go is no cash, and never added to it."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.ledger.models import Account
from geste.apps.ledger.statements import AccountSum, Look, closed_period, envelopes_known, sums_by_account
from geste.core.ledger.accounts import CLEARING
from geste.interfaces.web.books.months import Month, last_booked, month_of, months_until
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import envelope_words, money, money_or_dash
from geste.interfaces.web.desk.receipt import account_words
from geste.interfaces.web.errors import page

COST = (Account.OWED, Account.GESTURES, Account.COST_PRICE)
TO_SETTLE = (Account.TO_SETTLE,)
LET_GO = (Account.FOREGONE_REVENUE, Account.WAIVED_FEES)
WAY_OUT = (Account.DUE_TO_CUSTOMERS, *CLEARING.values(), Account.PAID_OUT, Account.GOODS)
SET_ASIDE = (Account.ENVELOPES, Account.BUDGET)


@dataclass(frozen=True, slots=True)
class Line:
    """One account in words."""

    account: str
    name: str
    entries: int
    debits: str
    credits: str
    net: str


@dataclass(frozen=True, slots=True)
class Section:
    """Accounts of one nature. What they come to is told only where adding them up means something."""

    title: str
    note: str
    lines: tuple[Line, ...]
    totals: tuple[str, ...] = ()


@require_safe
@for_readers
def show(request: HttpRequest, _actor: Actor) -> HttpResponse:
    """Show one month by account; month and envelope stand in the address."""
    at = today()
    chosen, envelope = month_of(request.GET.get("month", ""), at), request.GET.get("envelope", "")
    if chosen is None:
        return no_month(request)
    charter = charter_to_show(at=at).charter
    sums = sums_by_account(Look(chosen.since, chosen.until, envelope=envelope))
    shown = {
        "room": "books-month",
        "chosen": chosen,
        "months": with_chosen(months_until(at), chosen),
        "booked": None if sums or envelope else last_booked(chosen),
        "envelope": envelope,
        "envelopes": [(name, envelope_words(charter, name)) for name in envelopes_known()],
        "sections": sections(sums),
        "closed": closed_period(chosen.name),
    }
    return render(request, "web/books/month.html", shown)


def no_month(request: HttpRequest) -> HttpResponse:
    """Return the page for what is no month."""
    return page(request, HTTPStatus.BAD_REQUEST, _("That is no month"), _("Write the month like 2026-05."))


def with_chosen(months: list[Month], chosen: Month) -> list[Month]:
    """Return the months to choose from, with the one that is looked at."""
    return months if chosen in months else [chosen, *months]


def sections(sums: list[AccountSum]) -> list[Section]:
    """Return what moved, by the nature of the accounts; a nature without movement is left out, but never the costs."""
    parts = (
        (COST, _("What it cost"), _("Owed and given, in money or at cost price.")),
        (TO_SETTLE, _("To settle"), _("Somebody acted first. Settling says whether it is a cost or revenue forgone.")),
        (LET_GO, _("Revenue forgone"), _("No cash: fees waived and prices lowered. Never added to what it cost.")),
        (WAY_OUT, _("On its way out"), _("What is due to customers, under way, paid out or handed over.")),
        (SET_ASIDE, _("Set aside"), _("What filled, raised or lowered the envelopes. A plan, no payment.")),
    )
    found = []
    for accounts, title, note in parts:
        mine = [it for it in sums if it.account in accounts]
        if mine or accounts is COST:
            found.append(Section(title, note, tuple(map(_line, mine)), _totals(mine) if accounts is COST else ()))
    return found


def _line(moved: AccountSum) -> Line:
    amounts = (money_or_dash(minor, moved.currency) for minor in (moved.debits, moved.credits, moved.net))
    return Line(moved.account.value, account_words(moved.account), moved.entries, *amounts)


def _totals(sums: list[AccountSum]) -> tuple[str, ...]:
    codes = sorted({it.currency for it in sums})
    return tuple(money(sum(it.net for it in sums if it.currency == code), code) for code in codes)

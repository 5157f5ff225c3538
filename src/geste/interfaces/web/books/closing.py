"""Closing: the line under a month, with its evidence; the months that are closed, and what is still to close."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.ledger.models import ClosedPeriod
from geste.apps.ledger.selectors import closed_until
from geste.apps.ledger.services.close_period import CloseRefused, close_period
from geste.apps.ledger.statements import closed_period, closed_periods, is_as_closed, uncleared
from geste.core.ledger.closing import Movement
from geste.interfaces.web.books.months import Month, month_of, months_until
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import day, envelope_words, money_or_dash, stamp
from geste.interfaces.web.desk.receipt import account_words
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.speech import language, month
from geste.interfaces.web.visitor import now
from geste.phrases.operations import say_faults


@require_safe
@for_readers
def show(request: HttpRequest, _actor: Actor) -> HttpResponse:
    """Show which months are open and closed, and what can be taken along of each."""
    return _page(request)


@require_POST
@for_readers
def close(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Close a month for good, and show its evidence."""
    name = request.POST.get("month", "")
    try:
        closed = close_period(actor=actor, month=name, now=now())
    except CloseRefused as refused:
        return _page(request, refusal(refused))
    messages.success(request, _("%(month)s is closed.") % {"month": _said(closed)})
    return redirect("web:books-closed", closed=closed.name)


@require_safe
@for_readers
def show_one(request: HttpRequest, _actor: Actor, closed: str) -> HttpResponse:
    """Show the evidence of a closed month: who, when, what it came to, and whether it still does."""
    row = closed_period(closed)
    if row is None:
        return not_found(request)
    charter = charter_to_show(at=today()).charter
    shown = {
        "room": "books-close",
        "closed": row,
        "words": _said(row),
        "since": stamp(row.since),
        "until": stamp(row.until),
        "when": stamp(row.closed_at),
        "by": "" if row.closed_by is None else row.closed_by.display_name,
        "is_as_closed": is_as_closed(row),
        "lines": [
            {
                "account": account_words(moved.account),
                "envelope": envelope_words(charter, moved.envelope) if moved.envelope else "",
                "debits": money_or_dash(moved.debits, moved.currency),
                "credits": money_or_dash(moved.credits, moved.currency),
            }
            for moved in (Movement(*values) for values in row.movements)
        ],
    }
    return render(request, "web/books/closed.html", shown)


def refusal(refused: CloseRefused) -> str:
    """Return why a month stays open."""
    sentences = {
        "close.no_month": _("Write the month like 2026-05."),
        "close.not_over": _("This month is not over yet. It can be closed from the first day after it."),
        "close.closed_later": _("A later month is closed already, and this one with it."),
        "close.flawed": _(
            "The books are not as they must be: %(why)s The person who runs Geste finds more in geste doctor."
        )
        % {"why": say_faults(refused.faults, language())},
    }
    return sentences[refused.code]


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    at = today()
    months = months_until(at)
    shown = {
        "room": "books-close",
        "months": months,
        "closable": _closable(months),
        "closed": [
            {"row": row, "words": _said(row), "when": day(row.closed_at), "by": row.closed_by}
            for row in closed_periods()
        ],
        "under_way": len(uncleared()),
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/books/close.html", shown, status=status)


def _closable(months: list[Month]) -> list[Month]:
    """The months that are over and not closed, the oldest first: with a month, every earlier one is closed."""
    until, moment = closed_until(), now()
    return [it for it in reversed(months) if it.until <= moment and (until is None or it.until > until)]


def _said(row: ClosedPeriod) -> str:
    named = month_of(row.name, row.since)
    return row.name if named is None else month(named.since)

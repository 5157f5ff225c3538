"""Transit: what stands in the clearing accounts: under way, or unexplained. It has to come to nought."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.execution.selectors import promised_not_done
from geste.apps.ledger.statements import UNEXPLAINED_AFTER, Uncleared, uncleared
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import money, stamp
from geste.interfaces.web.desk.receipt import account_words


@dataclass(frozen=True, slots=True)
class Line:
    """What one gesture has left in one clearing account."""

    entry: int
    account: str
    amount: str
    since: str
    age: str
    is_unexplained: bool


@require_safe
@for_readers
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what has not cleared, the oldest first."""
    at = today()
    lines = [_line(item, at) for item in uncleared()]
    shown = {
        "room": "books-transit",
        "unexplained": [line for line in lines if line.is_unexplained],
        "under_way": [line for line in lines if not line.is_unexplained],
        "promised": promised_not_done(actor).count(),
        "days": UNEXPLAINED_AFTER.days,
    }
    return render(request, "web/books/transit.html", shown)


def _line(item: Uncleared, at: datetime) -> Line:
    days = max(0, (at - item.since).days)
    age = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
    return Line(
        item.entry,
        account_words(item.account),
        money(item.amount, item.currency),
        stamp(item.since),
        age,
        item.is_unexplained(at),
    )

"""Export: a month of the books as files that other programs read. Every entry with its decision, nobody's name."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.gestures.trace import traced_entries
from geste.apps.ledger.models import ClosedPeriod
from geste.apps.ledger.selectors import dated_entries
from geste.apps.ledger.statements import closed_period
from geste.core.ledger.beancount import beancount_lines
from geste.core.ledger.closing import movements
from geste.core.ledger.spreadsheet import entry_lines, movement_lines
from geste.interfaces.web.books.month import no_month
from geste.interfaces.web.books.months import Month, month_of
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.errors import not_found

KINDS = {"entries": "csv", "sums": "csv", "journal": "beancount"}
TYPES = {"csv": "text/csv; charset=utf-8", "beancount": "text/plain; charset=utf-8"}


@require_safe
@for_readers
def download(request: HttpRequest, _actor: Actor) -> HttpResponse:
    """Send one month as a file, or all that was closed with one; month and kind stand in the address."""
    asked = request.GET
    name, kind = asked.get("month", ""), asked.get("kind", "entries")
    closed = closed_period(name) if "closed" in asked else None
    chosen = closed or month_of(name, today())
    if chosen is None:
        return no_month(request)
    if kind not in KINDS:
        return not_found(request)
    name = f"geste-{chosen.name}-{kind}.{KINDS[kind]}"
    return HttpResponse(
        "".join(f"{line}\n" for line in lines_of(kind, chosen)),
        content_type=TYPES[KINDS[kind]],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def lines_of(kind: str, chosen: Month | ClosedPeriod) -> Iterable[str]:
    """Return the lines of one file."""
    if kind == "sums":
        return movement_lines(movements(dated_entries(since=chosen.since, until=chosen.until)), {})
    entries = traced_entries(since=chosen.since, until=chosen.until)
    if kind == "journal":
        return beancount_lines(entries, title=f"Gestures {chosen.name}")
    return entry_lines(entries)

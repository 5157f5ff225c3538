"""Export: every small gesture of a month, for the books: the discount stays in sight, no person is named."""

import csv
import io
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import given_moment, price_before, small_gestures_given
from geste.core.money import currency_of, format_amount
from geste.interfaces.web.counter.counting import month_of
from geste.interfaces.web.counter.till import till_of
from geste.interfaces.web.errors import page
from geste.interfaces.web.visitor import for_agents, now

COLUMNS = ("moment", "gesture", "item", "gross", "given", "net", "currency", "receipt")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@require_safe
@for_agents
def download(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send the small gestures of one month as a table; the month stands in the address."""
    till = till_of(actor, now())
    month = month_of(request.GET.get("month", ""), till.at)
    if month is None:
        words = _("Write the month like 2026-05.")
        return page(request, HTTPStatus.BAD_REQUEST, _("That is no month"), words)
    since, until = month
    table = io.StringIO()
    csv.writer(table).writerows([COLUMNS, *lines_of(small_gestures_given(actor, since=since, until=until))])
    name = f"geste-{since:%Y-%m}.csv"
    return HttpResponse(
        table.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def lines_of(gestures: Iterable[Gesture]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each gesture. The price is there where something was taken off it and it is known."""
    for gesture in gestures:
        currency = currency_of(gesture.currency)
        assert currency is not None, "only known currencies are given"
        price = price_before(gesture)
        yield (
            given_moment(gesture).isoformat(timespec="seconds"),
            gesture.what,
            as_text(gesture.item),
            "" if price is None else format_amount(price, currency),
            "" if gesture.amount is None else format_amount(gesture.amount, currency),
            "" if price is None else format_amount(price - (gesture.amount or 0), currency),
            gesture.currency,
            str(gesture.pk),
        )


def as_text(typed: str) -> str:
    """Return what somebody typed so that no program that opens the table takes it for a formula."""
    return f"'{typed}" if typed.startswith(FORMULA_SIGNS) else typed

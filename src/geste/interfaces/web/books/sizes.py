"""Sizes: what decisions cost, by size, and how many stay below the trust line. Of the house, never of a person."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.gestures.distribution import Bar, Distribution, distribution_of_cost
from geste.interfaces.web.books.reader import for_readers, today
from geste.interfaces.web.books.words import day
from geste.interfaces.web.speech import amount, share

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One size in words: how many, which share, and how wide its bar is beside the widest."""

    name: str
    times: int
    share: str
    percent: int
    is_below: bool


@require_safe
@for_readers
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the last four weeks."""
    at = today()
    found = distribution_of_cost(at=at)
    most = max((bar.times for bar in found.bars), default=0)
    shown = {
        "room": "books-sizes",
        "at": day(at),
        "found": found,
        "line": amount(found.charter.trust_line, found.charter.currency),
        "below": share(found.basis_points(found.below_line)) if found.is_enough else "",
        "free": share(found.basis_points(found.at_zero)) if found.is_enough else "",
        "rows": [_row(bar, found, most) for bar in found.bars] if found.is_enough else [],
    }
    return render(request, "web/books/sizes.html", shown)


def _row(bar: Bar, found: Distribution, most: int) -> Row:
    return Row(
        name=_name(bar, found),
        times=bar.times,
        share=share(found.basis_points(bar.times)),
        percent=bar.times * WHOLE // most,
        is_below=bar.up_to is not None and bar.up_to <= found.charter.trust_line,
    )


def _name(bar: Bar, found: Distribution) -> str:
    currency = found.charter.currency
    if bar.above is None:
        return _("Nothing")
    if bar.up_to is None:
        return _("More than %(amount)s") % {"amount": amount(bar.above, currency)}
    return _("Up to %(amount)s") % {"amount": amount(bar.up_to, currency)}

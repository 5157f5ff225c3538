"""Sleep: what an owner can sleep with, the worst and the likely month in one sentence each."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from geste.apps.charters.first_charter import month_of
from geste.core.charter.syntax import Charter
from geste.core.money import Currency
from geste.interfaces.web.speech import amount

ASKED_FOR_MORE = 4
"""Guests in a thousand who had their stay refunded where everybody could refund it (Hampton Inn, published)."""


@dataclass(frozen=True, slots=True)
class Sleep:
    """The worst case and the likely one, in words."""

    worst: str
    likely: str


def sleep_words(charter: Charter, *, currency: Currency, case_cap: int, envelope: int | None) -> Sleep:
    """Return what these figures come to. `envelope` is none where no month has a bound of its own."""
    said = {"cap": amount(case_cap, currency), "four": amount(case_cap * ASKED_FOR_MORE, currency)}
    if envelope is None:
        worst = _("At worst: %(cap)s on one case. No month has a bound of its own.") % said
    else:
        worst = _("At worst: %(month)s a month, and %(cap)s on one case.") % {
            **said,
            "month": amount(envelope, currency),
        }
        month = month_of(charter)
        if month is not None and month.line == "recovery":
            worst += " " + _("Small attentions and what wins a sale come on top.")
    likely = _(
        "Likely: far less. Where anybody at a hotel chain may refund a whole stay, 4 guests in 1,000 asked for it. "
        "Here that is at most %(four)s for 1,000 customers."
    )
    return Sleep(worst, likely % said)

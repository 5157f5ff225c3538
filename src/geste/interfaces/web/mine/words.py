"""Words of one's own pages: rates as people say them, and why something cannot be done like this."""

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from geste.apps.portraits.refusals import PortraitRefused
from geste.interfaces.web.speech import locale

HUNDRED = 100


def in_a_hundred(rate: float) -> str:
    """Return a rate as so many in a hundred, rounded to a whole one."""
    return format_decimal(round(rate * HUNDRED), locale=locale())


def refusal(refused: PortraitRefused) -> str:
    """Return why something was not written."""
    return {
        "consent.to_oneself": _("You see your own already."),
    }[refused.code]

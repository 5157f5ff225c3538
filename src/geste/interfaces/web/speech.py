"""Speech: amounts, moments and words as the person reads them, in the language of the page."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from babel.dates import format_datetime
from babel.numbers import format_currency, format_decimal
from django.utils.translation import get_language, gettext

from geste.core.charter.syntax import Charter
from geste.core.money import Currency
from geste.core.reasons import Reason
from geste.phrases.catalogue import sentence
from geste.phrases.measures import unit_words
from geste.phrases.speak import say_reason

LOCALES: Final = {"en": "en_GB", "fr": "fr_FR"}


def language() -> str:
    """Return the language of the page: `en` or `fr`."""
    return "fr" if (get_language() or "").startswith("fr") else "en"


def locale() -> str:
    """Return the locale that amounts and dates follow."""
    return LOCALES[language()]


def amount(minor: int, currency: Currency) -> str:
    """Return an amount with its currency: `A$390.00`, « 390,00 $AU »."""
    return format_currency(decimal_of(minor, currency), currency.code, locale=locale())


def figure(minor: int, currency: Currency) -> str:
    """Return an amount without its currency, as people type it: `390.00`, « 390,00 »."""
    pattern = "0" if currency.exponent == 0 else "0." + "0" * currency.exponent
    return format_decimal(decimal_of(minor, currency), format=pattern, locale=locale())


def decimal_of(minor: int, currency: Currency) -> Decimal:
    """Return minor units as an exact decimal."""
    return Decimal(minor).scaleb(-currency.exponent)


def moment(value: datetime) -> str:
    """Return a moment in its own time zone: `Thursday 14 May 2026, 01:07`."""
    pattern = "EEEE d MMMM y 'à' H 'h' mm" if language() == "fr" else "EEEE d MMMM y, HH:mm"
    return format_datetime(value, pattern, locale=locale())


def word(value: str, *, is_built_in: bool = False) -> str:
    """Return one of a charter's own words as people read it; built-in words have their own in each language."""
    if value in ("yes", "no"):
        return gettext("yes") if value == "yes" else gettext("no")
    known = sentence(f"condition.word.known.{value}", language())
    return value.replace("_", " ") if known.startswith("condition.") or not is_built_in else known


def unit(value: str) -> str:
    """Return the unit of a fact as it stands beside a field."""
    return unit_words(value, language())[-1]


def say(reason: Reason, charter: Charter) -> str:
    """Return the sentence of a reason, its amounts as the person reads them."""
    return say_reason(reason, charter, language(), lambda minor: amount(minor, charter.currency))

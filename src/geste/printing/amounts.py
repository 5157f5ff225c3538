"""Amounts in print: written as the reader's country writes them, without decimals that say nothing."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency

from geste.core.money import Currency
from geste.phrases.names import AmountWriter

_LOCALES = {"en": "en_GB", "fr": "fr_FR"}


def printed_amounts(currency: Currency, language: str) -> AmountWriter:
    """Return a writer of amounts for print in `language`: `A$500`, `€12.50`, « 12,50 € »."""
    locale = Locale.parse(_LOCALES.get(language, "en_GB"))
    exact = locale.currency_formats["standard"].pattern
    whole = exact.replace(".00", "")

    def write(minor: int) -> str:
        amount = Decimal(minor).scaleb(-currency.exponent)
        pattern = whole if amount == amount.to_integral_value() else exact
        return format_currency(amount, currency.code, format=pattern, locale=locale, currency_digits=pattern is exact)

    return write

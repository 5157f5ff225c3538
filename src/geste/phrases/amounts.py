"""Amounts: short and readable, as they stand on a wall — `A$500`, « 12,50 € » — without any library."""

from geste.core.money import Currency, format_amount
from geste.phrases.names import AmountWriter
from geste.phrases.typography import NO_BREAK

_SYMBOLS = {
    "AUD": ("A$", "$AU"),
    "BRL": ("R$", "R$"),
    "CAD": ("CA$", "$CA"),
    "EUR": ("€", "€"),
    "GBP": ("£", "£GB"),
    "JPY": ("JP¥", "JPY"),
    "NZD": ("NZ$", "$NZ"),
    "USD": ("US$", "$US"),
}
"""What English and French readers know by sight; any other currency is named by its code."""


def short_amounts(currency: Currency, language: str) -> AmountWriter:
    """Return a writer of amounts that leaves out decimals that say nothing: `€60`, `€12.50`, « 6 000 € »."""
    english, french = _SYMBOLS.get(currency.code, (f"{currency.code}{NO_BREAK}", currency.code))

    def write(minor: int) -> str:
        sign = "−" if minor < 0 else ""
        whole, _, decimals = format_amount(abs(minor), currency).partition(".")
        grouped = f"{int(whole):,}"
        kept = decimals if decimals.strip("0") else ""
        if language != "fr":
            return f"{sign}{english}{grouped}{'.' if kept else ''}{kept}"
        return f"{sign}{grouped.replace(',', NO_BREAK)}{',' if kept else ''}{kept}{NO_BREAK}{french}"

    return write

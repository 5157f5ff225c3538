"""Money: exact amounts of one currency as whole minor units. Never a float."""

import re
from typing import NamedTuple

from geste.core import limits


class Currency(NamedTuple):
    """A currency: its ISO 4217 code and how many decimals its minor unit has."""

    code: str
    exponent: int

    @property
    def unit(self) -> int:
        """How many minor units make one."""
        return int(10**self.exponent)


class AmountRefused(ValueError):
    """A text is no amount of this currency; `code` says why."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text[:40]!r}")
        self.code = code
        self.text = text[:40]


_EXPONENT_IS_NOT_TWO = {
    **dict.fromkeys(
        (
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
_TWO_DECIMALS = frozenset(
    [
        "AED",
        "AFN",
        "ALL",
        "AMD",
        "AOA",
        "ARS",
        "AUD",
        "AWG",
        "AZN",
        "BAM",
        "BBD",
        "BDT",
        "BGN",
        "BMD",
        "BND",
        "BOB",
        "BRL",
        "BSD",
        "BTN",
        "BWP",
        "BYN",
        "BZD",
        "CAD",
        "CDF",
        "CHF",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CVE",
        "CZK",
        "DKK",
        "DOP",
        "DZD",
        "EGP",
        "ERN",
        "ETB",
        "EUR",
        "FJD",
        "FKP",
        "GBP",
        "GEL",
        "GHS",
        "GIP",
        "GMD",
        "GTQ",
        "GYD",
        "HKD",
        "HNL",
        "HTG",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IRR",
        "JMD",
        "KES",
        "KGS",
        "KHR",
        "KPW",
        "KYD",
        "KZT",
        "LAK",
        "LBP",
        "LKR",
        "LRD",
        "LSL",
        "MAD",
        "MDL",
        "MGA",
        "MKD",
        "MMK",
        "MNT",
        "MOP",
        "MRU",
        "MUR",
        "MVR",
        "MWK",
        "MXN",
        "MYR",
        "MZN",
        "NAD",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "PAB",
        "PEN",
        "PGK",
        "PHP",
        "PKR",
        "PLN",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "SAR",
        "SBD",
        "SCR",
        "SDG",
        "SEK",
        "SGD",
        "SHP",
        "SLE",
        "SOS",
        "SRD",
        "SSP",
        "STN",
        "SVC",
        "SYP",
        "SZL",
        "THB",
        "TJS",
        "TMT",
        "TOP",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "USD",
        "UYU",
        "UZS",
        "VED",
        "VES",
        "WST",
        "XCD",
        "YER",
        "ZAR",
        "ZMW",
        "ZWG",
    ]
)
_AMOUNT = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,4}))?", re.ASCII)


def currency_of(code: str) -> Currency | None:
    """Return the currency with this ISO 4217 code, or None if there is none.

    Decimals follow ISO 4217 (list one, 2024): two for most, none or three for the few named above.
    """
    if code in _TWO_DECIMALS:
        return Currency(code, 2)
    exponent = _EXPONENT_IS_NOT_TWO.get(code)
    return None if exponent is None else Currency(code, exponent)


def known_currencies() -> tuple[str, ...]:
    """Return every currency code understood, sorted."""
    return tuple(sorted(_TWO_DECIMALS | _EXPONENT_IS_NOT_TWO.keys()))


def parse_amount(text: str, currency: Currency) -> int:
    """Return the minor units of a decimal text such as `12.50`.

    Raises:
        AmountRefused: with code `amount.unreadable`, `amount.too_precise` or `amount.too_large`.
    """
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise AmountRefused("amount.unreadable", text)
    sign, whole, decimals = match[1], match[2], (match[3] or "")
    kept, beyond = decimals[: currency.exponent], decimals[currency.exponent :]
    if beyond.strip("0"):
        raise AmountRefused("amount.too_precise", text)
    minor = int(whole) * currency.unit + int(kept.ljust(currency.exponent, "0") or "0")
    if minor > limits.MONEY_MINOR:
        raise AmountRefused("amount.too_large", text)
    return -minor if sign else minor


def format_amount(minor: int, currency: Currency) -> str:
    """Return minor units as a plain decimal text with all decimals: 1250 EUR is `12.50`."""
    sign = "-" if minor < 0 else ""
    if currency.exponent == 0:
        return f"{sign}{abs(minor)}"
    whole, rest = divmod(abs(minor), currency.unit)
    return f"{sign}{whole}.{rest:0{currency.exponent}d}"


def spelled_amount(minor: int, code: str) -> str:
    """Return minor units of the currency with this code as a plain decimal text; of an unknown one, as they are."""
    currency = currency_of(code)
    return str(minor) if currency is None else format_amount(minor, currency)


def share_of(amount: int, basis_points: int) -> int:
    """Return `basis_points` hundredths of a percent of `amount`, halves rounded away from zero.

    8 % of 212.00 is `share_of(21200, 800)`, 1696.
    """
    scaled = abs(amount) * basis_points
    rounded = (scaled + 5_000) // 10_000
    return -rounded if amount < 0 else rounded

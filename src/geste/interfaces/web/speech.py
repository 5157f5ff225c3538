"""Speech: amounts, moments and words as the person reads them, in the language of the page."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal, get_currency_symbol
from django.utils.translation import get_language, gettext

from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import Text
from geste.core.money import Currency
from geste.core.reasons import Reason
from geste.phrases.catalogue import sentence
from geste.phrases.measures import say_measure, unit_words
from geste.phrases.names import gesture_name, role_name
from geste.phrases.speak import say_reason
from geste.phrases.typography import set_words

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


def decimal(number: int, places: int) -> str:
    """Return a number written as a whole one, with so many places after the point: `2.27`, « 2,27 »."""
    return format_decimal(Decimal(number).scaleb(-places), format="0." + "0" * places, locale=locale())


def share(basis_points: int) -> str:
    """Return a share to one decimal, never more than it is: `36.9%`, « 36,9 % »."""
    tenths = Decimal(basis_points // 10).scaleb(-1)
    between = "\N{NO-BREAK SPACE}" if language() == "fr" else ""
    return f"{format_decimal(tenths, format='0.0', locale=locale())}{between}%"


def decimal_of(minor: int, currency: Currency) -> Decimal:
    """Return minor units as an exact decimal."""
    return Decimal(minor).scaleb(-currency.exponent)


def moment(value: datetime) -> str:
    """Return a moment in its own time zone: `Thursday 14 May 2026, 01:07`."""
    if language() == "fr":
        day = "'1er'" if value.day == 1 else "d"
        # The hour and its minutes stay together at the end of a line.
        return format_datetime(
            value, f"EEEE {day} MMMM y 'à' H\N{NO-BREAK SPACE}'h'\N{NO-BREAK SPACE}mm", locale=locale()
        )
    return format_datetime(value, "EEEE d MMMM y, HH:mm", locale=locale())


def day(value: date) -> str:
    """Return a day: `14 May 2026`, « 14 mai 2026 »."""
    first = language() == "fr" and value.day == 1
    return format_date(value, "'1er' MMMM y" if first else "d MMMM y", locale=locale())


def hour(value: datetime) -> str:
    """Return the time of day in its own time zone: `01:07`, « 1 h 07 »."""
    if language() == "fr":
        return f"{value.hour}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{value.minute:02}"
    return f"{value:%H:%M}"


def month(value: datetime) -> str:
    """Return the month a moment is in: `May 2026`, « mai 2026 »."""
    return format_datetime(value, "LLLL y", locale=locale())


def word(value: str, *, is_built_in: bool = False) -> str:
    """Return one of a charter's own words as people read it; built-in words have their own in each language."""
    if value in ("yes", "no"):
        return gettext("yes") if value == "yes" else gettext("no")
    known = sentence(f"condition.word.known.{value}", language())
    return value.replace("_", " ") if known.startswith("condition.") or not is_built_in else known


def unit(value: str) -> str:
    """Return the unit of a fact as it stands beside a field."""
    return unit_words(value, language())[-1]


def measure(value: int, unit_name: str) -> str:
    """Return a number with its unit: `1 night`, « 31 nuits »."""
    return say_measure(value, unit_name, language())


def sign(currency: Currency) -> str:
    """Return what stands beside an amount in this currency: `A$`, « $AU »."""
    return get_currency_symbol(currency.code, locale=locale())


def own(words: Text) -> str:
    """Return a charter's own words in the language of the page, set as that language sets them."""
    return set_words(words.in_language(language()), language())


def own_words(words: str) -> str:
    """Return what somebody of the house has written, set as the language of the page sets it."""
    return set_words(words, language())


def gesture_words(charter: Charter, what: str) -> str:
    """Return what a gesture, an owed line or a bendable rule is called."""
    return set_words(gesture_name(charter, what, language()), language())


def role_words(charter: Charter, role: str) -> str:
    """Return what a role is called."""
    return set_words(role_name(charter, role, language()), language())


def say(reason: Reason, charter: Charter) -> str:
    """Return the sentence of a reason, its amounts as the person reads them."""
    return say_reason(reason, charter, language(), lambda minor: amount(minor, charter.currency))

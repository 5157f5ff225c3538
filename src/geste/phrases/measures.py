"""Measures: shares, lengths of time, days, moments and units in words, in English and French."""

from datetime import date, datetime, timedelta

from geste.core.charter.spelling import spell_percent
from geste.core.windows import Span
from geste.phrases.typography import NO_BREAK, set_words

_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
_UNITS = {
    "second": ("second", "seconds", "seconde", "secondes"),
    "minute": ("minute", "minutes", "minute", "minutes"),
    "hour": ("hour", "hours", "heure", "heures"),
    "day": ("day", "days", "jour", "jours"),
    "week": ("week", "weeks", "semaine", "semaines"),
    "month": ("month", "months", "mois", "mois"),
    "year": ("year", "years", "an", "ans"),
    "night": ("night", "nights", "nuit", "nuits"),
    "line": ("line", "lines", "ligne", "lignes"),
    "time": ("time", "times", "fois", "fois"),
    "percent": ("%", "%", "%", "%"),
}
"""Units whose words differ between the languages, by their English singular."""


def say_percent(basis_points: int, language: str) -> str:
    """Return a share in words: `7.5%`, « 7,5 % »."""
    said = spell_percent(basis_points)
    return said.replace(" ", NO_BREAK).replace(".", ",") if language == "fr" else said.replace(" ", "")


def say_number(value: int, language: str) -> str:
    """Return a whole number with its thousands apart."""
    return f"{value:,}".replace("-", "−").replace(",", NO_BREAK if language == "fr" else ",")


def say_decimal(text: str, language: str) -> str:
    """Return a number as a program writes it, `-12500.00`, with its thousands apart; any other text as it is."""
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not whole.isdecimal():
        return text
    sign = "−" if text.startswith("-") else ""
    return f"{sign}{say_number(int(whole), language)}{',' if point and language == 'fr' else point}{decimals}"


def say_measure(value: int, unit: str, language: str) -> str:
    """Return a number with its unit, which may be one the charter's author made up."""
    forms = _forms(unit)
    number = say_number(value, language)
    if forms is None:
        return f"{number}{NO_BREAK}{set_words(unit, language)}" if unit else number
    singular, plural = forms[2:] if language == "fr" else forms[:2]
    if singular == "%" and language != "fr":
        return f"{number}%"
    return f"{number}{NO_BREAK}{singular if abs(value) < 2 and (language == 'fr' or abs(value) == 1) else plural}"


def unit_words(unit: str, language: str) -> tuple[str, ...]:
    """Return the words a unit goes by, so that a label which says it already need not be said twice."""
    forms = _forms(unit)
    return (unit,) if forms is None else forms[2:] if language == "fr" else forms[:2]


def _forms(unit: str) -> tuple[str, str, str, str] | None:
    return _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"))


def say_span(span: Span, language: str) -> str:
    """Return a length of time: `24 hours`, « 24 heures »."""
    return say_measure(span.length, span.unit, language)


def say_duration(length: timedelta, language: str) -> str:
    """Return an exact length of time in the largest unit that keeps it whole."""
    seconds = int(length.total_seconds())
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        # Two days are 48 hours, but one day is rather 24 of them.
        if seconds % size == 0 and abs(seconds) >= (2 * size if unit == "day" else size):
            return say_measure(seconds // size, unit, language)
    return say_measure(seconds, "second", language)


def say_roughly(length: timedelta, language: str) -> str:
    """Return a length of time in the largest unit of which there are two, rounded down: `223 days`, `119 seconds`."""
    seconds = int(length.total_seconds())
    units = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
    unit, size = next(((unit, size) for unit, size in units if seconds >= 2 * size), units[-1])
    return say_measure(seconds // size, unit, language)


def say_day(day: date, language: str) -> str:
    """Return a day: `1 May 2026`, « 1er mai 2026 »."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number}{NO_BREAK}{_MONTHS['fr' if language == 'fr' else 'en'][day.month - 1]}{NO_BREAK}{day.year}"


def say_moment(moment: datetime, language: str) -> str:
    """Return a moment with its offset: `1 May 2026, 15:00 (UTC+10:00)`, « 1er mai 2026 à 15 h 00 (UTC+10:00) »."""
    offset = moment.strftime("%z")
    zone = f"UTC{offset[:3]}:{offset[3:5]}" if offset.strip("+-0") else "UTC"
    if language == "fr":
        return f"{say_day(moment, 'fr')} à {moment.hour}{NO_BREAK}h{NO_BREAK}{moment.minute:02} ({zone})"
    return f"{say_day(moment, 'en')}, {moment:%H:%M} ({zone})"

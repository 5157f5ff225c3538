"""Instead: the better sentence for what was remarked, with the figure or the length of time that was named."""

from collections.abc import Sequence
from itertools import pairwise

from geste.core.guards.remark import Kind
from geste.core.guards.wording import END, Word
from geste.core.reasons import Reason

_OFFERED: dict[Kind, str] = {
    "precedent": "guard.precedent.instead",
    "blame": "guard.blame.instead",
    "money": "guard.money.instead",
    "absolute": "guard.absolute.instead",
    "minimising": "guard.minimising.instead",
    "deflection": "guard.deflection.instead",
}
_KEPT: dict[Kind, str] = {"money": "guard.money.kept", "minimising": "guard.minimising.kept"}
_TIMES = (
    "minute", "min", "hour", "heure", "day", "jour", "night", "nuit", "week", "semaine", "month", "mois", "second",
    "h", "hr", "year", "an", "annee",
)  # fmt: skip


def instead(kind: Kind, words: Sequence[Word], text: str) -> Reason:
    """Return the code of the sentence to offer for a remark on these words, one sentence of `text`."""
    kept = _time(words, text) if kind == "minimising" else _amount(words) if kind == "money" else ""
    return Reason(_KEPT[kind], (("kept", kept),)) if kept else Reason(_OFFERED[kind])


def _time(words: Sequence[Word], text: str) -> str:
    """Return a length of time as it was written, or an empty text."""
    for number, unit in pairwise(words):
        if number.read[0].isdigit() and unit.read != END and unit.read.removesuffix("s") in _TIMES:
            return text[number.start : unit.end]
    return ""


def _amount(words: Sequence[Word]) -> str:
    """Return a number of two digits or more, or an empty text."""
    return next((word.read for word in words if word.read[0].isdigit() and len(word.read) > 1), "")

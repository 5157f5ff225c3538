"""Forgotten: a question without the texts that were stated in it, of which the charter still says the same.

Texts are what a charter declares for identities and names. Figures, moments, yes or no and words of a charter's own
lists tell of a case, not of whom it was about; a decision rests on them, and they stay.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property

from geste.core.charter.syntax import Charter
from geste.core.charter.types import FreeText, Records, Type
from geste.core.charter.vocabulary import PROPOSAL

STRUCK = "…"
"""What stands where words stood. It is no longer than any word."""
ALREADY = re.compile(rf"{STRUCK}[0-9]+")
OF_THE_CHARTER = ("gesture", "amount")


def without_texts(charter: Charter, request: Mapping[str, object]) -> dict[str, object]:
    """Return a question on record with every text that was stated struck out.

    Texts that were alike are struck out alike, those that differed differ, and a text the charter itself says stays: so
    whatever was compared comes out as it did. Done twice it is as done once.
    """
    hiding = _Hiding(charter, *_texts_of(request.get("actor")))
    told = dict(request)
    for member, prefix in (("facts", ""), ("proposal", PROPOSAL)):
        if isinstance(told.get(member), Mapping):
            told[member] = hiding.told(told[member], prefix)
    return told


def texts_in(charter: Charter, facts: Mapping[str, object]) -> frozenset[str]:
    """Return every text that was stated in facts, except what the charter itself says."""
    hiding = _Hiding(charter)
    hiding.told(facts, "")
    return frozenset(hiding.struck)


class _Hiding:
    """Strikes texts out of what was stated under one charter, in the order in which they come."""

    def __init__(self, charter: Charter, *staying: str) -> None:
        self._declared = charter.vocabulary.facts
        self._charter, self._staying = charter, staying
        self.struck: dict[str, str] = {}

    @cached_property
    def _says(self) -> frozenset[str]:
        """Every text that stays. Many a question states none, and then nobody reads the whole charter for it."""
        return frozenset((*_texts_of(self._charter), *self._staying))

    def told(self, stated: object, prefix: str) -> object:
        """Return an object of facts; `prefix` is the path it stands under."""
        if not isinstance(stated, Mapping):
            return self._typed(FreeText(), stated)
        names = OF_THE_CHARTER if prefix == PROPOSAL else ()
        return {
            name: inner if name in names else self._fact(f"{prefix}{name}", inner) for name, inner in stated.items()
        }

    def _fact(self, path: str, value: object) -> object:
        declared = self._declared.get(path)
        if declared is None:
            return self.told(value, f"{path}.")
        if isinstance(value, Mapping):
            return {how: self._typed(declared.type, inner) for how, inner in value.items()}
        return self._typed(declared.type, value)

    def _typed(self, kind: Type, value: object) -> object:
        if isinstance(kind, FreeText) and isinstance(value, str):
            return self._hidden(value)
        if isinstance(kind, Records) and isinstance(value, list):
            return [self._element(kind, element) for element in value]
        return value

    def _element(self, kind: Records, element: object) -> object:
        types = dict(kind.fields)
        if isinstance(element, Mapping):
            return {name: self._typed(types.get(name, FreeText()), inner) for name, inner in element.items()}
        return self._typed(types.get("value", FreeText()), element)

    def _hidden(self, text: str) -> str:
        if not text or text in self._says or ALREADY.fullmatch(text):
            return text
        return self.struck.setdefault(text, f"{STRUCK}{len(self.struck) + 1}")


def _texts_of(part: object) -> Iterator[str]:
    """Yield every text that stands in a charter."""
    if isinstance(part, str):
        yield str(part)
    elif isinstance(part, Mapping):
        for name, inner in part.items():
            yield from _texts_of(name)
            yield from _texts_of(inner)
    elif isinstance(part, (tuple, list, frozenset)):
        for inner in part:
            yield from _texts_of(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from _texts_of(getattr(part, field.name))

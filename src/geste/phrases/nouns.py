"""Nouns: how a fact, a list or one of its fields is called inside a sentence, and whether it is one or many."""

import re
from dataclasses import dataclass

from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import FactDeclaration
from geste.phrases import names
from geste.phrases.catalogue import sentence
from geste.phrases.typography import quoted, set_words, uncapitalised

_ENGLISH_ONE = re.compile(r"(?:the|our|your|their|its|his|her|this|that|what|where|how|whoever)\b", re.IGNORECASE)
_ENGLISH_MANY = re.compile(r"(?:these|those|all)\b", re.IGNORECASE)
_FRENCH_ONE = re.compile(r"(?:le|la|ce|cet|cette|mon|ma|notre|votre|leur|son|sa)\b|l’", re.IGNORECASE)
_FRENCH_MANY = re.compile(r"(?:les|ces|mes|nos|vos|leurs|ses)\b", re.IGNORECASE)
_CLAUSES = ("what", "where", "how", "whoever")
_HEAD_ENDS = re.compile(r"^(?:of|in|on|for|to|with|at|from|by|that|which|who|we|here|there|left|\w+ed)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noun:
    """Words that can be the subject of a sentence; `many` asks for a verb in the plural."""

    text: str
    many: bool = False

    @property
    def number(self) -> str:
        """The part of a catalogue code that picks the form of the verb."""
        return "many" if self.many else "one"


def noun_of(charter: Charter, path: str, language: str) -> Noun:
    """Return what a fact is called.

    A label that brings its article is part of the sentence (`the customer's tier`); any other label, and a bare name,
    stands in quotation marks, as it stands on the screen (`“Nights spoiled”`).
    """
    label = label_of(charter, path, language)
    if label is None:
        return _named(path, language)
    noun = _with_article(label, language)
    return noun or Noun(quoted(label, language))


def label_of(charter: Charter, path: str, language: str) -> str | None:
    """Return the label of a fact, if it has one."""
    declaration = charter.vocabulary.facts.get(path)
    if declaration is not None and declaration.label is not None:
        return set_words(declaration.label.in_language(language), language)
    if declaration is None or not declaration.built_in:
        return None
    words = sentence(f"condition.fact.label.{path}", language)
    return None if words.startswith("condition.") else words


def answer_of(charter: Charter, path: str, language: str) -> tuple[str, bool]:
    """Return the words of a yes-or-no fact, and whether they are a statement that can stand in a sentence."""
    label = label_of(charter, path, language)
    if label is None:
        return quoted(names.fact_label(charter, path, language), language), False
    return uncapitalised(label), True


def unit_of(charter: Charter, path: str) -> str:
    """Return the unit a fact is counted in, or an empty text."""
    declaration: FactDeclaration | None = charter.vocabulary.facts.get(path)
    return "" if declaration is None else declaration.unit


def field_words(name: str) -> str:
    """Return the name of a list's field in words."""
    return name.replace("_", " ")


def field_label(charter: Charter, path: str, name: str, language: str) -> str | None:
    """Return the label of a field of a list's elements, if it has one."""
    declared = charter.vocabulary.facts.get(path)
    field = None if declared is None else declared.field(name)
    if field is None or field.label is None:
        return None
    return set_words(field.label.in_language(language), language)


def _named(path: str, language: str) -> Noun:
    *owners, name = (part.replace("_", " ") for part in path.split("."))
    if language == "fr" or not owners:
        return Noun(quoted(" ".join((*owners, name)), language))
    owner = " ".join(owners)
    return Noun(f"the {owner}{'’' if owner.endswith('s') else '’s'} {name}", is_plural(name.split()))


def _with_article(label: str, language: str) -> Noun | None:
    one, many = (_FRENCH_ONE, _FRENCH_MANY) if language == "fr" else (_ENGLISH_ONE, _ENGLISH_MANY)
    if many.match(label):
        return Noun(uncapitalised(label), many=True)
    if not one.match(label):
        return None
    first, *rest = label.split()
    return Noun(uncapitalised(label), language != "fr" and first.lower() not in _CLAUSES and is_plural(rest))


def is_plural(words: list[str]) -> bool:
    """Return whether the head of an English noun, the last word before `of`, `in` and the like, ends in a plural s."""
    head = words[0] if words else ""
    for place, word in enumerate(words):
        if place and _HEAD_ENDS.match(word):
            break
        head = word
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "’s"))

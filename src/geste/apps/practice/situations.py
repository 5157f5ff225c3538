"""Situations: what is known of a case as the charter reads it, and the few words of it that tell a situation."""

from collections.abc import Mapping
from datetime import datetime

from geste.apps.cases.models import Case
from geste.apps.charters.selectors import CharterInForce
from geste.apps.gestures.selectors import known_facts
from geste.core.charter.types import Type, Words, YesNo
from geste.core.practice.nearest import Facts
from geste.phrases.conditions import say_word
from geste.phrases.languages import LANGUAGES
from geste.phrases.names import fact_label

MOST_TAGS = 6
ABOUT_A_PERSON = ("customer.", "actor.", "proposal.", "standing.")
UNSAID = ("case.responsibility",)
"""Whose doing it was tells little of what helps, and nothing without more words."""
YES = "yes"


def facts_for(case: Case, in_force: CharterInForce, *, at: datetime | None = None) -> Facts:
    """Return what somebody stated of a case, by path, as the core compares it; what a charter assumes is left out."""
    facts = known_facts(case, in_force)
    if at is not None:
        facts["now"] = at.isoformat(timespec="seconds")
    request = in_force.prepared.read({"actor": {"role": "everyone"}, "facts": facts})
    known = in_force.prepared.layout.stated(request.facts.values)
    return {path: value for path, value in known.items() if _is_stated(facts, path)}


def types_in(in_force: CharterInForce) -> dict[str, Type]:
    """Return what cases are compared by, and of which type each is."""
    declared = in_force.charter.vocabulary.facts
    return {path: fact.type for path, fact in declared.items() if not path.startswith(ABOUT_A_PERSON)}


def tags_of(case: Case, in_force: CharterInForce) -> tuple[tuple[str, str], ...]:
    """Return the few words that tell a situation, the loss first: what is stated, and nothing of a person."""
    facts = facts_for(case, in_force)
    found = []
    for path, kind in types_in(in_force).items():
        value = None if path in UNSAID else facts.get(path)
        if isinstance(kind, Words) and isinstance(value, str):
            found.append((path, value))
        elif isinstance(kind, YesNo) and value is True:
            found.append((path, YES))
    return tuple(sorted(found, key=lambda tag: (not tag[0].startswith("case."), tag[0] != "case.loss")))[:MOST_TAGS]


def _is_stated(facts: Mapping[str, object], path: str) -> bool:
    """Whether somebody said so, in the wire form."""
    value: object = facts
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value is not None


def tag_words(in_force: CharterInForce, path: str, word: str, language: str) -> str:
    """Return a tag in words: the fact alone where it is simply so, else the word it is."""
    charter = in_force.charter
    said = fact_label(charter, path, language) if word == YES else say_word(word, path, charter, language)
    return said[:1].upper() + said[1:]


def words_to_search(in_force: CharterInForce, tags: tuple[tuple[str, str], ...]) -> str:
    """Return every tag in every language, to be found by any of them."""
    return " ".join(tag_words(in_force, path, word, language) for path, word in tags for language in LANGUAGES)

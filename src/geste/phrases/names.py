"""Names: how a charter's own things are called in words — gestures, roles, clauses, facts, amounts."""

from collections.abc import Callable

from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import Text
from geste.core.money import Currency, format_amount
from geste.phrases.catalogue import sentence

AmountWriter = Callable[[int], str]
"""Writes minor units in the reader's own format."""

TYPES: dict[str, Text] = {
    "yes_no": Text("yes or no", "oui ou non"),
    "number": Text("a whole number", "un nombre entier"),
    "money": Text("an amount", "un montant"),
    "one_of": Text("one of the words listed", "un des mots de la liste"),
    "text": Text("a text", "un texte"),
    "time": Text("a moment such as 2026-05-14T01:07:00+10:00", "un instant tel que 2026-05-14T01:07:00+10:00"),
    "duration": Text("a length of time such as 24 hours", "une durée telle que 24 hours"),
    "percent": Text("a share such as 8%", "un pourcentage tel que 8\u00a0%"),
    "set": Text("a set of words", "un ensemble de mots"),
    "list": Text("a list", "une liste"),
    "object": Text("named values", "des valeurs nommées"),
    "nothing": Text("nothing", "rien"),
    "date": Text("a date such as 2026-05-01", "une date telle que 2026-05-01"),
    "fact": Text("the name of a fact", "le nom d’un fait"),
    "scope": Text("the name of a scope", "le nom d’une portée"),
    "gesture": Text("the name of a gesture", "le nom d’un geste"),
    "type": Text("a type", "un type"),
    "between": Text("two values, the lower first", "deux valeurs, la plus petite d’abord"),
    "count": Text("where: and a number", "where: et un nombre"),
    "given": Text("gesture: and on:", "gesture: et on:"),
}


def plain_amounts(currency: Currency, language: str) -> AmountWriter:
    """Return a writer of amounts that needs no library: `AUD 12.50`, `12,50 AUD`. Doors pass a better one."""

    def write(minor: int) -> str:
        amount = format_amount(minor, currency)
        return f"{amount.replace('.', ',')}\u00a0{currency.code}" if language == "fr" else f"{currency.code} {amount}"

    return write


def type_words(name: str, language: str) -> str:
    """Return a type's name in words; what is no type's name stays as it is."""
    words = TYPES.get(name)
    return name if words is None else words.in_language(language)


def gesture_name(charter: Charter, gesture_id: str, language: str) -> str:
    """Return what a gesture, an owed line or a bendable rule is called."""
    for section in (charter.gestures, charter.owed, charter.bendable):
        for rule in section:
            if rule.id == gesture_id:
                return rule.name.in_language(language)
    built_in = f"built_in.{gesture_id}"
    words = sentence(built_in, language)
    return gesture_id if words == built_in else words


def role_name(charter: Charter, role_id: str, language: str) -> str:
    """Return what a role is called."""
    role = charter.role(role_id)
    return role_id.replace("_", " ") if role is None else role.name.in_language(language)


def fact_words(charter: Charter, path: str, language: str) -> str:
    """Return how to ask for a fact: its question, else its label, else its name in words."""
    declaration = charter.vocabulary.facts.get(path)
    if declaration is not None and declaration.ask is not None:
        return declaration.ask.in_language(language)
    return fact_label(charter, path, language)


def fact_label(charter: Charter, path: str, language: str) -> str:
    """Return what a fact is called: its label, else what every charter calls it, else its name in words."""
    declaration = charter.vocabulary.facts.get(path)
    if declaration is not None and declaration.label is not None:
        return declaration.label.in_language(language)
    built_in = f"condition.fact.label.{path}"
    words = sentence(built_in, language)
    return path.replace(".", " ").replace("_", " ") if words == built_in else words


def word_words(charter: Charter, path: str, word: str, language: str, *, field: str = "") -> str | None:
    """Return what one of a fact's words is called, or None if nobody said; `field` is one of a list's elements."""
    declared = charter.vocabulary.facts.get(path)
    if declared is not None and field:
        declared = declared.field(field)
    label = None if declared is None else declared.word_label(word)
    return None if label is None else label.in_language(language)


def parameter_words(charter: Charter, name: str, language: str) -> str:
    """Return what a parameter is called: its label, else its name in words."""
    parameter = charter.vocabulary.parameters.get(name)
    if parameter is None or parameter.label is None:
        return name.replace("_", " ")
    return parameter.label.in_language(language)


def scope_words(charter: Charter, scope: str, language: str) -> str:
    """Return what one of a charter's own scopes is called: its label, else its name in words."""
    label = charter.vocabulary.scope_labels.get(scope)
    return scope.replace("_", " ") if label is None else label.in_language(language)


def clause_words(charter: Charter, clause_id: str, language: str) -> str:
    """Return what a clause says; for a part of a gesture, the gesture's name."""
    for section in (charter.clauses, charter.red_lines, charter.limits):
        for rule in section:
            if rule.id == clause_id and rule.says is not None:
                return rule.says.in_language(language)
    for envelope in charter.envelopes:
        if envelope.id == clause_id:
            return envelope.name.in_language(language)
    owner, _, part = clause_id.rpartition(".")
    if part in ("when", "for", "cap", "amount", "proactive") and owner:
        known = charter.role(owner)
        return gesture_name(charter, owner, language) if known is None else known.name.in_language(language)
    return clause_id.replace("_", " ")

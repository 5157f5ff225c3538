"""Voice: one charter in one language — its names, lists, amounts and conditions as they stand inside a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from geste.core.charter.expression import Expression
from geste.core.charter.syntax import Charter, Clause, Otherwise
from geste.core.charter.vocabulary import EVERYONE, Text
from geste.phrases import names
from geste.phrases.amounts import short_amounts
from geste.phrases.catalogue import sentence
from geste.phrases.conditions import say_amount, say_condition, say_word
from geste.phrases.typography import after_if, capitalised, ended, listed, quoted, set_words


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything needed to speak about one charter."""

    charter: Charter
    language: str
    write: names.AmountWriter

    def say(self, code: str, **values: str) -> str:
        """Return a sentence of the catalogue with its values."""
        return sentence(code, self.language).format_map(values)

    def words(self, text: Text) -> str:
        """Return the charter's own words."""
        return set_words(text.in_language(self.language), self.language)

    def sentence(self, text: Text) -> str:
        """Return the charter's own words as a sentence."""
        return ended(capitalised(self.words(text)))

    def quoted(self, text: Text) -> str:
        """Return the charter's own words in quotation marks."""
        return quoted(self.words(text), self.language)

    def listed(self, parts: Iterable[str]) -> str:
        """Return words as a list whose last is joined by `and`."""
        return listed(tuple(parts), self.say("explain.last.and"))

    def gesture(self, gesture_id: str) -> str:
        """Return a gesture's name in quotation marks, or what a kind of gesture is called."""
        kind = sentence(f"condition.kind.{gesture_id}", self.language)
        if not kind.startswith("condition."):
            return kind
        name = names.gesture_name(self.charter, gesture_id, self.language).rstrip(".")
        return quoted(set_words(name, self.language), self.language)

    def gestures(self, ids: Iterable[str]) -> str:
        """Return the names of gestures and kinds as a list; none means every gesture."""
        said = [self.gesture(gesture_id) for gesture_id in ids]
        return self.listed(said) if said else self.say("explain.rule.every_gesture")

    def gestures_of(self, clause: Clause) -> str:
        """Return the gestures that a clause is about."""
        named = self.gestures(clause.covers)
        if not clause.excepted:
            return named
        return self.say("explain.rule.all_but", gestures=named, excepted=self.gestures(clause.excepted))

    def role(self, role_id: str) -> str:
        """Return a role's name."""
        if role_id == EVERYONE and self.charter.role(EVERYONE) is None:
            return self.say("explain.rule.everyone")
        return set_words(names.role_name(self.charter, role_id, self.language), self.language)

    def roles(self, ids: tuple[str, ...]) -> str:
        """Return every role that is meant by these: those named, and those that inherit from them."""
        if EVERYONE in ids:
            return self.say("explain.rule.everyone")
        if not ids:
            return self.say("explain.rule.nobody")
        return self.listed(self.role(role_id) for role_id in reached(self.charter, ids))

    def condition(self, condition: Expression) -> str:
        """Return a condition as a clause."""
        return say_condition(condition, self.charter, self.language, self.write)

    def if_so(self, condition: Expression) -> str:
        """Return a condition after `if`."""
        return after_if(self.condition(condition), self.language)

    def amount(self, amount: Expression) -> str:
        """Return an amount, figure or formula, as a noun."""
        return say_amount(amount, self.charter, self.language, self.write)

    def word(self, word: str, path: str) -> str:
        """Return one of the words a fact can be."""
        return say_word(word, path, self.charter, self.language)

    def otherwise(self, otherwise: Otherwise, prefix: str = "explain.otherwise") -> str:
        """Return what a broken rule means; `prefix` picks the sentences."""
        if otherwise.outcome == "bend":
            return self.say(f"{prefix}.bend", rule=self.gesture(otherwise.bend))
        return self.say(f"{prefix}.{otherwise.outcome}")


def voice_of(charter: Charter, language: str, write_amount: names.AmountWriter | None = None) -> Voice:
    """Return the voice of a charter; without a writer of its own, amounts are short and need no library."""
    return Voice(charter, language, write_amount or short_amounts(charter.currency, language))


def reached(charter: Charter, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles of a charter that are meant by `roles`: those named, and those that inherit from them."""
    named = frozenset(roles)
    return tuple(role.id for role in charter.roles if named & frozenset(charter.ancestry(role.id)))

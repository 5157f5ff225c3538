"""Fields: reads the named values of one part of a charter, noting every mistake with its place and going on."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from geste.core.charter import conditions, literals
from geste.core.charter import raw as r
from geste.core.charter.cel import ExpressionRefused
from geste.core.charter.expression import Expression
from geste.core.charter.resolver import Resolver, resolve_amount, resolve_condition
from geste.core.charter.source import Mapping, Node, Scalar, Sequence
from geste.core.charter.typed import Unresolved
from geste.core.charter.types import Money, type_name
from geste.core.charter.vocabulary import Text, Vocabulary
from geste.core.findings import Finding, Place, finding, unknown_word
from geste.core.windows import Span

Word = TypeVar("Word", bound=str)


class Fields:
    """The named values of one mapping. Getters return a default and note a finding when a value is wrong."""

    def __init__(self, node: Node, known: Iterable[str], findings: list[Finding]) -> None:
        self.findings = findings
        self.place = node.place
        self._known = tuple(known)
        self._values: dict[str, Node] = {}
        self.keys: dict[str, Place] = {}
        if isinstance(node, Scalar) and not node.text:
            return
        if not isinstance(node, Mapping):
            self.note("value.not_named", node.place)
            return
        for key, value in node.entries:
            if key.text not in self._known:
                findings.append(_unknown_name(key, value, self._known))
                continue
            self._values[key.text] = value
            self.keys[key.text] = key.place

    def note(self, code: str, place: Place, **values: str | int) -> None:
        """Note a mistake."""
        self.findings.append(finding(code, place, "error", **values))

    def node(self, name: str) -> Node | None:
        """Return the value called `name` as it stands, or None."""
        return self._values.get(name)

    def has(self, name: str) -> bool:
        """Return whether a value called `name` stands here."""
        return name in self._values

    def place_of(self, name: str) -> Place:
        """Return where the value called `name` stands, or where all of these values begin."""
        return self.keys.get(name, self.place)

    def required(self, *names: str) -> None:
        """Note every one of `names` that is missing."""
        for name in names:
            if name not in self._values:
                self.note("value.missing", self.place, name=name)

    def scalar(self, name: str) -> Scalar | None:
        """Return one word or sentence, or None."""
        node = self._values.get(name)
        if node is None:
            return None
        if isinstance(node, Scalar):
            return node
        self.note("value.unreadable", node.place, expected="text", found="list")
        return None

    def text(self, name: str) -> Text | None:
        """Return words in two languages: one sentence for both, or `en` and `fr`."""
        node = self._values.get(name)
        return None if node is None else self._text(node)

    def texts(self, name: str) -> tuple[Text, ...]:
        """Return a list of texts."""
        return tuple(text for text in (self._text(node) for node in self._list(name)) if text)

    def word(self, name: str, choices: Iterable[Word], default: Word) -> Word:
        """Return one of a closed list of words."""
        scalar = self.scalar(name)
        if scalar is None:
            return default
        by_name: dict[str, Word] = {choice: choice for choice in choices}
        if scalar.text not in by_name:
            self.findings.append(unknown_word("word.not_listed", scalar.place, scalar.text, by_name))
            return default
        return by_name[scalar.text]

    def words(self, name: str, choices: Iterable[str] | None = None, code: str = "word.not_listed") -> tuple[str, ...]:
        """Return a list of words, each once; with `choices`, each must be one of them.

        A list of nothing is a mistake: where no list means everything, nobody may read it as everything.
        """
        allowed = None if choices is None else dict.fromkeys(choices)
        words: dict[str, None] = {}
        nodes = self._list(name)
        if self.has(name) and not nodes:
            self.note("list.empty", self._values[name].place)
        for node in nodes:
            if not isinstance(node, Scalar):
                self.note("value.unreadable", node.place, expected="text", found="list")
            elif not node.text.strip():
                self.note("text.empty", node.place)
            elif allowed is not None and node.text not in allowed:
                self.findings.append(unknown_word(code, node.place, node.text, allowed))
            else:
                words[node.text] = None
        return tuple(words)

    def whole(self, name: str, low: int, high: int) -> int | None:
        """Return a whole number between `low` and `high`, or None."""
        scalar = self.scalar(name)
        if scalar is None:
            return None
        value = literals.whole_number(scalar.text)
        if value is None or not low <= value <= high:
            self.note("number.out_of_range", scalar.place, found=scalar.text[:40], low=low, high=high)
            return None
        return value

    def money(self, name: str, vocabulary: Vocabulary) -> int | None:
        """Return an amount in minor units, not below zero, or None."""
        scalar = self.scalar(name)
        if scalar is None:
            return None
        try:
            minor = Resolver(vocabulary).amount(scalar.text, scalar.place)
        except Unresolved as refused:
            self.findings.append(refused.finding)
            return None
        if minor < 0:
            self.note("amount.negative", scalar.place, found=scalar.text[:40])
            return None
        return minor

    def percent(self, name: str) -> int | None:
        """Return a share in hundredths of a percent, or None."""
        scalar = self.scalar(name)
        if scalar is None:
            return None
        share = literals.percent(scalar.text)
        if share is None:
            self.note("value.unreadable", scalar.place, expected="percent", found=scalar.text[:40])
        return share

    def span(self, name: str) -> Span | None:
        """Return a length of time, or None."""
        scalar = self.scalar(name)
        if scalar is None:
            return None
        span = literals.span(scalar.text)
        if span is None:
            self.note("value.unreadable", scalar.place, expected="duration", found=scalar.text[:40])
        return span

    def yes_no(self, name: str) -> bool:
        """Return a yes or no; no when it is missing."""
        scalar = self.scalar(name)
        if scalar is None:
            return False
        value = literals.yes_no(scalar.text)
        if value is None:
            self.note("value.unreadable", scalar.place, expected="yes_no", found=scalar.text[:40])
        return bool(value)

    def condition(self, name: str, vocabulary: Vocabulary) -> Expression | None:
        """Return a typed condition, or None."""
        node = self._values.get(name)
        return None if node is None else self._resolved(node, conditions.condition, resolve_condition, vocabulary)

    def amount(self, name: str, vocabulary: Vocabulary) -> Expression | None:
        """Return a typed amount of money, or None."""
        node = self._values.get(name)
        return None if node is None else self._resolved(node, conditions.amount, resolve_amount, vocabulary)

    def remainder(self, name: str, step: str, vocabulary: Vocabulary) -> Expression | None:
        """Return what the money fact under `name` holds above a whole number of the amount under `step`, or None."""
        fact, whole = self._values.get(name), self._values.get(step)
        if fact is None or whole is None:
            return None
        return self._resolved(fact, lambda node: conditions.remainder(node, whole), resolve_amount, vocabulary)

    def money_fact(self, name: str, vocabulary: Vocabulary) -> str | None:
        """Return the path of a fact that holds money, or None."""
        scalar = self.scalar(name)
        if scalar is None:
            return None
        declared = vocabulary.facts.get(scalar.text)
        if declared is None:
            self.findings.append(unknown_word("fact.not_declared", scalar.place, scalar.text, vocabulary.facts))
        elif not isinstance(declared.type, Money):
            self.note("type.mismatched", scalar.place, expected="money", found=type_name(declared.type))
        else:
            return scalar.text
        return None

    def margin(self, name: str, price: str, cost: str, vocabulary: Vocabulary) -> Expression | None:
        """Return the typed condition that the share under `name` is left of a price, or None."""
        share = self._values.get(name)
        if share is None:
            return None
        return self._resolved(share, lambda node: conditions.margin(price, cost, node), resolve_condition, vocabulary)

    def parts(self, name: str, limit: int) -> tuple[tuple[Scalar, Node], ...]:
        """Return the named parts of a section, in order."""
        node = self._values.get(name)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return ()
        if not isinstance(node, Mapping):
            self.note("value.not_named", node.place)
            return ()
        if len(node.entries) > limit:
            self.note("section.too_large", node.place, name=name, limit=limit)
        return node.entries[:limit]

    def _resolved(
        self,
        node: Node,
        read: Callable[[Node], r.Raw],
        resolve: Callable[[r.Raw, Vocabulary], Expression],
        vocabulary: Vocabulary,
    ) -> Expression | None:
        try:
            return resolve(read(node), vocabulary)
        except (Unresolved, ExpressionRefused) as refused:
            self.findings.append(refused.finding)
            return None

    def _list(self, name: str) -> tuple[Node, ...]:
        node = self._values.get(name)
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def _text(self, node: Node) -> Text | None:
        if isinstance(node, Scalar):
            if not node.text.strip():
                self.note("text.empty", node.place)
                return None
            return Text(node.text.strip(), node.text.strip())
        fields = Fields(node, ("en", "fr"), self.findings)
        words = {language: scalar.text.strip() for language in ("en", "fr") if (scalar := fields.scalar(language))}
        said = next(filter(None, words.values()), None)
        if said is None:
            self.note("text.empty", node.place)
            return None
        for language in ("en", "fr"):
            if not words.get(language):
                self.findings.append(finding("text.not_translated", node.place, "warning", language=language))
        return Text(words.get("en") or said, words.get("fr") or said)


def _unknown_name(key: Scalar, value: Node, known: Iterable[str]) -> Finding:
    """The finding for a name nobody knows. Words alone are often the end of a sentence that a comma has cut off."""
    if not key.quoted and " " in key.text and isinstance(value, Scalar) and not value.text:
        return finding("word.after_a_comma", key.place, "error", word=key.text[:80])
    return unknown_word("word.not_known", key.place, key.text, known)

"""Quantities: says amounts, numbers, words and moments of a charter as nouns that can stand in a sentence."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.syntax import Charter
from geste.core.charter.types import Money, Percent, Records, Time
from geste.core.charter.vocabulary import BUILT_IN_FACTS
from geste.phrases import measures, names, nouns
from geste.phrases.catalogue import sentence
from geste.phrases.nouns import Noun
from geste.phrases.typography import after_if, listed, of, quoted, set_words, uncapitalised

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_LOOSE, _TIGHT, _WHOLE = 1, 2, 3
_BUILT_IN = frozenset(fact.path for fact in BUILT_IN_FACTS)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that can be true; `joined` if it is made of several."""

    text: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class QuantitySayer(ABC):
    """Says values. `elements` are the list elements in reach, innermost last, each with the path of its list.

    `depth` counts enumerations around.
    """

    charter: Charter
    language: str
    write: names.AmountWriter
    elements: tuple[tuple[str, str], ...] = ()
    depth: int = 0

    @abstractmethod
    def clause(self, condition: Expression) -> Clause:
        """Return a condition as a clause."""

    @abstractmethod
    def inside(self, variable: str, path: str) -> "QuantitySayer":
        """Return a sayer that also knows the list element `variable` of the list at `path`."""

    def say(self, code: str, **values: str) -> str:
        """Return a piece of the catalogue with its values."""
        return sentence(f"condition.{code}", self.language).format_map(values)

    def noun(self, expression: Expression) -> Noun:
        """Return a value as the subject or object of a sentence."""
        if isinstance(expression, e.Fact):
            return nouns.noun_of(self.charter, expression.path, self.language)
        if isinstance(expression, e.Item):
            many = self.language != "fr" and nouns.is_plural(self.field_name(expression).split())
            return Noun(self.field(expression), many)
        return Noun(self._value(expression)[1])

    def value(self, expression: Expression, about: Expression | None = None) -> str:
        """Return a value in words; `about` is what it is compared with, whose unit and words it shares."""
        if isinstance(expression, e.Constant):
            return self._constant(expression, about)
        return self.noun(expression).text

    def word(self, word: str, about: Expression | None) -> str:
        """Return one of a charter's own words; built-in ones, roles and gestures in the reader's language."""
        path = about.path if isinstance(about, e.Fact) else ""
        if path == "actor.role":
            return quoted(set_words(names.role_name(self.charter, word, self.language), self.language), self.language)
        if path == "proposal.gesture":
            return self.gesture(word)
        known = sentence(f"condition.word.known.{word}", self.language)
        if path in _BUILT_IN and not known.startswith("condition."):
            return known
        label = self._label(word, about)
        plain = word.replace("_", " ") if label is None else set_words(label, self.language)
        as_written = " " in plain or not plain or self._is_quoted(about)
        return quoted(plain, self.language) if as_written else plain

    def _label(self, word: str, about: Expression | None) -> str | None:
        """What a word is called by the fact, or the field of a list, that it is said about."""
        match about:
            case e.Fact(path=path):
                return names.word_words(self.charter, path, word, self.language)
            case e.Item(field=field):
                return names.word_words(self.charter, self._list_of(about), word, self.language, field=field)
        return None

    def _list_of(self, item: e.Item) -> str:
        return next((path for variable, path in self.elements if variable == item.variable), "")

    def _is_quoted(self, about: Expression | None) -> bool:
        """Whether what a word is said about stands in quotation marks, as on the screen; then so does the word."""
        return isinstance(about, (e.Fact, e.Item)) and self.noun(about).text.endswith(("”", "»"))

    def gesture(self, name: str) -> str:
        """Return a gesture's name in quotation marks, or what a kind of gesture is called."""
        kind = sentence(f"condition.kind.{name}", self.language)
        if not kind.startswith("condition."):
            return kind
        return quoted(set_words(names.gesture_name(self.charter, name, self.language), self.language), self.language)

    def circumstance(self, given: e.Given) -> str:
        """Return where and within which time earlier gestures are counted."""
        code = f"scope.{given.scope}"
        where = self.say(code)
        if where == f"condition.{code}":
            scope = names.scope_words(self.charter, given.scope, self.language)
            where = self.say("scope.other", scope=quoted(scope, self.language))
        if given.span is None:
            return where
        return f"{where} {self.say('given.window', span=measures.say_span(given.span, self.language))}"

    def gestures(self, given: e.Given) -> str:
        """Return the gestures that are counted, joined by `or`."""
        return listed([self.gesture(name) for name in given.gestures], self.say("given.last"))

    def _constant(self, constant: e.Constant, about: Expression | None) -> str:
        value = constant.value
        match value:
            case bool():
                return self.say("value.yes" if value else "value.no")
            case str():
                return self.word(value, about)
            case frozenset():
                return listed(self.words(constant, about), self.say("join.any.last"))
            case datetime():
                return self.say("moment.at", moment=measures.say_moment(value, self.language))
            case timedelta():
                return measures.say_duration(value, self.language)
        if isinstance(constant.type, Money):
            return self.write(value)
        if isinstance(constant.type, Percent):
            return measures.say_percent(value, self.language)
        return measures.say_measure(value, self._unit(about), self.language)

    def words(self, choices: e.Constant, about: Expression | None) -> list[str]:
        """Return the words of a set, in the order they were written."""
        written: tuple[str, ...] = getattr(choices.type, "values", ())
        said = [self.word(word, about) for word in written]
        is_mixed = any(word[:1] in "“«" for word in said)
        return [quoted(word, self.language) if is_mixed and word[:1] not in "“«" else word for word in said]

    def _unit(self, about: Expression | None) -> str:
        """The unit of the fact compared with, unless its label says it already."""
        if not isinstance(about, e.Fact):
            return ""
        unit = nouns.unit_of(self.charter, about.path)
        label = (nouns.label_of(self.charter, about.path, self.language) or about.path).lower()
        return "" if any(word in label for word in measures.unit_words(unit, self.language) if word) else unit

    def _value(self, expression: Expression) -> tuple[int, str]:
        """A value in words, and how tightly these bind inside a formula."""
        match expression:
            case e.Constant():
                return _WHOLE, self._constant(expression, None)
            case e.Fact():
                return _WHOLE, self.noun(expression).text
            case e.Item():
                return _WHOLE, self.field(expression)
            case e.Arithmetic():
                return self._arithmetic(expression)
            case e.Share(rate=rate, operand=operand):
                said = self.say("value.share", rate=self._constant(rate, None), of_value=self.of(operand))
                return _TIGHT, said
            case e.Choose(condition=condition, yes=yes, no=no):
                test = after_if(self.clause(condition).text, self.language)
                return 0, self.say("value.choose", if_test=test, yes=self.value(yes), no=self.value(no))
            case e.Outermost(extreme=extreme, parts=parts):
                code = {
                    ("min", True): "lower",
                    ("min", False): "lowest",
                    ("max", True): "higher",
                    ("max", False): "highest",
                }
                values = listed([self.value(part) for part in parts], self.say("value.extreme.last"))
                return 0, self.say(f"value.{code[extreme, len(parts) == 2]}", values=values)
        return _LOOSE, self._counted(expression)

    def field(self, item: e.Item) -> str:
        """Return a field of a list's element: `its status`; an element that is one value is called `it`."""
        is_innermost = not self.elements or item.variable == self.elements[-1][0]
        if self._is_whole(item):
            return self.say("list.element" if is_innermost else "list.element.outer")
        name = self.field_name(item)
        shown = quoted(name, self.language) if self.language == "fr" else uncapitalised(name)
        return self.say("list.field" if is_innermost else "list.field.outer", field=shown)

    def _is_whole(self, item: e.Item) -> bool:
        """Whether the list holds plain values, so that an element is its only field."""
        declared = self.charter.vocabulary.facts.get(self._list_of(item))
        if declared is None or declared.fields or not isinstance(declared.type, Records):
            return False
        return [name for name, _ in declared.type.fields] == ["value"]

    def field_name(self, item: e.Item) -> str:
        """Return what a field of a list's element is called: its label, else its name in words."""
        label = nouns.field_label(self.charter, self._list_of(item), item.field, self.language)
        return nouns.field_words(item.field) if label is None else label

    def _counted(self, expression: Expression) -> str:
        match expression:
            case e.Lookup(parameter=parameter, keys=keys):
                table = quoted(names.parameter_words(self.charter, parameter, self.language), self.language)
                by = listed([self.value(key) for key in keys], self.say("value.lookup.last"))
                return self.say("value.lookup", table=table, keys=by)
            case e.Count(source=source, body=e.Constant(value=True)):
                return self.say("count.number", list=self.noun(source).text)
            case e.Count(source=source, variable=variable, body=body):
                inner = self.inside(variable, source.path).clause(body).text
                return self.say("count.number.matching", list=self.noun(source).text, clause=inner)
            case e.Total(source=source, variable=variable, body=body):
                summed = self.inside(variable, source.path).of(body)
                return self.say("count.total", list=self.noun(source).text, of_value=summed)
            case e.Elapsed(unit=unit, since=since):
                return self.say(f"since.elapsed.{unit}", subject=self.noun(since).text)
            case e.Given():
                return self.say(
                    "given.number", gestures=self.gestures(expression), circumstance=self.circumstance(expression)
                )
        return self.clause(expression).text

    def _arithmetic(self, sum_: e.Arithmetic) -> tuple[int, str]:
        operator, left, right = sum_.operator, sum_.left, sum_.right
        if isinstance(left.type, Time):
            return _WHOLE, self._moved(operator, left, right)
        if operator == "-" and isinstance(left, e.Constant) and left.value == 0:
            return _LOOSE, self.say("value.minus", value=self._within(right, _TIGHT))
        if operator == "%":
            code = "value.above" if isinstance(left, e.Fact) and isinstance(left.type, Money) else "value.remainder"
            return _WHOLE, self.say(code, left=self.value(left), right=self.value(right))
        own = _LOOSE if operator in "+-" else _TIGHT
        return own, f"{self._within(left, own)} {_SIGNS[operator]} {self._within(right, own + 1)}"

    def _moved(self, operator: str, moment: Expression, other: Expression) -> str:
        """A moment before or after another, or the time between two."""
        start = self.value(moment)
        if isinstance(other.type, Time):
            return self.say("moment.between", start=self.value(other), end=start)
        return self.say("moment.later" if operator == "+" else "moment.earlier", span=self.value(other), start=start)

    def _within(self, part: Expression, tightness: int) -> str:
        own, text = self._value(part)
        return f"({text})" if own < tightness else text

    def of(self, operand: Expression) -> str:
        """Return a value after “of”, in brackets if it is a formula."""
        own, text = self._value(operand)
        return of(text if own == _WHOLE else f"({text})", self.language)

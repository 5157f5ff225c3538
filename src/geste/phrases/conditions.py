"""Conditions: says any typed condition of a charter as a clause, and any amount as a noun, in English and French."""

import re
from collections.abc import Iterable
from dataclasses import replace

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.syntax import Charter
from geste.core.charter.types import FreeText, Time, Words, YesNo
from geste.core.charter.vocabulary import NOW
from geste.phrases import measures, names, nouns
from geste.phrases.amounts import short_amounts
from geste.phrases.quantities import Clause, QuantitySayer
from geste.phrases.typography import after_if, listed, quoted

_OPPOSITE: dict[e.Comparison, e.Comparison] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_STYLES = 3
_NONE = (("==", 0), ("<", 1), ("<=", 0))
_SOME = ((">=", 1), (">", 0), ("!=", 0))
_SHORT = 3
_YES = YesNo()
_QUOTED = re.compile("“[^”]*”|«[^»]*»")


def say_condition(
    condition: Expression, charter: Charter, language: str, write_amount: names.AmountWriter | None = None
) -> str:
    """Return a condition as a clause in `language`, without a capital or a full stop."""
    return _sayer(charter, language, write_amount).clause(condition).text


def say_amount(
    amount: Expression, charter: Charter, language: str, write_amount: names.AmountWriter | None = None
) -> str:
    """Return an amount as a noun in `language`: a figure, a label, or a formula of both."""
    return _sayer(charter, language, write_amount).value(amount)


def say_word(word: str, path: str, charter: Charter, language: str) -> str:
    """Return one of the words a fact can be, as people read it."""
    return _sayer(charter, language, None).word(word, e.Fact(path, FreeText()))


def _sayer(charter: Charter, language: str, write_amount: names.AmountWriter | None) -> "_ConditionSayer":
    return _ConditionSayer(charter, language, write_amount or short_amounts(charter.currency, language))


class _ConditionSayer(QuantitySayer):
    """Says conditions. A negation is said by the opposite where there is a word for it."""

    def inside(self, variable: str, path: str) -> "_ConditionSayer":
        """Return a sayer that also knows the list element `variable` of the list at `path`."""
        return replace(self, elements=(*self.elements, (variable, path)))

    def clause(self, condition: Expression) -> Clause:
        """Return a condition as a clause."""
        match condition:
            case e.Not(operand=operand):
                return self._denied(operand)
            case e.All(parts=parts):
                return self._several("all", parts)
            case e.Any(parts=parts):
                return self._several("any", parts)
            case e.Quantified(quantity=quantity):
                return self._quantified(f"list.{quantity}", condition)
            case e.Choose(condition=test, yes=yes, no=no):
                if_test = after_if(self.clause(test).text, self.language)
                then, otherwise = self.clause(yes).text, self.clause(no).text
                return Clause(self.say("say.choose.clause", if_test=if_test, yes=then, no=otherwise), joined=True)
            case e.Compare(operator=operator):
                return self._compared(operator, condition)
        return Clause(self._plain(condition, truth=True))

    def _denied(self, operand: Expression) -> Clause:
        match operand:
            case e.Not(operand=inner):
                return self.clause(inner)
            case e.Any(parts=parts):
                return self._enumerated("none", self._inner(parts))
            case e.All(parts=parts):
                return self._enumerated("some", self._inner(parts))
            case e.Quantified(quantity=quantity):
                code = {"any": "list.none", "all": "list.some", "one": "list.others"}[quantity]
                return self._quantified(code, operand)
            case e.Choose():
                said = self.clause(operand).text
                return Clause(self.say("say.opposite.of", clause=said), joined=True)
            case e.Compare(operator=operator):
                return self._compared(_OPPOSITE[operator], operand)
        return Clause(self._plain(operand, truth=False))

    def _plain(self, condition: Expression, *, truth: bool) -> str:
        """A condition without parts, or its opposite."""
        match condition:
            case e.Fact(path=path):
                return self._answer(path, truth=truth)
            case e.Item():
                flag = quoted(self.field_name(condition), self.language)
                return self.say("list.flag.yes" if truth else "list.flag.no", field=flag)
            case e.Confirmed(fact=fact):
                label = nouns.label_of(self.charter, fact.path, self.language)
                words = label or names.fact_label(self.charter, fact.path, self.language)
                return self.say(f"say.confirmed.{'yes' if truth else 'no'}", subject=quoted(words, self.language))
            case e.OneOf(operand=operand, choices=choices):
                return self._one_of(operand, choices, truth=truth)
            case e.Within(since=since, span=span):
                code = "since.within" if truth else "since.beyond"
                return self.say(code, subject=self.noun(since).text, span=measures.say_span(span, self.language))
            case e.Constant(value=value):
                return self.say("say.always.yes" if (value is True) is truth else "say.always.no")
        raise AssertionError(condition)

    def _answer(self, path: str, *, truth: bool) -> str:
        words, is_statement = nouns.answer_of(self.charter, path, self.language)
        if truth and is_statement:
            return words
        label = nouns.label_of(self.charter, path, self.language)
        statement = words if label is None else quoted(label, self.language)
        return self.say("say.answer.yes" if truth else "say.answer.no", statement=statement)

    def _one_of(self, operand: Expression, choices: e.Constant, *, truth: bool) -> str:
        subject, words = self.noun(operand), self.words(choices, operand)
        if truth or len(words) == 1:
            said = listed(words, self.say("join.any.last"))
            return self.say(f"word.{'is' if truth else 'is_not'}.{subject.number}", subject=subject.text, value=said)
        neither = f" {self.say('word.neither.last')} ".join(words)
        return self.say(f"word.neither.{subject.number}", subject=subject.text, values=neither)

    def _compared(self, operator: e.Comparison, compare: e.Compare) -> Clause:
        left, right = compare.left, compare.right
        counted = self._counted_against(operator, left, right) if isinstance(right, e.Constant) else None
        return counted or Clause(self._sized(operator, left, right))

    def _sized(self, operator: e.Comparison, left: Expression, right: Expression) -> str:
        if isinstance(left.type, YesNo):
            code = "say.answer.same" if operator == "==" else "say.answer.different"
            return self.say(code, left=self._quoted_answer(left), right=self._quoted_answer(right))
        subject = self.noun(left)
        if isinstance(left.type, Time):
            return self._timed(operator, subject.text, right)
        if isinstance(left.type, (Words, FreeText)):
            if isinstance(right, e.Constant):
                code = f"word.{'is' if operator == '==' else 'is_not'}.{subject.number}"
            else:
                code = f"word.same.{'yes' if operator == '==' else 'no'}"
            return self.say(code, subject=subject.text, value=self.value(right, left))
        return self.say(f"size.{operator}.{subject.number}", subject=subject.text, value=self.value(right, left))

    def _timed(self, operator: e.Comparison, subject: str, right: Expression) -> str:
        if isinstance(right, e.Fact) and right.path == NOW and operator not in ("==", "!="):
            return self.say(f"moment.now.{operator}", subject=subject)
        return self.say(f"moment.{operator}", subject=subject, value=self.value(right))

    def _quoted_answer(self, expression: Expression) -> str:
        if isinstance(expression, e.Fact):
            label = nouns.label_of(self.charter, expression.path, self.language)
            return quoted(label or names.fact_label(self.charter, expression.path, self.language), self.language)
        return self.value(expression) if isinstance(expression, e.Item) else self.clause(expression).text

    def _counted_against(self, operator: e.Comparison, left: Expression, right: e.Constant) -> Clause | None:
        """Days passed, entries of a list or earlier gestures compared with a number that stands in the charter."""
        number = right.value
        if not isinstance(number, int):
            return None
        match left:
            case e.Elapsed(unit=unit, since=since):
                span = measures.say_measure(number, unit, self.language)
                quantity = self.say(f"count.{operator}", value=span)
                return Clause(self.say("count.passed", quantity=quantity, subject=self.noun(since).text))
            case e.Count(source=source, variable=variable, body=body):
                return self._entries(operator, number, source, variable, body)
            case e.Given():
                return Clause(self._given(operator, number, left))
        return None

    def _entries(self, operator: e.Comparison, number: int, of: e.Fact, variable: str, body: Expression) -> Clause:
        source = self.noun(of).text
        none = (operator, number) in _NONE
        form = "one" if abs(number) == 1 else "many"
        quantity = self.say(f"count.{operator}", value=measures.say_number(number, self.language))
        if isinstance(body, e.Constant) and body.value is True:
            code = "count.entries.none" if none else f"count.entries.{form}"
            return Clause(self.say(code, quantity=quantity, list=source))
        code = "list.none" if none else f"count.matching.{form}"
        inner = self.inside(variable, of.path).clause(body).text
        return Clause(self.say(code, quantity=quantity, list=source, clause=inner), joined=True)

    def _given(self, operator: e.Comparison, number: int, given: e.Given) -> str:
        words = {"gestures": self.gestures(given), "circumstance": self.circumstance(given)}
        if (operator, number) in _SOME:
            return self.say("given.ever", **words)
        if (operator, number) in _NONE:
            return self.say("given.never", **words)
        code = {1: "times.once", 2: "times.twice"}.get(number, "times.several")
        times = self.say(code, value=measures.say_number(number, self.language))
        return self.say("given.times", times=self.say(f"count.{operator}", value=times), **words)

    def _quantified(self, code: str, quantified: e.Quantified) -> Clause:
        inner = self.inside(quantified.variable, quantified.source.path).clause(quantified.body)
        plain = f"{code}.long" if inner.joined and code in ("list.any", "list.all", "list.one") else code
        said = self.say(plain, list=self.noun(quantified.source).text, clause=inner.text)
        return Clause(said, joined=True)

    def _several(self, kind: str, parts: tuple[Expression, ...]) -> Clause:
        clauses = self._inner(_paired(parts) if kind == "all" else parts)
        if len(clauses) == 1:
            return clauses[0]
        other = self.say("join.any.last" if kind == "all" else "join.all.last")
        if len(clauses) <= _SHORT and not any(_is_long(clause, other) for clause in clauses):
            return Clause(listed([clause.text for clause in clauses], self.say(f"join.{kind}.last")), joined=True)
        return self._enumerated(kind, clauses)

    def _inner(self, parts: Iterable[Expression]) -> list[Clause]:
        deeper = replace(self, depth=self.depth + 1)
        return [self._between(part) or deeper.clause(part) for part in parts]

    def _between(self, pair: Expression) -> Clause | None:
        """Two bounds of one value said as one; `_paired` has put them side by side."""
        match pair:
            case e.All(parts=(e.Compare(operator=">=", left=left, right=low), e.Compare(operator="<=", right=high))):
                subject = self.noun(left)
                bounds = {"low": self.value(low, left), "high": self.value(high, left)}
                return Clause(self.say(f"size.between.{subject.number}", subject=subject.text, **bounds))
        return None

    def _enumerated(self, kind: str, clauses: list[Clause]) -> Clause:
        marked = "; " if self.language != "fr" else "\u00a0; "
        items = marked.join(f"({_mark(self.depth, index)}) {clause.text}" for index, clause in enumerate(clauses))
        lead = self.say(f"join.{kind}.lead")
        colon = "\u00a0:" if self.language == "fr" else ":"
        said = f"{lead}{colon} {items}"
        return Clause(said if self.depth < _STYLES else f"[{said}]", joined=True)


def _is_long(clause: Clause, other: str) -> bool:
    """Whether a clause, put beside others in one sentence, would leave open what belongs together."""
    outside = _QUOTED.sub("", clause.text)
    return clause.joined or any(mark in outside for mark in (",", ":", ";", f" {other} "))


def _mark(depth: int, index: int) -> str:
    """The mark of an item: (1), (a), (i) by depth, then round again inside brackets."""
    style = depth % _STYLES
    if style == 0:
        return str(index + 1)
    if style == 1:
        return chr(ord("a") + index) if index < 26 else f"a{index - 25}"
    tens, ones = divmod(index + 1, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def _paired(parts: tuple[Expression, ...]) -> list[Expression]:
    """The parts of a conjunction, a lower and an upper bound of the same quantity put together."""
    paired: list[Expression] = []
    for part in parts:
        last = paired[-1] if paired else None
        if isinstance(last, e.Compare) and isinstance(part, e.Compare) and _bounds_of_one(last, part):
            paired[-1] = e.All((last, part), _YES)
        else:
            paired.append(part)
    return paired


def _bounds_of_one(low: e.Compare, high: e.Compare) -> bool:
    countable = not isinstance(low.left, (e.Count, e.Given, e.Elapsed)) and not isinstance(low.left.type, Time)
    return low.operator == ">=" and high.operator == "<=" and low.left == high.left and countable

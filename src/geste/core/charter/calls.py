"""Calls: what each function of the language means. Its names are a closed list."""

from collections.abc import Callable

from geste.core import limits
from geste.core.charter import literals
from geste.core.charter import raw as r
from geste.core.charter.expression import (
    Confirmed,
    Constant,
    Elapsed,
    Expression,
    Extreme,
    Fact,
    Given,
    Outermost,
    Share,
    Within,
)
from geste.core.charter.lists import ListResolver, counted
from geste.core.charter.typed import (
    YES_NO,
    Unresolved,
    chosen,
    compared,
    days_moved,
    disjunction,
    joined,
    mismatch,
    refuse,
)
from geste.core.charter.types import (
    Duration,
    Money,
    Number,
    Percent,
    Time,
    Type,
    WordSet,
    is_quantity,
    type_name,
)
from geste.core.findings import Place, unknown_word
from geste.core.money import share_of
from geste.core.windows import Span

TIMES = Number(0, limits.HISTORY_ITEMS)


class CallResolver(ListResolver):
    """Resolves calls; the expressions inside them are resolved by the subclass."""

    def call(self, raw: r.RawCall, hint: Type | None) -> Expression:
        """Return what a call means."""
        if raw.method:
            return self.method(raw)
        functions: dict[str, Callable[[r.RawCall, Type | None], Expression]] = {
            "confirmed": self._confirmed,
            "percent": self._percent,
            "min": self._extreme,
            "max": self._extreme,
            "days_since": self._elapsed,
            "months_since": self._elapsed,
            "within": self._within,
            "given": self._given,
            "size": self.size,
            "duration": self._duration,
            "timestamp": self._timestamp,
        }
        function = functions.get(raw.name)
        if function is None:
            raise Unresolved(unknown_word("function.not_known", raw.place, raw.name, functions))
        return function(raw, hint)

    def membership(self, left: r.Raw, right: r.Raw, place: Place) -> Expression:
        """Return what `left in right` means: one of the words of a list or a parameter, or one of some numbers."""
        operand = self.resolve(left)
        if not isinstance(right, r.RawList):
            words = self.resolve(right)
            if not isinstance(words, Constant) or not isinstance(words.type, WordSet):
                mismatch(right.place, "set", words.type)
            return chosen(operand, words.type.values, (right.place,) * len(words.type.values), words.parameter)
        if not right.items:
            refuse("list.empty", place)
        if is_quantity(operand.type):
            return disjunction(
                tuple(compared("==", operand, self.resolve(item, operand.type), item.place) for item in right.items)
            )
        places: dict[str, Place] = {}
        for item in right.items:
            if not isinstance(item, (r.RawText, r.RawWord)):
                refuse("type.mismatched", item.place, expected=type_name(operand.type), found="number")
            places.setdefault(item.value if isinstance(item, r.RawText) else item.text, item.place)
        return chosen(operand, tuple(places), tuple(places.values()))

    def _confirmed(self, raw: r.RawCall, _: Type | None) -> Expression:
        (argument,) = counted(raw, 1)
        fact = self.resolve(argument)
        if not isinstance(fact, Fact):
            refuse("confirmed.not_a_fact", raw.place)
        return Confirmed(fact, YES_NO)

    def _percent(self, raw: r.RawCall, _: Type | None) -> Expression:
        rate_raw, operand_raw = counted(raw, 2)
        rate = self.expecting(rate_raw, Percent())
        operand = self.resolve(operand_raw, Money())
        if not isinstance(rate, Constant) or not isinstance(rate.value, int):
            refuse("percent.not_constant", rate_raw.place)
        if not isinstance(operand.type, Money):
            mismatch(operand_raw.place, "money", operand.type)
        kind = Money(share_of(operand.type.low, rate.value), share_of(operand.type.high, rate.value))
        if kind.high > limits.INTEGER or kind.low < -limits.INTEGER:
            refuse("number.too_large", raw.place)
        return Share(rate, operand, kind)

    def _extreme(self, raw: r.RawCall, hint: Type | None) -> Expression:
        if not 2 <= len(raw.arguments) <= 10:
            refuse("function.arguments_miscounted", raw.place, expected=2)
        parts: list[Expression] = []
        wanted = hint
        for argument in raw.arguments:
            part = self.resolve(argument, wanted)
            if not is_quantity(part.type):
                mismatch(argument.place, "number", part.type)
            wanted = wanted or part.type
            parts.append(part)
        kind = parts[0].type
        for part in parts[1:]:
            kind = joined(kind, part.type) or mismatch(raw.place, type_name(kind), part.type)
        assert is_quantity(kind)
        lows = [part.type.low for part in parts if is_quantity(part.type)]
        highs = [part.type.high for part in parts if is_quantity(part.type)]
        extreme: Extreme = "min" if raw.name == "min" else "max"
        pick = min if extreme == "min" else max
        return Outermost(extreme, tuple(parts), type(kind)(pick(lows), pick(highs)))

    def _elapsed(self, raw: r.RawCall, _: Type | None) -> Expression:
        (argument,) = counted(raw, 1)
        since = self.expecting(argument, Time())
        days = literals.YEARS * 366 + days_moved(since)
        if raw.name == "days_since":
            return Elapsed("day", since, self.fact("now", raw.place), Number(-days, days))
        return Elapsed("month", since, self.fact("now", raw.place), Number(0, days // 28))

    def _within(self, raw: r.RawCall, _: Type | None) -> Expression:
        since_raw, span_raw = counted(raw, 2)
        since = self.expecting(since_raw, Time())
        return Within(since, self._span(span_raw), self.fact("now", raw.place), YES_NO)

    def _span(self, raw: r.Raw) -> Span:
        """A length of time: written out, in quotes, or a parameter's."""
        match raw:
            case r.RawSpan(span, _):
                return span
            case r.RawText(text, place) | r.RawWord(text, place):
                parsed = literals.span(text)
                if parsed is None:
                    refuse("value.unreadable", place, expected="duration", found=text[:40])
                return parsed
        parts = r.path_of(raw)
        parameter = self.vocabulary.parameters.get(parts[0]) if parts and len(parts) == 1 else None
        if parameter is None or parameter.span is None:
            refuse("value.unreadable", raw.place, expected="duration", found=".".join(parts or ()))
        return parameter.span

    def _given(self, raw: r.RawCall, _: Type | None) -> Expression:
        if len(raw.arguments) not in (2, 3):
            refuse("function.arguments_miscounted", raw.place, expected=2)
        gestures = self._gestures(raw.arguments[0])
        scope = raw.arguments[1]
        if not isinstance(scope, (r.RawText, r.RawWord)):
            refuse("value.unreadable", scope.place, expected="scope", found="")
        name = scope.value if isinstance(scope, r.RawText) else scope.text
        if name not in self.vocabulary.scopes:
            raise Unresolved(unknown_word("scope.not_known", scope.place, name, self.vocabulary.scopes))
        span = self._span(raw.arguments[2]) if len(raw.arguments) == 3 else None
        return Given(gestures, name, span, TIMES)

    def _gestures(self, raw: r.Raw) -> tuple[str, ...]:
        names: list[str] = []
        for item in raw.items if isinstance(raw, r.RawList) else (raw,):
            if not isinstance(item, (r.RawText, r.RawWord)):
                refuse("value.unreadable", item.place, expected="gesture", found="")
            name = item.value if isinstance(item, r.RawText) else item.text
            if name not in self.vocabulary.gestures:
                raise Unresolved(unknown_word("gesture.not_known", item.place, name, sorted(self.vocabulary.gestures)))
            names.append(name)
        return tuple(dict.fromkeys(names))

    def _duration(self, raw: r.RawCall, _: Type | None) -> Expression:
        (argument,) = counted(raw, 1)
        span = literals.cel_duration(argument.value) if isinstance(argument, r.RawText) else None
        exact = span.exact if span else None
        if exact is None:
            refuse("value.unreadable", argument.place, expected="duration", found="")
        return Constant(exact, Duration())

    def _timestamp(self, raw: r.RawCall, _: Type | None) -> Expression:
        (argument,) = counted(raw, 1)
        moment = literals.moment(argument.value) if isinstance(argument, r.RawText) else None
        if moment is None:
            refuse("value.unreadable", argument.place, expected="time", found="")
        return Constant(moment, Time())

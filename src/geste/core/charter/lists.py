"""Lists: what a condition, a count or a sum over the elements of a list means."""

from abc import ABC, abstractmethod
from typing import TypeGuard

from geste.core import limits
from geste.core.charter import raw as r
from geste.core.charter.expression import Constant, Count, Expression, Fact, Quantified, Quantity, Total
from geste.core.charter.typed import YES_NO, Unresolved, mismatch, refuse
from geste.core.charter.types import Number, Records, Type, is_quantity
from geste.core.charter.vocabulary import Vocabulary
from geste.core.findings import Place, unknown_word

YES = Constant(value=True, type=YES_NO)
COUNT = Number(0, limits.LIST_ITEMS)
_QUANTITIES: dict[str, Quantity] = {"exists": "any", "all": "all", "exists_one": "one"}


class ListResolver(ABC):
    """Resolves what is said of lists; the expressions inside are resolved by the subclass."""

    vocabulary: Vocabulary
    depth: int

    @abstractmethod
    def resolve(self, raw: r.Raw, hint: Type | None = None) -> Expression:
        """Return the typed form of `raw`."""

    @abstractmethod
    def expecting(self, raw: r.Raw, kind: Type) -> Expression:
        """Return the typed form of `raw`, which must be of this type."""

    @abstractmethod
    def fact(self, path: str, place: Place) -> Fact:
        """Return the declared fact with this path."""

    @abstractmethod
    def within_list(self, name: str, records: Records) -> "ListResolver":
        """Return a resolver that also knows the element `name` of a list."""

    @abstractmethod
    def variable(self) -> str:
        """Return the canonical name of the innermost list element."""

    def method(self, raw: r.RawCall) -> Expression:
        """Return what a call of the form `subject.name(…)` means."""
        subject, *rest = raw.arguments
        if raw.name in _QUANTITIES and len(rest) == 2:
            source, variable, body = self._over(subject, rest, raw.place)
            return Quantified(_QUANTITIES[raw.name], source, variable, body, YES_NO)
        if raw.name == "size" and not rest:
            if _is_method(subject, "filter"):
                inner, *arguments = subject.arguments
                source, variable, body = self._over(inner, arguments, raw.place)
                # Every element counts: that is the size, wherever it is asked.
                return Count(source, "item", YES, COUNT) if body == YES else Count(source, variable, body, COUNT)
            return self.size(r.RawCall("size", (subject,), raw.place), None)
        if raw.name == "sum" and not rest and _is_method(subject, "map"):
            return self._total(subject, raw.place)
        known = [*_QUANTITIES, "filter", "map", "size", "sum"]
        raise Unresolved(unknown_word("function.not_known", raw.place, raw.name, known))

    def size(self, raw: r.RawCall, _: Type | None) -> Expression:
        """Return what `size(list)` means."""
        (argument,) = counted(raw, 1)
        return Count(self._list(argument), "item", YES, COUNT)

    def _over(self, subject: r.Raw, arguments: list[r.Raw], place: Place) -> tuple[Fact, str, Expression]:
        inner, source = self._element(subject, arguments, place)
        return source, inner.variable(), inner.expecting(arguments[1], YES_NO)

    def _element(self, subject: r.Raw, arguments: list[r.Raw], place: Place) -> tuple["ListResolver", Fact]:
        if len(arguments) != 2 or not isinstance(arguments[0], r.RawName):
            refuse("function.arguments_miscounted", place, expected=2)
        source = self._list(subject)
        assert isinstance(source.type, Records)
        if self.depth >= limits.QUANTIFIER_DEPTH:
            refuse("list.nested_too_deep", place, limit=limits.QUANTIFIER_DEPTH)
        return self.within_list(arguments[0].name, source.type), source

    def _total(self, subject: r.RawCall, place: Place) -> Expression:
        inner_subject, *arguments = subject.arguments
        inner, source = self._element(inner_subject, arguments, place)
        body = inner.resolve(arguments[1])
        if not is_quantity(body.type):
            mismatch(place, "number", body.type)
        low = min(0, body.type.low) * limits.LIST_ITEMS
        high = max(0, body.type.high) * limits.LIST_ITEMS
        if low < -limits.INTEGER or high > limits.INTEGER:
            refuse("number.too_large", place)
        return Total(source, inner.variable(), body, type(body.type)(low, high))

    def _list(self, raw: r.Raw) -> Fact:
        source = self.resolve(raw)
        if not isinstance(source, Fact) or not isinstance(source.type, Records):
            mismatch(raw.place, "list", source.type)
        return source


def _is_method(raw: r.Raw, name: str) -> TypeGuard[r.RawCall]:
    return isinstance(raw, r.RawCall) and raw.method and raw.name == name


def counted(raw: r.RawCall, expected: int) -> tuple[r.Raw, ...]:
    """Return the arguments of a call that takes so many."""
    if len(raw.arguments) != expected:
        refuse("function.arguments_miscounted", raw.place, expected=expected)
    return raw.arguments

"""Resolver: gives every name a meaning and every part a type. Raw conditions go in, typed expressions come out."""

from geste.core.charter import literals, typed
from geste.core.charter import raw as r
from geste.core.charter.calls import CallResolver
from geste.core.charter.cel import read_expression
from geste.core.charter.expression import Choose, Comparison, Constant, Expression, Fact, Item, Lookup, Operation
from geste.core.charter.typed import YES_NO, refuse
from geste.core.charter.types import Duration, Money, Number, Percent, Records, Time, Type, is_quantity, type_name
from geste.core.charter.vocabulary import Table, Vocabulary
from geste.core.findings import Place, unknown_word
from geste.core.money import AmountRefused

_MIRRORED: dict[Comparison, Comparison] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_COMPARISONS: dict[str, Comparison] = {"==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_OPERATIONS: dict[str, Operation] = {"+": "+", "-": "-", "*": "*", "/": "/", "%": "%"}


def resolve_condition(raw: r.Raw, vocabulary: Vocabulary) -> Expression:
    """Return the typed form of a condition.

    Raises:
        Unresolved: a name is unknown, or types or units do not fit.
    """
    return Resolver(vocabulary).expecting(raw, YES_NO)


def resolve_amount(raw: r.Raw, vocabulary: Vocabulary) -> Expression:
    """Return the typed form of an amount of money.

    Raises:
        Unresolved: a name is unknown, or types or units do not fit.
    """
    return Resolver(vocabulary).expecting(raw, Money())


class Resolver(CallResolver):
    """Resolves one expression; `bound` holds the list elements in reach: written name, own name, fields."""

    def __init__(self, vocabulary: Vocabulary, bound: tuple[tuple[str, str, Records], ...] = ()) -> None:
        self.vocabulary = vocabulary
        self.bound = bound
        self.depth = len(bound)

    def within_list(self, name: str, records: Records) -> "Resolver":
        """Return a resolver that also knows the element `name` of a list."""
        own_name = "item" if not self.bound else f"item{len(self.bound) + 1}"
        while own_name in self._taken:
            own_name += "_"
        return Resolver(self.vocabulary, (*self.bound, (name, own_name, records)))

    @property
    def _taken(self) -> frozenset[str]:
        """Names with which a fact or a parameter begins: an element of that name would hide it."""
        return frozenset((*(path.partition(".")[0] for path in self.vocabulary.facts), *self.vocabulary.parameters))

    def variable(self) -> str:
        """Return the canonical name of the innermost list element."""
        return self.bound[-1][1]

    def expecting(self, raw: r.Raw, kind: Type) -> Expression:
        """Return the typed form of `raw`, which must be of this type (its range does not matter)."""
        expression = self.resolve(raw, kind)
        if not typed.fits(expression.type, kind):
            typed.mismatch(raw.place, type_name(kind), expression.type)
        return expression

    def resolve(self, raw: r.Raw, hint: Type | None = None) -> Expression:
        """Return the typed form of `raw`; `hint` is the type wanted where the words alone do not say."""
        match raw:
            case r.RawNumber() | r.RawWord() | r.RawMoney() | r.RawPercent() | r.RawText() | r.RawBool() | r.RawSpan():
                return self._literal(raw, hint)
            case r.RawKey(parts, place):
                return self._key(parts, place)
            case r.RawName() | r.RawField():
                return self._named(raw)
            case r.RawIndex():
                return self._lookup(raw)
            case r.RawCall():
                return self.call(raw, hint)
            case r.RawUnary(operator, operand, place):
                return self._unary(operator, operand, place, hint)
            case r.RawBinary():
                return self._binary(raw, hint)
            case r.RawSeveral(operator, parts, _):
                several = tuple(self.expecting(part, YES_NO) for part in parts)
                return typed.conjunction(several) if operator == "&&" else typed.disjunction(several)
            case r.RawChoose():
                return self._choose(raw, hint)
            case r.RawList(_, place):
                return refuse("list.misplaced", place)

    def fact(self, path: str, place: Place) -> Fact:
        """Return the declared fact with this path."""
        declaration = self.vocabulary.facts.get(path)
        if declaration is None:
            known = [*self.vocabulary.facts, *self.vocabulary.parameters, *(name for name, _, _ in self.bound)]
            raise typed.Unresolved(unknown_word("fact.not_declared", place, path, known))
        return Fact(path, declaration.type)

    def _key(self, parts: tuple[str, ...], place: Place) -> Expression:
        if self.bound and len(parts) == 1:
            _, variable, records = self.bound[-1]
            kind = records.field(parts[0])
            if kind is not None:
                return Item(variable, parts[0], kind)
            if parts[0] not in self.vocabulary.facts:
                known = [*(name for name, _ in records.fields), *self.vocabulary.facts]
                raise typed.Unresolved(unknown_word("fact.not_declared", place, parts[0], known))
        return self.fact(".".join(parts), place)

    def _named(self, raw: r.Raw) -> Expression:
        parts, place = r.path_of(raw), raw.place
        if parts is None:
            refuse("expression.part_unknown", place)
        for name, variable, records in reversed(self.bound):
            if parts[0] == name:
                return _field(parts, variable, records, place)
        parameter = self.vocabulary.parameters.get(parts[0]) if len(parts) == 1 else None
        if parameter is None:
            return self.fact(".".join(parts), place)
        if isinstance(parameter.value, Table):
            refuse("parameter.is_a_table", raw.place, word=parts[0])
        if parameter.span is not None and parameter.span.exact is None:
            refuse("duration.not_exact", raw.place)
        return parameter.value

    def _literal(self, raw: r.Raw, hint: Type | None) -> Expression:
        match raw:
            case r.RawWord(text, place) if is_quantity(hint or YES_NO) and not literals.is_quantity(text):
                return self.resolve(read_expression(text, place), hint)
            case r.RawMoney(minor, _):
                return Constant(minor, Money(minor, minor))
            case r.RawPercent(basis_points, _):
                return Constant(basis_points, Percent())
            case r.RawBool(value, _):
                return Constant(value, YES_NO)
            case r.RawText(text, place):
                return typed.word(text, place, hint)
            case r.RawSpan(span, place):
                exact = span.exact
                if exact is None:
                    refuse("duration.not_exact", place)
                return Constant(exact, Duration())
            case r.RawWord(text, place) if not is_quantity(hint or YES_NO):
                return typed.bare_word(text, place, hint)
            case r.RawWord(text, place) | r.RawNumber(text, place):
                return self._number(text, place, hint)
        raise AssertionError(raw)

    def _number(self, text: str, place: Place, hint: Type | None) -> Constant:
        if isinstance(hint, Money) or literals.is_money(text):
            minor = self.amount(text, place)
            return Constant(minor, Money(minor, minor))
        if isinstance(hint, Percent):
            share = literals.percent(f"{text} %")
            if share is None:
                refuse("value.unreadable", place, expected="percent", found=text[:40])
            return Constant(share, Percent())
        value = literals.whole_number(text)
        if value is None:
            refuse("number.not_whole", place, found=text[:40])
        return Constant(value, Number(value, value))

    def word_as(self, text: str, place: Place, kind: Type) -> Constant:
        """Return the constant a bare word spells where a value of this type is wanted."""
        constant = self._number(text, place, kind) if is_quantity(kind) else self._literal(r.RawWord(text, place), kind)
        if not isinstance(constant, Constant) or not typed.fits(constant.type, kind):
            typed.mismatch(place, type_name(kind), constant.type)
        return constant

    def amount(self, text: str, place: Place) -> int:
        """Return the minor units a literal spells in the charter's currency."""
        try:
            minor = literals.amount(text, self.vocabulary.currency)
        except literals.WrongCurrency as wrong:
            refuse("amount.wrong_currency", place, found=str(wrong), currency=self.vocabulary.currency.code)
        except AmountRefused as refused:
            refuse(refused.code, place, found=refused.text, currency=self.vocabulary.currency.code)
        if minor is None:
            refuse("amount.unreadable", place, found=text[:40], currency=self.vocabulary.currency.code)
        return minor

    def _lookup(self, raw: r.RawIndex) -> Expression:
        indexes: list[r.Raw] = []
        base: r.Raw = raw
        while isinstance(base, r.RawIndex):
            indexes.append(base.index)
            base = base.base
        parts = r.path_of(base)
        parameter = self.vocabulary.parameters.get(parts[0]) if parts and len(parts) == 1 else None
        if parameter is None or not isinstance(parameter.value, Table):
            refuse("parameter.not_a_table", raw.place)
        table = parameter.value
        if len(indexes) != len(table.keys):
            refuse("parameter.keys_miscounted", raw.place, expected=len(table.keys), found=len(indexes))
        keys = []
        for index, path in zip(reversed(indexes), table.keys, strict=True):
            kind = self.vocabulary.facts[path].type
            key = self.resolve(index, kind)
            if not typed.fits(key.type, kind):
                refuse("parameter.key_mismatched", index.place, expected=path)
            keys.append(key)
        return Lookup(parameter.name, table.cells, tuple(keys), table.gives)

    def _unary(self, operator: str, operand: r.Raw, place: Place, hint: Type | None) -> Expression:
        if operator == "!":
            return typed.negated(self.expecting(operand, YES_NO))
        value = self.resolve(operand, hint)
        if not is_quantity(value.type):
            typed.mismatch(place, "number", value.type)
        return typed.arithmetic("-", Constant(0, type(value.type)(0, 0)), value, place)

    def _binary(self, raw: r.RawBinary, hint: Type | None) -> Expression:
        operator, left, right, place = raw.operator, raw.left, raw.right, raw.place
        if operator == "in":
            return self.membership(left, right, place)
        if operator not in _COMPARISONS:
            return self._operation(_OPERATIONS[operator], left, right, place, hint)
        comparison = _COMPARISONS[operator]
        if _is_bare(left) and not _is_bare(right):
            left, right, comparison = right, left, _MIRRORED[comparison]
        first = self.resolve(left)
        return typed.compared(comparison, first, self.resolve(right, first.type), place)

    def _operation(self, operator: Operation, left: r.Raw, right: r.Raw, place: Place, hint: Type | None) -> Expression:
        if operator == "*":
            return self._product(left, right, place, hint)
        if operator == "/":
            return typed.arithmetic("/", self.resolve(left, hint), self.resolve(right, Number()), place)
        if _is_bare(left) and not _is_bare(right):
            second = self.resolve(right, hint)
            first = self.resolve(left, second.type)
        else:
            first = self.resolve(left, hint)
            second = self.resolve(right, Duration() if isinstance(first.type, Time) else first.type)
        return typed.moved(operator, first, second, place) or typed.arithmetic(operator, first, second, place)

    def _product(self, left: r.Raw, right: r.Raw, place: Place, hint: Type | None) -> Expression:
        number = Number()
        wanted = hint if is_quantity(hint or YES_NO) else number
        if _is_bare(left) and not _is_bare(right):
            second = self.resolve(right, number)
            first = self.resolve(left, wanted if isinstance(second.type, Number) else number)
        else:
            first = self.resolve(left, number)
            bare_amount = _is_bare(right) and isinstance(first.type, Number) and not _is_bare(left)
            second = self.resolve(right, wanted if bare_amount else number)
        return typed.arithmetic("*", first, second, place)

    def _choose(self, raw: r.RawChoose, hint: Type | None) -> Expression:
        test = self.expecting(raw.condition, YES_NO)
        if _is_bare(raw.yes) and not _is_bare(raw.no):
            no = self.resolve(raw.no, hint)
            yes = self.resolve(raw.yes, hint or no.type)
        else:
            yes = self.resolve(raw.yes, hint)
            no = self.resolve(raw.no, hint or yes.type)
        kind = typed.joined(yes.type, no.type)
        if kind is None:
            typed.mismatch(raw.place, type_name(yes.type), no.type)
        return Choose(test, yes, no, kind)


def _field(parts: tuple[str, ...], variable: str, records: Records, place: Place) -> Item:
    kind = records.field(parts[1]) if len(parts) == 2 else None
    if kind is None:
        known = [f"{parts[0]}.{name}" for name, _ in records.fields]
        raise typed.Unresolved(unknown_word("fact.not_declared", place, ".".join(parts), known))
    return Item(variable, parts[1], kind)


def _is_bare(raw: r.Raw) -> bool:
    """Whether the words alone do not say the type: `50` may be a number or an amount."""
    match raw:
        case r.RawNumber() | r.RawWord() | r.RawText():
            return True
        case r.RawUnary("-", operand, _):
            return _is_bare(operand)
        case r.RawBinary(_, left, right, _):
            return _is_bare(left) and _is_bare(right)
    return False

"""Conditions: turns the structured vocabulary of a charter (`at_least`, `within`, `any_of`, …) into its raw form."""

from collections.abc import Callable
from typing import NoReturn

from geste.core.charter import literals
from geste.core.charter import raw as r
from geste.core.charter.cel import read_expression
from geste.core.charter.source import Mapping, Node, Scalar, Sequence
from geste.core.charter.typed import Unresolved, refuse
from geste.core.charter.vocabulary import ASKED_AMOUNT
from geste.core.findings import Place, unknown_word

GROUPS = ("all_of", "any_of", "none_of", "not", "confirmed", "given")
SIZES = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<", "is": "==", "is_not": "!="}
TESTS = (
    *SIZES,
    "in",
    "not_in",
    "between",
    "within",
    "longer_ago_than",
    "before",
    "after",
    "any",
    "all",
    "none",
    "count",
    "size",
)


def condition(node: Node) -> r.Raw:
    """Return the raw form of a condition: an expression, a list (all of them) or named tests (all of them).

    Raises:
        Unresolved: a test nobody knows, or a value of the wrong shape.
        ExpressionRefused: a text that is no expression.
    """
    if isinstance(node, Scalar):
        return expression(node)
    if isinstance(node, Sequence):
        if not node.items:
            refuse("condition.empty", node.place)
        return _joined("&&", [condition(item) for item in node.items], node.place)
    if not node.entries:
        refuse("condition.empty", node.place)
    return _joined("&&", [_entry(key, value) for key, value in node.entries], node.place)


def amount(node: Node) -> r.Raw:
    """Return the raw form of an amount: a literal, an expression, a share, or the lowest or highest of several.

    Raises:
        Unresolved: a word nobody knows, or a value of the wrong shape.
        ExpressionRefused: a text that is no expression.
    """
    if isinstance(node, Scalar):
        return quantity(node)
    if isinstance(node, Sequence):
        refuse("value.unreadable", node.place, expected="money", found="list")
    names = node.names()
    if set(names) == {"percent", "of"}:
        share, of = node.get("percent"), node.get("of")
        assert share is not None
        assert of is not None
        return r.RawCall("percent", (_percent(share), amount(of)), node.place)
    for word, function in (("lowest_of", "min"), ("highest_of", "max")):
        parts = node.get(word)
        if parts is not None and len(names) == 1 and isinstance(parts, Sequence):
            return r.RawCall(function, tuple(amount(part) for part in parts.items), node.place)
    return refuse_unknown(node, ("percent", "of", "lowest_of", "highest_of"))


def remainder(of: Node, step: Node) -> r.Raw:
    """Return the raw form of what a fact leaves above a whole number of steps.

    Raises:
        Unresolved: a value of the wrong shape.
        ExpressionRefused: a step that is no expression.
    """
    return r.RawBinary("%", _path(of), quantity(step), step.place)


def margin(price: str, cost: str, share: Node) -> r.Raw:
    """Return the raw form of: of the price after what is proposed, at least this share is more than the cost.

    Raises:
        Unresolved: a share of the wrong shape.
        ExpressionRefused: a share that is no expression.
    """
    place = share.place
    paid, costs = (r.RawKey(tuple(path.split(".")), place) for path in (price, cost))
    after = r.RawBinary("-", paid, r.RawKey(tuple(ASKED_AMOUNT.split(".")), place), place)
    kept = r.RawCall("percent", (_percent(share), after), place)
    return r.RawBinary(">=", r.RawBinary("-", after, costs, place), kept, place)


def expression(node: Scalar) -> r.Raw:
    """Return the raw form of an expression; its places count from where the text starts."""
    place = Place(node.place.line, node.place.column + 1) if node.quoted else node.place
    return read_expression(node.text, place)


def quantity(node: Node) -> r.Raw:
    """Return the raw form of a number, an amount, or an expression that gives one."""
    if not isinstance(node, Scalar):
        refuse("value.unreadable", node.place, expected="number", found="list")
    if literals.is_quantity(node.text):
        return r.RawWord(node.text, node.place)
    return expression(node)


def refuse_unknown(node: Mapping, known: tuple[str, ...]) -> NoReturn:
    """Refuse the first name of `node` that is not known here.

    Raises:
        Unresolved: always.
    """
    for key, _ in node.entries:
        if key.text not in known:
            raise Unresolved(unknown_word("word.not_known", key.place, key.text, known))
    refuse("value.unreadable", node.place, expected="money", found=", ".join(node.names())[:40])


def _percent(node: Node) -> r.Raw:
    if not isinstance(node, Scalar):
        refuse("value.unreadable", node.place, expected="percent", found="list")
    basis_points = literals.percent(node.text)
    return expression(node) if basis_points is None else r.RawPercent(basis_points, node.place)


def _joined(operator: str, parts: list[r.Raw], place: Place) -> r.Raw:
    return parts[0] if len(parts) == 1 else r.RawSeveral(operator, tuple(parts), place)


def _entry(key: Scalar, value: Node) -> r.Raw:
    place = key.place
    match key.text:
        case "all_of":
            return _joined("&&", _several(value), place)
        case "any_of":
            return _joined("||", _several(value), place)
        case "none_of":
            return r.RawUnary("!", _joined("||", _several(value), place), place)
        case "not":
            return r.RawUnary("!", condition(value), place)
        case "confirmed":
            names = value.items if isinstance(value, Sequence) else (value,)
            return _joined("&&", [r.RawCall("confirmed", (_path(name),), place) for name in names], place)
        case "given":
            return _given(value, place)
    return _test(r.RawKey(tuple(key.text.split(".")), place), value)


def _several(node: Node) -> list[r.Raw]:
    if not isinstance(node, Sequence) or not node.items:
        refuse("condition.not_a_list", node.place)
    return [condition(item) for item in node.items]


def _path(node: Node) -> r.Raw:
    if not isinstance(node, Scalar):
        refuse("value.unreadable", node.place, expected="fact", found="list")
    return r.RawKey(tuple(node.text.split(".")), node.place)


def _test(subject: r.Raw, node: Node) -> r.Raw:
    if isinstance(node, Scalar):
        return r.RawBinary("==", subject, r.RawWord(node.text, node.place), node.place)
    if isinstance(node, Sequence):
        return r.RawBinary("in", subject, _words(node), node.place)
    if not node.entries:
        refuse("condition.empty", node.place)
    return _joined("&&", [_one_test(subject, key, value) for key, value in node.entries], node.place)


def _words(node: Node) -> r.Raw:
    if isinstance(node, Scalar):
        return expression(node)
    if not isinstance(node, Sequence) or not node.items:
        refuse("condition.not_a_list", node.place)
    items = []
    for item in node.items:
        if not isinstance(item, Scalar):
            refuse("value.unreadable", item.place, expected="one_of", found="list")
        items.append(r.RawWord(item.text, item.place))
    return r.RawList(tuple(items), node.place)


def _one_test(subject: r.Raw, key: Scalar, node: Node) -> r.Raw:
    place = key.place
    if key.text in SIZES:
        plain_word = key.text in ("is", "is_not") and isinstance(node, Scalar)
        value = r.RawWord(node.text, node.place) if plain_word and isinstance(node, Scalar) else quantity(node)
        return r.RawBinary(SIZES[key.text], subject, value, place)
    tests: dict[str, Callable[[r.Raw, Node, Place], r.Raw]] = {
        "in": lambda subject, node, place: r.RawBinary("in", subject, _words(node), place),
        "not_in": lambda subject, node, place: r.RawUnary("!", r.RawBinary("in", subject, _words(node), place), place),
        "between": _between,
        "within": lambda subject, node, place: r.RawCall("within", (subject, _span(node)), place),
        "longer_ago_than": lambda subject, node, place: r.RawUnary(
            "!", r.RawCall("within", (subject, _span(node)), place), place
        ),
        "before": lambda subject, node, place: r.RawBinary("<", subject, _moment(node), place),
        "after": lambda subject, node, place: r.RawBinary(">", subject, _moment(node), place),
        "any": lambda subject, node, place: _over("exists", subject, node, place),
        "all": lambda subject, node, place: _over("all", subject, node, place),
        "none": lambda subject, node, place: r.RawUnary("!", _over("exists", subject, node, place), place),
        "count": _count,
        "size": lambda subject, node, place: _numbers(r.RawCall("size", (subject,), place), node),
    }
    test = tests.get(key.text)
    if test is None:
        raise Unresolved(unknown_word("test.not_known", place, key.text, TESTS))
    return test(subject, node, place)


def _between(subject: r.Raw, node: Node, place: Place) -> r.Raw:
    if not isinstance(node, Sequence) or len(node.items) != 2:
        refuse("value.unreadable", node.place, expected="between", found="")
    low, high = (quantity(item) for item in node.items)
    return _joined("&&", [r.RawBinary(">=", subject, low, place), r.RawBinary("<=", subject, high, place)], place)


def _span(node: Node) -> r.Raw:
    if not isinstance(node, Scalar):
        refuse("value.unreadable", node.place, expected="duration", found="list")
    span = literals.span(node.text)
    return expression(node) if span is None else r.RawSpan(span, node.place)


def _moment(node: Node) -> r.Raw:
    if not isinstance(node, Scalar):
        refuse("value.unreadable", node.place, expected="time", found="list")
    return r.RawWord(node.text, node.place) if node.text[:1].isdigit() else expression(node)


def _over(macro: str, subject: r.Raw, node: Node, place: Place) -> r.Raw:
    return r.RawCall(macro, (subject, r.RawName("item", place), condition(node)), place, method=True)


def _count(subject: r.Raw, node: Node, place: Place) -> r.Raw:
    if not isinstance(node, Mapping):
        refuse("value.unreadable", node.place, expected="count", found="")
    where = node.get("where")
    if where is None:
        counted: r.Raw = r.RawCall("size", (subject,), place)
    else:
        counted = r.RawCall("size", (_over("filter", subject, where, place),), place, method=True)
    return _numbers(counted, Mapping(tuple(entry for entry in node.entries if entry[0].text != "where"), node.place))


def _numbers(subject: r.Raw, node: Node) -> r.Raw:
    """A count compared with a number: `3`, or `{at_least: 2, at_most: 4}`."""
    if isinstance(node, Scalar):
        return r.RawBinary("==", subject, quantity(node), node.place)
    if not isinstance(node, Mapping) or not node.entries:
        refuse("condition.empty", node.place)
    parts: list[r.Raw] = []
    for key, value in node.entries:
        if key.text not in SIZES:
            raise Unresolved(unknown_word("test.not_known", key.place, key.text, SIZES))
        parts.append(r.RawBinary(SIZES[key.text], subject, quantity(value), key.place))
    return _joined("&&", parts, node.place)


def _given(node: Node, place: Place) -> r.Raw:
    if not isinstance(node, Mapping):
        refuse("value.unreadable", node.place, expected="given", found="")
    known = ("gesture", "on", "within", "times")
    for key, _ in node.entries:
        if key.text not in known:
            raise Unresolved(unknown_word("word.not_known", key.place, key.text, known))
    gesture, scope, span, times = (node.get(name) for name in known)
    if gesture is None or scope is None:
        refuse("value.missing", node.place, name="gesture" if gesture is None else "on")
    names = _words(gesture) if isinstance(gesture, Sequence) else _word(gesture)
    arguments = [names, _word(scope)]
    if span is not None:
        arguments.append(_span(span))
    counted = r.RawCall("given", tuple(arguments), place)
    return r.RawBinary(">=", counted, r.RawWord("1", place), place) if times is None else _numbers(counted, times)


def _word(node: Node) -> r.Raw:
    if not isinstance(node, Scalar):
        refuse("value.unreadable", node.place, expected="one_of", found="list")
    return r.RawWord(node.text, node.place)

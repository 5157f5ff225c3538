"""CEL: what the reader makes of a text, how tightly things bind, and where it stops."""

import pytest

from geste.core import limits
from geste.core.charter import raw as r
from geste.core.charter.cel import ExpressionRefused, read_expression
from geste.core.findings import Place

HERE = Place(7, 11)


def read(text: str) -> r.Raw:
    return read_expression(text, HERE)


def shape(raw: r.Raw) -> str:
    """Return an expression with every operation in brackets."""
    match raw:
        case r.RawText(value, _) | r.RawBool(value, _):
            return repr(value)
        case r.RawNumber(text, _) | r.RawName(text, _):
            return text
        case r.RawUnary(operator, operand, _):
            return f"({operator}{shape(operand)})"
        case r.RawBinary(operator, left, right, _):
            return f"({shape(left)} {operator} {shape(right)})"
        case r.RawSeveral(operator, parts, _):
            return f"({f' {operator} '.join(map(shape, parts))})"
        case r.RawChoose(condition, yes, no, _):
            return f"({shape(condition)} ? {shape(yes)} : {shape(no)})"
    return shape_of_part(raw)


def shape_of_part(raw: r.Raw) -> str:
    match raw:
        case r.RawField(base, name, _):
            return f"{shape(base)}.{name}"
        case r.RawIndex(base, index, _):
            return f"{shape(base)}[{shape(index)}]"
        case r.RawCall(name, arguments, _, method):
            return f"{'.' if method else ''}{name}({', '.join(map(shape, arguments))})"
        case r.RawList(items, _):
            return f"[{', '.join(map(shape, items))}]"
    raise AssertionError(raw)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a || b && c", "(a || (b && c))"),
        ("a && b || c", "((a && b) || c)"),
        ("a == b && c", "((a == b) && c)"),
        ("a - b - c", "((a - b) - c)"),
        ("a + b * c", "(a + (b * c))"),
        ("a / b % c", "((a / b) % c)"),
        ("-a * b", "((-a) * b)"),
        ("!a && b", "((!a) && b)"),
        ("!!a", "(!(!a))"),
        ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
        ("a || b ? c : d", "((a || b) ? c : d)"),
        ("(a || b) && c", "((a || b) && c)"),
        ("a && b && c || d || e", "((a && b && c) || d || e)"),
        ("a && (b && c)", "(a && (b && c))"),
        ("x in [1, 2,]", "(x in [1, 2])"),
        ("a.b.c", "a.b.c"),
        ("t[a][b.c]", "t[a][b.c]"),
        ("l.filter(x, x.a).size()", ".size(.filter(l, x, x.a))"),
        ("f(a, 1)", "f(a, 1)"),
        ("'it\\'s'", '"it\'s"'),
        ('"a\\n\\t\\\\\\"b"', repr('a\n\t\\"b')),
        ("  a\n ==\tb ", "(a == b)"),
        ("true != false", "(True != False)"),
    ],
)
def test_text_is_read_as_cel_binds_it(text: str, expected: str) -> None:
    assert shape(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "expression.ended_early", 11),
        ("a &&", "expression.ended_early", 15),
        ("a b", "expression.unexpected", 13),
        ("a = b", "expression.unreadable", 13),
        ("a & b", "expression.unreadable", 13),
        ("(a", "expression.not_closed", 13),
        ("[a", "expression.not_closed", 13),
        ("f(a", "expression.not_closed", 14),
        ("a ? b", "expression.not_closed", 16),
        ("a.", "expression.ended_early", 13),
        ("a.1", "expression.unexpected", 13),
        ("'a", "expression.unreadable", 11),
        ('"a\\x"', "expression.unreadable", 11),
        ("a == null", "expression.word_reserved", 16),
        ("in", "expression.word_reserved", 11),
        ("a == é", "expression.unreadable", 16),
        ("a; b", "expression.unreadable", 12),
        ("{a: b}", "expression.unreadable", 11),
    ],
)
def test_what_is_no_expression_is_refused_where_it_goes_wrong(text: str, code: str, column: int) -> None:
    with pytest.raises(ExpressionRefused) as refused:
        read(text)

    assert (refused.value.finding.code, refused.value.finding.place) == (code, Place(7, column))


def test_place_counts_lines_of_the_expression() -> None:
    with pytest.raises(ExpressionRefused) as refused:
        read("a &&\n  b c")

    assert refused.value.finding.place == Place(8, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * (limits.EXPRESSION_CHARACTERS + 1), "expression.too_long"),
        ("1+" * limits.EXPRESSION_NODES + "1", "expression.too_long"),
        ("(" * (limits.EXPRESSION_DEPTH + 1) + "a", "expression.too_deep"),
        ("!" * (limits.EXPRESSION_DEPTH + 1) + "a", "expression.too_deep"),
        ("-" * (limits.EXPRESSION_DEPTH + 1) + "1", "expression.too_deep"),
        ("f(" * (limits.EXPRESSION_DEPTH + 1) + "a", "expression.too_deep"),
        ("[" * (limits.EXPRESSION_DEPTH + 1) + "a", "expression.too_deep"),
        ("a ? b : " * (limits.EXPRESSION_DEPTH + 1) + "c", "expression.too_deep"),
    ],
)
def test_expression_beyond_the_limits_is_refused(text: str, code: str) -> None:
    with pytest.raises(ExpressionRefused) as refused:
        read(text)

    assert refused.value.finding.code == code

"""CEL: reads the subset of Common Expression Language a charter may use into its raw form."""

import re
from typing import NamedTuple, NoReturn

from geste.core import limits
from geste.core.charter.raw import (
    Raw,
    RawBinary,
    RawBool,
    RawCall,
    RawChoose,
    RawField,
    RawIndex,
    RawList,
    RawName,
    RawNumber,
    RawSeveral,
    RawText,
    RawUnary,
    too_deep,
)
from geste.core.findings import Finding, Place, finding


class ExpressionRefused(ValueError):
    """A text is no expression; `finding` says where and why."""

    def __init__(self, refusal: Finding) -> None:
        super().__init__(refusal.code)
        self.finding = refusal


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<text>"(?:[^"\\\n]|\\["'\\nt])*"|'(?:[^'\\\n]|\\["'\\nt])*')
      | (?P<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]])""",
    re.VERBOSE | re.ASCII,
)
_ESCAPES = {"n": "\n", "t": "\t"}
_BINDING = {
    "||": 1,
    "&&": 2,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in"), 3),
    **dict.fromkeys(("+", "-"), 4),
    **dict.fromkeys(("*", "/", "%"), 5),
}
RESERVED = frozenset(
    (
        *("as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop"),
        *("namespace", "null", "package", "return", "true", "var", "void", "while"),
    )
)
"""Words of CEL, with which no name in an expression can begin."""


def read_expression(text: str, place: Place) -> Raw:
    """Return the raw form of `text`, whose first character stands at `place`.

    Raises:
        ExpressionRefused: not an expression of the subset, or larger than the limits allow.
    """
    if len(text) > limits.EXPRESSION_CHARACTERS:
        raise ExpressionRefused(finding("expression.too_long", place, limit=limits.EXPRESSION_CHARACTERS))
    reader = _Reader(text, place)
    raw = reader.choice(0)
    reader.expect_end()
    deepest = too_deep(raw, limits.EXPRESSION_DEPTH)
    if deepest is not None:
        raise ExpressionRefused(finding("expression.too_deep", deepest.place))
    return raw


class _Reader:
    """A recursive-descent reader; depth and size are bounded, so it always ends."""

    def __init__(self, text: str, place: Place) -> None:
        self._text = text
        self._start = place
        self._tokens = self._split()
        self._next = 0
        self._parts = 0

    def choice(self, depth: int) -> Raw:
        condition = self._binary(1, depth + 1)
        question = self._peek()
        if question.text != "?" or question.kind != "sign":
            return condition
        self._take()
        yes = self._binary(1, depth + 1)
        self._expect(":")
        no = self.choice(depth + 1)
        return RawChoose(condition, yes, no, self._part(question))

    def expect_end(self) -> None:
        token = self._peek()
        if token.kind != "end":
            self._refuse("expression.unexpected", token)

    def _binary(self, least: int, depth: int) -> Raw:
        left = self._unary(depth)
        while True:
            token = self._peek()
            binding = _BINDING.get(token.text, 0) if token.kind in ("sign", "name") else 0
            if binding < least:
                return left
            self._take()
            right = self._binary(binding + 1, depth + 1)
            place = self._part(token)
            several = token.text in ("&&", "||")
            left = _beside(left, token.text, right, place) if several else RawBinary(token.text, left, right, place)

    def _unary(self, depth: int) -> Raw:
        token = self._peek()
        if depth > limits.EXPRESSION_DEPTH:
            self._refuse("expression.too_deep", token)
        if token.kind == "sign" and token.text in ("!", "-"):
            self._take()
            return RawUnary(token.text, self._unary(depth + 1), self._part(token))
        return self._member(depth)

    def _member(self, depth: int) -> Raw:
        raw = self._primary(depth)
        while True:
            token = self._peek()
            if token.kind != "sign" or token.text not in (".", "["):
                return raw
            self._take()
            if token.text == "[":
                index = self.choice(depth + 1)
                self._expect("]")
                self._part(token)
                raw = RawIndex(raw, index, raw.place)
                continue
            name = self._take()
            if name.kind != "name":
                self._refuse("expression.unexpected", name)
            if self._peek().text == "(" and self._peek().kind == "sign":
                raw = RawCall(name.text, (raw, *self._arguments(depth)), self._part(name), method=True)
            else:
                self._part(name)
                raw = RawField(raw, name.text, raw.place)

    def _primary(self, depth: int) -> Raw:
        token = self._take()
        place = self._part(token)
        if token.kind == "number":
            return RawNumber(token.text, place)
        if token.kind == "text":
            return RawText(_unescaped(token.text), place)
        if token.kind == "name":
            return self._named(token, place, depth)
        if token.kind == "sign" and token.text == "(":
            inner = self.choice(depth + 1)
            self._expect(")")
            return inner
        if token.kind == "sign" and token.text == "[":
            return RawList(self._items("]", depth), place)
        return self._refuse("expression.unexpected", token)

    def _named(self, token: _Token, place: Place, depth: int) -> Raw:
        if token.text in ("true", "false"):
            return RawBool(token.text == "true", place)
        if token.text in RESERVED:
            self._refuse("expression.word_reserved", token)
        if self._peek().text == "(" and self._peek().kind == "sign":
            return RawCall(token.text, self._arguments(depth), place)
        return RawName(token.text, place)

    def _arguments(self, depth: int) -> tuple[Raw, ...]:
        self._expect("(")
        return self._items(")", depth)

    def _items(self, closing: str, depth: int) -> tuple[Raw, ...]:
        items: list[Raw] = []
        while self._peek().text != closing or self._peek().kind != "sign":
            items.append(self.choice(depth + 1))
            if self._peek().text != "," or self._peek().kind != "sign":
                break
            self._take()
        self._expect(closing)
        return tuple(items)

    def _peek(self) -> _Token:
        return self._tokens[self._next]

    def _take(self) -> _Token:
        token = self._tokens[self._next]
        if token.kind != "end":
            self._next += 1
        return token

    def _expect(self, sign: str) -> None:
        token = self._take()
        if token.kind != "sign" or token.text != sign:
            self._refuse("expression.sign_missing", token, sign=sign)

    def _part(self, token: _Token) -> Place:
        self._parts += 1
        if self._parts > limits.EXPRESSION_NODES:
            self._refuse("expression.too_long", token, limit=limits.EXPRESSION_NODES)
        return self._place(token.offset)

    def _split(self) -> list[_Token]:
        tokens: list[_Token] = []
        offset = 0
        while offset < len(self._text):
            match = _TOKEN.match(self._text, offset)
            if match is None:
                self._refuse("expression.unreadable", _Token("", self._text[offset : offset + 12], offset))
            if match.lastgroup != "space":
                tokens.append(_Token(str(match.lastgroup), match[0], offset))
            offset = match.end()
        tokens.append(_Token("end", "", offset))
        return tokens

    def _place(self, offset: int) -> Place:
        line_starts = self._text.count("\n", 0, offset)
        if line_starts == 0:
            return Place(self._start.line, self._start.column + offset)
        return Place(self._start.line + line_starts, offset - self._text.rfind("\n", 0, offset))

    def _refuse(self, code: str, token: _Token, **values: str | int) -> NoReturn:
        if token.kind == "end":
            code = _AT_THE_END.get(code, code)
        if "limit" not in values and token.text:
            values["found"] = token.text[:40]
        raise ExpressionRefused(finding(code, self._place(token.offset), "error", **values))


_AT_THE_END = {"expression.unexpected": "expression.ended_early", "expression.sign_missing": "expression.not_closed"}
"""What a mistake is called when it is that nothing more comes."""


def _beside(left: Raw, operator: str, right: Raw, place: Place) -> Raw:
    if isinstance(left, RawSeveral) and left.operator == operator:
        return RawSeveral(operator, (*left.parts, right), left.place)
    return RawSeveral(operator, (left, right), place)


def _unescaped(quoted: str) -> str:
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), quoted[1:-1])

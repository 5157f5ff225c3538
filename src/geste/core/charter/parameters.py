"""Parameters: reads the numbers, amounts, sets and tables that stand apart from the rules."""

from dataclasses import replace
from math import prod

from geste.core import limits
from geste.core.charter import literals
from geste.core.charter.cel import RESERVED
from geste.core.charter.declared_types import words_type
from geste.core.charter.expression import Constant
from geste.core.charter.fields import Fields
from geste.core.charter.names import is_name
from geste.core.charter.resolver import Resolver
from geste.core.charter.source import Mapping, Node, Scalar, Sequence, SourceRefused, read_source
from geste.core.charter.typed import Unresolved
from geste.core.charter.types import (
    Duration,
    Money,
    Number,
    Percent,
    Type,
    Words,
    WordSet,
)
from geste.core.charter.vocabulary import (
    Parameter,
    Table,
    Vocabulary,
)
from geste.core.findings import Finding, finding, unknown_word


def read_parameters(section: tuple[tuple[Scalar, Node], ...], vocabulary: Vocabulary, findings: list[Finding]) -> None:
    """Read parameters into the vocabulary."""
    for key, node in section:
        if not is_name(key.text):
            findings.append(finding("name.unusable", key.place, word=key.text[:80]))
        elif key.text in RESERVED:
            findings.append(finding("name.reserved", key.place, word=key.text))
        elif key.text in vocabulary.facts or any(path.startswith(f"{key.text}.") for path in vocabulary.facts):
            findings.append(finding("name.taken", key.place, word=key.text))
        else:
            parameter = _read_parameter(key, node, vocabulary, findings)
            if parameter is not None:
                vocabulary.parameters[key.text] = parameter


def replace_parameters(text: str | bytes, vocabulary: Vocabulary) -> tuple[Finding, ...]:
    """Put the numbers of a second text, `parameters: {…}`, in the place of a charter's own; names and types stay.

    A number that cannot be used leaves the charter's own in place. Every finding says that it is about the second text.
    """
    findings: list[Finding] = []
    try:
        root, repeated = read_source(text)
    except SourceRefused as refused:
        return (_in_second_text(refused.finding),)
    findings.extend(repeated)
    node = root.get("parameters")
    if isinstance(node, Mapping) and len(root.entries) == 1:
        for key, value in node.entries:
            _replace(key, value, vocabulary, findings)
    else:
        findings.append(finding("parameters.misshaped", root.place))
    return tuple(map(_in_second_text, findings))


def _in_second_text(found: Finding) -> Finding:
    return found._replace(values=(*found.values, ("file", "parameters")))


def _replace(key: Scalar, node: Node, vocabulary: Vocabulary, findings: list[Finding]) -> None:
    own = vocabulary.parameters.get(key.text)
    if own is None:
        findings.append(unknown_word("parameter.not_known", key.place, key.text, vocabulary.parameters))
        return
    other = _read_parameter(key, node, vocabulary, findings)
    if other is not None and _shape(other) != _shape(own):
        findings.append(finding("parameter.of_another_type", key.place, "error", word=key.text))
    elif other is not None:
        vocabulary.parameters[key.text] = replace(other, label=other.label or own.label, place=own.place)


def _shape(parameter: Parameter) -> tuple[object, ...]:
    value = parameter.value
    if isinstance(value, Table):
        return ("table", value.keys, type(value.gives))
    return (type(value.type), parameter.span is not None)


def _read_parameter(key: Scalar, node: Node, vocabulary: Vocabulary, findings: list[Finding]) -> Parameter | None:
    """A value alone, or a value or table with what it is called."""
    if not isinstance(node, Mapping):
        return _read_value(key, node, vocabulary, findings)
    if set(node.names()) & {"by", "gives", "is"}:
        fields = Fields(node, ("label", "by", "gives", "is"), findings)
        table = _read_table(fields, vocabulary, findings)
        return None if table is None else Parameter(key.text, table, label=fields.text("label"), place=key.place)
    fields = Fields(node, ("label", "value"), findings)
    fields.required("value")
    value, label = fields.node("value"), fields.text("label")
    parameter = None if value is None else _read_value(key, value, vocabulary, findings)
    return None if parameter is None else replace(parameter, label=label)


def _read_value(key: Scalar, node: Node, vocabulary: Vocabulary, findings: list[Finding]) -> Parameter | None:
    if isinstance(node, Mapping):
        findings.append(finding("value.unreadable", node.place, "error", expected="number", found="list"))
        return None
    if isinstance(node, Sequence):
        words = words_type(node, findings)
        if words is None:
            return None
        value = Constant(frozenset(words.values), WordSet(words.values), key.text)
        return Parameter(key.text, value, place=key.place)
    span = literals.span(node.text)
    if span is not None:
        exact = span.exact
        # A calendar span has no exact length; it serves windows, never arithmetic.
        length = (
            Constant(exact, Duration(), key.text) if exact is not None else Constant(span.length, Number(), key.text)
        )
        return Parameter(key.text, length, span=span, place=key.place)
    share = literals.percent(node.text)
    if share is not None:
        return Parameter(key.text, Constant(share, Percent(), key.text), place=key.place)
    hint: Type = Money() if literals.is_money(node.text) else Number()
    try:
        constant = Resolver(vocabulary).word_as(node.text, node.place, hint)
    except Unresolved as refused:
        findings.append(refused.finding)
        return None
    return Parameter(key.text, Constant(constant.value, constant.type, key.text), place=key.place)


_CELL_TYPES: dict[str, Number | Money | Percent] = {"number": Number(), "money": Money(), "percent": Percent()}


def _read_table(fields: Fields, vocabulary: Vocabulary, findings: list[Finding]) -> Table | None:
    fields.required("by", "gives", "is")
    keys = fields.words("by", vocabulary.facts, code="fact.not_declared")
    cells = fields.node("is")
    domains: list[tuple[str, ...]] = []
    for path in keys:
        kind = vocabulary.facts[path].type
        if not isinstance(kind, Words):
            fields.note("table.key_not_one_of", fields.place_of("by"), word=path)
            return None
        domains.append(kind.values)
    if cells is None or not fields.has("by"):
        return None
    if not 1 <= len(domains) <= 2:
        fields.note("table.keys_miscounted", fields.place)
        return None
    if prod(map(len, domains)) > limits.TABLE_CELLS:
        fields.note("table.too_large", fields.place, limit=limits.TABLE_CELLS)
        return None
    reader = _CellReader(_CELL_TYPES[fields.word("gives", tuple(_CELL_TYPES), "number")], vocabulary, findings)
    reader.read(cells, (), domains)
    return Table(keys, reader.ranged(), tuple(reader.cells))


class _CellReader:
    """Reads the cells of one table: a value for each word, or each pair of words."""

    def __init__(self, gives: Number | Money | Percent, vocabulary: Vocabulary, findings: list[Finding]) -> None:
        self._gives = gives
        self._vocabulary = vocabulary
        self._findings = findings
        self.cells: list[tuple[tuple[str, ...], int]] = []

    def read(self, node: Node, words: tuple[str, ...], domains: list[tuple[str, ...]]) -> None:
        """Read the cells under `words`; every word of each key must have one."""
        if len(words) == len(domains):
            self._read_cell(node, words)
            return
        fields = Fields(node, domains[len(words)], self._findings)
        for word in domains[len(words)]:
            inner = fields.node(word)
            if inner is None:
                self._findings.append(finding("table.word_missing", node.place, "error", word=word))
            else:
                self.read(inner, (*words, word), domains)

    def ranged(self) -> Type:
        """Return the type of the cells, with the range they span."""
        values = [value for _, value in self.cells] or [0]
        gives = self._gives
        return gives if isinstance(gives, Percent) else type(gives)(min(values), max(values))

    def _read_cell(self, node: Node, words: tuple[str, ...]) -> None:
        if not isinstance(node, Scalar):
            self._findings.append(finding("value.unreadable", node.place, "error", expected="number", found="list"))
            return
        try:
            value = Resolver(self._vocabulary).word_as(node.text, node.place, self._gives).value
        except Unresolved as refused:
            self._findings.append(refused.finding)
            return
        assert isinstance(value, int)
        self.cells.append((words, value))

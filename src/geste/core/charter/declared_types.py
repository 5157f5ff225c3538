"""Declared types: reads what kind of value a fact is, what it can be one of, and what its words are called."""

from typing import NamedTuple

from geste.core import limits
from geste.core.charter.fields import Fields
from geste.core.charter.names import is_name
from geste.core.charter.resolver import Resolver
from geste.core.charter.source import Mapping, Node, Scalar, Sequence
from geste.core.charter.typed import Unresolved
from geste.core.charter.types import FreeText, Money, Number, Records, Time, Type, Words, YesNo
from geste.core.charter.vocabulary import FactDeclaration, Text, Vocabulary
from geste.core.findings import Finding, finding, unknown_word

_SIMPLE: dict[str, Type] = {
    "yes_no": YesNo(),
    "number": Number(),
    "money": Money(),
    "text": FreeText(),
    "time": Time(),
}
_TYPES = (*_SIMPLE, "one_of", "list")
_ONLY_FOR = {"values": ("one_of",), "of": ("list",), "min": ("number", "money"), "max": ("number", "money")}
_OF_A_FIELD = ("type", "values", "of", "min", "max", "label", "unit")


class DeclaredType(NamedTuple):
    """A type, with what its words are called and, for a list, how its fields were declared."""

    type: Type
    words: tuple[tuple[str, Text], ...] = ()
    fields: tuple[FactDeclaration, ...] = ()


def short_type(node: Node, findings: list[Finding]) -> Type | None:
    """Return a type in short, its name or the list of words a fact may be, or None."""
    if isinstance(node, Sequence):
        return words_type(node, findings)
    if isinstance(node, Scalar):
        kind = _SIMPLE.get(node.text)
        if kind is None:
            findings.append(unknown_word("type.not_known", node.place, node.text, _TYPES))
        return kind
    findings.append(finding("value.unreadable", node.place, "error", expected="type", found=""))
    return None


def words_type(node: Sequence | Mapping, findings: list[Finding]) -> Words | None:
    """Return the type of a fact that is one of the words listed or named, or None."""
    written = [key for key, _ in node.entries] if isinstance(node, Mapping) else list(node.items)
    words = dict.fromkeys(item.text for item in written if isinstance(item, Scalar))
    if len(words) > limits.WORDS:
        findings.append(finding("words.too_many", node.place, "error", found=len(words), limit=limits.WORDS))
        return None
    if len(words) != len(written) or not words or any(not word or len(word) > 80 for word in words):
        findings.append(finding("words.unusable", node.place))
        return None
    return Words(tuple(words))


def declared_type(fields: Fields, vocabulary: Vocabulary) -> DeclaredType | None:
    """Return the type of a fact that is declared in full, or None."""
    name = fields.scalar("type")
    if name is None:
        return None
    for word, kinds in _ONLY_FOR.items():
        if fields.has(word) and name.text in _TYPES and name.text not in kinds:
            fields.note("word.not_known", fields.keys[word], word=word)
    match name.text:
        case "one_of":
            return _one_of(fields, name)
        case "list":
            return _records(fields, name, vocabulary)
    kind = _ranged(fields, name, vocabulary)
    return None if kind is None else DeclaredType(kind)


def _ranged(fields: Fields, name: Scalar, vocabulary: Vocabulary) -> Type | None:
    """A plain type; one of quantities with its range."""
    kind = short_type(name, fields.findings)
    if isinstance(kind, Number):
        low, high = (fields.whole(bound, -limits.NUMBER, limits.NUMBER) for bound in ("min", "max"))
        kind = Number(kind.low if low is None else low, kind.high if high is None else high)
    elif isinstance(kind, Money):
        kind = Money(_bound(fields, "min", kind.low, vocabulary), _bound(fields, "max", kind.high, vocabulary))
    if isinstance(kind, (Number, Money)) and kind.low > kind.high:
        fields.note("range.empty", name.place)
    return kind


def _one_of(fields: Fields, name: Scalar) -> DeclaredType | None:
    values = fields.node("values")
    if not isinstance(values, (Sequence, Mapping)):
        fields.note("words.unusable", name.place)
        return None
    kind = words_type(values, fields.findings)
    if kind is None or isinstance(values, Sequence):
        return None if kind is None else DeclaredType(kind)
    called = Fields(values, kind.values, fields.findings)
    labels = ((word, called.text(word)) for word in kind.values)
    return DeclaredType(kind, tuple((word, label) for word, label in labels if label is not None))


def _bound(fields: Fields, name: str, default: int, vocabulary: Vocabulary) -> int:
    scalar = fields.scalar(name)
    if scalar is None:
        return default
    try:
        return Resolver(vocabulary).amount(scalar.text, scalar.place)
    except Unresolved as refused:
        fields.findings.append(refused.finding)
        return default


def _records(fields: Fields, name: Scalar, vocabulary: Vocabulary) -> DeclaredType | None:
    of = fields.node("of")
    if isinstance(of, (Scalar, Sequence)):
        kind = short_type(of, fields.findings)
        return None if kind is None else DeclaredType(Records((("value", kind),)))
    if of is None or not of.entries:
        fields.note("list.without_fields", name.place)
        return None
    read = [field for key, node in of.entries if (field := _field(key, node, vocabulary, fields.findings)) is not None]
    records = Records(tuple((field.path, field.type) for field in read))
    return DeclaredType(records, fields=tuple(field for field in read if field.label or field.words or field.unit))


def _field(key: Scalar, node: Node, vocabulary: Vocabulary, findings: list[Finding]) -> FactDeclaration | None:
    """One field of a list's elements, in short or in full."""
    if not is_name(key.text):
        findings.append(finding("name.unusable", key.place, word=key.text[:80]))
        return None
    if not isinstance(node, Mapping):
        kind = short_type(node, findings)
        return None if kind is None else FactDeclaration(key.text, kind, place=key.place)
    fields = Fields(node, _OF_A_FIELD, findings)
    fields.required("type")
    name = fields.scalar("type")
    if name is not None and name.text == "list":
        fields.note("list.in_a_list", name.place)
        return None
    declared = declared_type(fields, vocabulary)
    if declared is None:
        return None
    unit = fields.scalar("unit")
    return FactDeclaration(
        key.text,
        declared.type,
        label=fields.text("label"),
        unit=unit.text if unit else "",
        words=declared.words,
        place=key.place,
    )

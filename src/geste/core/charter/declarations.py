"""Declarations: reads the facts a charter may ask about, with their types and ranges."""

import re

from geste.core import limits
from geste.core.charter.cel import RESERVED
from geste.core.charter.expression import Constant, Value
from geste.core.charter.fields import Fields
from geste.core.charter.resolver import Resolver
from geste.core.charter.source import Mapping, Node, Scalar, Sequence
from geste.core.charter.typed import Unresolved
from geste.core.charter.types import (
    FreeText,
    Money,
    Number,
    Records,
    Time,
    Type,
    Words,
    YesNo,
    is_quantity,
)
from geste.core.charter.vocabulary import (
    BUILT_IN_FACTS,
    FactDeclaration,
    Origin,
    Vocabulary,
)
from geste.core.findings import Finding, Place, finding, unknown_word

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
_RULE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,79}", re.ASCII)
_SIMPLE: dict[str, Type] = {
    "yes_no": YesNo(),
    "number": Number(),
    "money": Money(),
    "text": FreeText(),
    "time": Time(),
}
_TYPES = (*_SIMPLE, "one_of", "list")
_LEAF = ("type", "values", "of", "min", "max", "label", "unit", "ask", "from", "assume")
_ORIGINS: tuple[Origin, ...] = ("record", "customer", "agent")


def is_name(text: str) -> bool:
    """Return whether `text` may name a fact, a parameter or a role."""
    return _NAME.fullmatch(text) is not None


def is_rule_id(text: str) -> bool:
    """Return whether `text` may name a clause, gesture, limit or the like."""
    return _RULE_ID.fullmatch(text) is not None


def read_facts(section: Node | None, vocabulary: Vocabulary, findings: list[Finding]) -> tuple[FactDeclaration, ...]:
    """Return the facts a charter declares, in order, and add them to the vocabulary."""
    declared: list[FactDeclaration] = []
    if isinstance(section, Mapping):
        _read_group(section, "", vocabulary, declared, findings)
    elif section is not None and not (isinstance(section, Scalar) and not section.text):
        findings.append(finding("value.not_named", section.place))
    return tuple(declared)


def _read_group(
    group: Mapping, prefix: str, vocabulary: Vocabulary, declared: list[FactDeclaration], findings: list[Finding]
) -> None:
    for key, node in group.entries:
        if len(declared) >= limits.FACTS:
            findings.append(finding("section.too_large", key.place, name="facts", limit=limits.FACTS))
            return
        path = f"{prefix}{key.text}"
        is_group = isinstance(node, Mapping) and node.get("type") is None
        unusable = _unusable(key.text, path, vocabulary, is_group=is_group)
        if unusable:
            findings.append(finding(unusable, key.place, word=path[:80]))
        elif isinstance(node, Mapping) and is_group:
            _read_group(node, f"{path}.", vocabulary, declared, findings)
        else:
            declaration = _read_leaf(path, key.place, node, vocabulary, findings)
            if declaration is not None and _narrows(declaration, vocabulary.facts.get(path), findings):
                declared.append(declaration)
                vocabulary.facts[path] = declaration


def _unusable(name: str, path: str, vocabulary: Vocabulary, *, is_group: bool) -> str:
    """The finding that says why a fact or a group cannot have this name, or an empty text."""
    if not is_name(name):
        return "name.unusable"
    if path in RESERVED:
        return "name.reserved"
    # Only what every charter knows can be known already: within one text no name stands twice.
    if path in vocabulary.facts and is_group:
        return "name.taken"
    hides = not is_group and any(fact.path.startswith(f"{path}.") for fact in BUILT_IN_FACTS)
    return "name.built_in" if hides else ""


def _narrows(declaration: FactDeclaration, built_in: FactDeclaration | None, findings: list[Finding]) -> bool:
    """Whether a fact that every charter knows is declared with no other values than it has there."""
    if built_in is None:
        return True
    declared, known = declaration.type, built_in.type
    if isinstance(declared, Words) and isinstance(known, Words) and not set(declared.values) <= set(known.values):
        words = ", ".join(known.values)
        findings.append(finding("words.not_built_in", declaration.place, word=declaration.path, words=words))
        return False
    if type(declared) is not type(known) or (is_quantity(known) and declared != known):
        findings.append(finding("name.built_in", declaration.place, word=declaration.path))
        return False
    return True


def _read_leaf(
    path: str, place: Place, node: Node, vocabulary: Vocabulary, findings: list[Finding]
) -> FactDeclaration | None:
    if not isinstance(node, Mapping):
        kind = _read_type(node, findings)
        return None if kind is None else FactDeclaration(path, kind, place=place)
    fields = Fields(node, _LEAF, findings)
    kind = _leaf_type(fields, vocabulary)
    if kind is None:
        return None
    unit = fields.scalar("unit")
    return FactDeclaration(
        path,
        kind,
        origin=fields.word("from", _ORIGINS, "record"),
        assumed=_assumed(fields, kind, vocabulary),
        label=fields.text("label"),
        ask=fields.text("ask"),
        unit=unit.text if unit else "",
        place=place,
    )


def _read_type(node: Node, findings: list[Finding]) -> Type | None:
    """A type in short: its name, or the list of words a fact may be."""
    if isinstance(node, Sequence):
        return words_type(node, findings)
    if isinstance(node, Scalar):
        kind = _SIMPLE.get(node.text)
        if kind is None:
            findings.append(unknown_word("type.not_known", node.place, node.text, _TYPES))
        return kind
    findings.append(finding("value.unreadable", node.place, "error", expected="type", found=""))
    return None


def words_type(node: Sequence, findings: list[Finding]) -> Words | None:
    """Return the type of a fact that is one of a list of words."""
    words = dict.fromkeys(item.text for item in node.items if isinstance(item, Scalar))
    if len(words) > limits.WORDS:
        findings.append(finding("words.too_many", node.place, "error", found=len(words), limit=limits.WORDS))
        return None
    if len(words) != len(node.items) or not words or any(not word or len(word) > 80 for word in words):
        findings.append(finding("words.unusable", node.place))
        return None
    return Words(tuple(words))


def _leaf_type(fields: Fields, vocabulary: Vocabulary) -> Type | None:
    name = fields.scalar("type")
    if name is None:
        return None
    if name.text == "one_of":
        values = fields.node("values")
        if not isinstance(values, Sequence):
            fields.note("words.unusable", name.place)
            return None
        return words_type(values, fields.findings)
    if name.text == "list":
        return _records(fields, name.place)
    kind = _read_type(name, fields.findings)
    if isinstance(kind, Number):
        low = fields.whole("min", -limits.NUMBER, limits.NUMBER)
        high = fields.whole("max", -limits.NUMBER, limits.NUMBER)
        kind = Number(kind.low if low is None else low, kind.high if high is None else high)
    elif isinstance(kind, Money):
        kind = Money(
            _bound(fields, "min", kind.low, vocabulary),
            _bound(fields, "max", kind.high, vocabulary),
        )
    if is_quantity(kind or YesNo()) and isinstance(kind, (Number, Money)) and kind.low > kind.high:
        fields.note("range.empty", name.place)
    return kind


def _bound(fields: Fields, name: str, default: int, vocabulary: Vocabulary) -> int:
    scalar = fields.scalar(name)
    if scalar is None:
        return default
    try:
        return Resolver(vocabulary).amount(scalar.text, scalar.place)
    except Unresolved as refused:
        fields.findings.append(refused.finding)
        return default


def _records(fields: Fields, place: Place) -> Records | None:
    of = fields.node("of")
    if isinstance(of, Scalar):
        kind = _read_type(of, fields.findings)
        return None if kind is None else Records((("value", kind),))
    if not isinstance(of, Mapping) or not of.entries:
        fields.note("list.without_fields", place)
        return None
    kinds: list[tuple[str, Type]] = []
    for key, node in of.entries:
        if not is_name(key.text):
            fields.note("name.unusable", key.place, word=key.text[:80])
            continue
        kind = _read_type(node, fields.findings)
        if kind is not None:
            kinds.append((key.text, kind))
    return Records(tuple(kinds))


def _assumed(fields: Fields, kind: Type, vocabulary: Vocabulary) -> Value | None:
    scalar = fields.scalar("assume")
    if scalar is None:
        return None
    if isinstance(kind, Records):
        fields.note("assume.not_for_lists", scalar.place)
        return None
    try:
        return _constant(scalar, kind, vocabulary).value
    except Unresolved as refused:
        fields.findings.append(refused.finding)
        return None


def _constant(scalar: Scalar, kind: Type, vocabulary: Vocabulary) -> Constant:
    from_word = Resolver(vocabulary).word_as(scalar.text, scalar.place, kind)
    if (
        isinstance(kind, (Number, Money))
        and isinstance(from_word.value, int)
        and not kind.low <= from_word.value <= kind.high
    ):
        raise Unresolved(
            finding("number.out_of_range", scalar.place, "error", found=scalar.text[:40], low=kind.low, high=kind.high)
        )
    return from_word

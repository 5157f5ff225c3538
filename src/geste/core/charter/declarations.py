"""Declarations: reads the facts a charter may ask about, with their types and ranges."""

from geste.core import limits
from geste.core.charter.cel import RESERVED
from geste.core.charter.declared_types import declared_type, short_type
from geste.core.charter.expression import Constant, Value
from geste.core.charter.fields import Fields
from geste.core.charter.names import is_name
from geste.core.charter.resolver import Resolver
from geste.core.charter.source import Mapping, Node, Scalar
from geste.core.charter.typed import Unresolved
from geste.core.charter.types import (
    Money,
    Number,
    Records,
    Type,
    Words,
    is_quantity,
)
from geste.core.charter.vocabulary import (
    BUILT_IN_FACTS,
    FactDeclaration,
    Origin,
    Vocabulary,
)
from geste.core.findings import Finding, Place, finding
from geste.core.money import format_amount

_LEAF = ("type", "values", "of", "min", "max", "label", "unit", "ask", "from", "assume")
_ORIGINS: tuple[Origin, ...] = ("record", "customer", "agent")


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
        kind = short_type(node, findings)
        return None if kind is None else FactDeclaration(path, kind, place=place)
    fields = Fields(node, _LEAF, findings)
    declared = declared_type(fields, vocabulary)
    if declared is None:
        return None
    unit = fields.scalar("unit")
    return FactDeclaration(
        path,
        declared.type,
        origin=fields.word("from", _ORIGINS, "record"),
        assumed=_assumed(fields, declared.type, vocabulary),
        label=fields.text("label"),
        ask=fields.text("ask"),
        unit=unit.text if unit else "",
        words=declared.words,
        fields=declared.fields,
        place=place,
    )


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
        low, high = (_written(bound, kind, vocabulary) for bound in (kind.low, kind.high))
        raise Unresolved(
            finding("number.out_of_range", scalar.place, "error", found=scalar.text[:40], low=low, high=high)
        )
    return from_word


def _written(bound: int, kind: Number | Money, vocabulary: Vocabulary) -> str | int:
    """A bound as its type is written: an amount in the currency, not in minor units."""
    return format_amount(bound, vocabulary.currency) if isinstance(kind, Money) else bound

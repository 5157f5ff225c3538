"""Declarations: reads the names a charter introduces — facts, parameters and roles."""

import re

from geste.core import limits
from geste.core.charter import literals
from geste.core.charter.expression import Constant, Value
from geste.core.charter.fields import Fields
from geste.core.charter.resolver import Resolver
from geste.core.charter.source import Mapping, Node, Scalar, Sequence
from geste.core.charter.syntax import ActorKind, Role
from geste.core.charter.typed import Unresolved
from geste.core.charter.types import (
    Duration,
    FreeText,
    Money,
    Number,
    Percent,
    Records,
    Time,
    Type,
    Words,
    WordSet,
    YesNo,
    is_quantity,
)
from geste.core.charter.vocabulary import (
    BUILT_IN_FACTS,
    EVERYONE,
    NOBODY,
    FactDeclaration,
    Origin,
    Parameter,
    Table,
    Text,
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
    if len(declared) > limits.FACTS and section is not None:
        findings.append(finding("section.too_large", section.place, name="facts", limit=limits.FACTS))
    return tuple(declared)


def _read_group(
    group: Mapping, prefix: str, vocabulary: Vocabulary, declared: list[FactDeclaration], findings: list[Finding]
) -> None:
    for key, node in group.entries:
        path = f"{prefix}{key.text}"
        if not _NAME.fullmatch(key.text):
            findings.append(finding("name.unusable", key.place, word=key.text[:80]))
            continue
        if isinstance(node, Mapping) and node.get("type") is None:
            if path in vocabulary.facts:
                findings.append(finding("name.taken", key.place, word=path))
                continue
            _read_group(node, f"{path}.", vocabulary, declared, findings)
            continue
        known = vocabulary.facts.get(path)
        if known is not None and not known.built_in:
            findings.append(finding("name.taken", key.place, word=path))
            continue
        declaration = _read_leaf(path, key.place, node, vocabulary, findings)
        if declaration is None:
            continue
        if known is not None and type(known.type) is not type(declaration.type):
            findings.append(finding("name.built_in", key.place, word=path))
            continue
        declared.append(declaration)
        vocabulary.facts[path] = declaration


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
        return _words_type(node, findings)
    if isinstance(node, Scalar):
        kind = _SIMPLE.get(node.text)
        if kind is None:
            findings.append(unknown_word("type.not_known", node.place, node.text, _TYPES))
        return kind
    findings.append(finding("value.unreadable", node.place, "error", expected="type", found=""))
    return None


def _words_type(node: Sequence, findings: list[Finding]) -> Words | None:
    words = dict.fromkeys(item.text for item in node.items if isinstance(item, Scalar))
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
        return _words_type(values, fields.findings)
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
        if not _NAME.fullmatch(key.text):
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
    if isinstance(kind, (Number, Money)) and isinstance(from_word.value, int) and not kind.low <= from_word.value <= kind.high:
        raise Unresolved(
            finding("number.out_of_range", scalar.place, "error", found=scalar.text[:40], low=kind.low, high=kind.high)
        )
    return from_word


def read_parameters(section: tuple[tuple[Scalar, Node], ...], vocabulary: Vocabulary, findings: list[Finding]) -> None:
    """Read parameters into the vocabulary."""
    for key, node in section:
        if not _NAME.fullmatch(key.text):
            findings.append(finding("name.unusable", key.place, word=key.text[:80]))
        elif key.text in vocabulary.facts or any(path.startswith(f"{key.text}.") for path in vocabulary.facts):
            findings.append(finding("name.taken", key.place, word=key.text))
        else:
            parameter = _read_parameter(key, node, vocabulary, findings)
            if parameter is not None:
                vocabulary.parameters[key.text] = parameter


def _read_parameter(key: Scalar, node: Node, vocabulary: Vocabulary, findings: list[Finding]) -> Parameter | None:
    if isinstance(node, Mapping):
        table = _read_table(node, vocabulary, findings)
        return None if table is None else Parameter(key.text, table, place=key.place)
    if isinstance(node, Sequence):
        words = _words_type(node, findings)
        if words is None:
            return None
        value = Constant(frozenset(words.values), WordSet(words.values), key.text)
        return Parameter(key.text, value, place=key.place)
    span = literals.span(node.text)
    if span is not None:
        exact = span.exact
        # A calendar span has no exact length; it serves windows, never arithmetic.
        length = Constant(exact, Duration(), key.text) if exact is not None else Constant(span.count, Number(), key.text)
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


def _read_table(node: Mapping, vocabulary: Vocabulary, findings: list[Finding]) -> Table | None:
    fields = Fields(node, ("by", "gives", "is"), findings)
    fields.required("by", "gives", "is")
    keys = fields.words("by", vocabulary.facts, code="fact.not_declared")
    gives_name = fields.word("gives", ("number", "money", "percent"), "number")
    gives: Type = {"number": Number(), "money": Money(), "percent": Percent()}[gives_name]
    cells = fields.node("is")
    domains: list[tuple[str, ...]] = []
    for path in keys:
        kind = vocabulary.facts[path].type
        if not isinstance(kind, Words):
            fields.note("table.key_not_one_of", fields.keys.get("by", node.place), word=path)
            return None
        domains.append(kind.values)
    if not 1 <= len(domains) <= 2 or cells is None:
        fields.note("table.keys_miscounted", node.place)
        return None
    found: list[tuple[tuple[str, ...], int]] = []
    _read_cells(cells, (), domains, gives, vocabulary, found, findings)
    values = [value for _, value in found] or [0]
    if isinstance(gives, (Number, Money)):
        gives = type(gives)(min(values), max(values))
    return Table(keys, gives, tuple(found))


def _read_cells(
    node: Node,
    words: tuple[str, ...],
    domains: list[tuple[str, ...]],
    gives: Type,
    vocabulary: Vocabulary,
    found: list[tuple[tuple[str, ...], int]],
    findings: list[Finding],
) -> None:
    if len(words) == len(domains):
        if not isinstance(node, Scalar):
            findings.append(finding("value.unreadable", node.place, "error", expected="number", found="list"))
            return
        try:
            value = Resolver(vocabulary).word_as(node.text, node.place, gives).value
        except Unresolved as refused:
            findings.append(refused.finding)
            return
        assert isinstance(value, int)
        found.append((words, value))
        return
    domain = domains[len(words)]
    fields = Fields(node, domain, findings)
    for word in domain:
        inner = fields.node(word)
        if inner is None:
            findings.append(finding("table.word_missing", node.place, "error", word=word))
        else:
            _read_cells(inner, (*words, word), domains, gives, vocabulary, found, findings)


def read_roles(section: tuple[tuple[Scalar, Node], ...], vocabulary: Vocabulary, findings: list[Finding]) -> tuple[Role, ...]:
    """Return the roles a charter declares; `everyone` stands above all of them."""
    known = [key.text for key, _ in section]
    roles: dict[str, Role] = {}
    for key, node in section:
        if not _NAME.fullmatch(key.text) or key.text == NOBODY:
            findings.append(finding("name.unusable", key.place, word=key.text[:80]))
            continue
        fields = Fields(node, ("name", "is", "cap", "kind"), findings)
        parent = fields.word("is", [*known, EVERYONE], EVERYONE)
        kind = fields.word("kind", ("agent", "assistant"), "")
        words = key.text.replace("_", " ")
        roles[key.text] = Role(
            key.text,
            fields.text("name") or Text(words, words),
            "" if key.text == EVERYONE else parent,
            fields.money("cap", vocabulary),
            kind or "inherited",  # type: ignore[arg-type]
            place=key.place,
        )
    return tuple(_with_kind(role, roles, findings) for role in roles.values())


def _with_kind(role: Role, roles: dict[str, Role], findings: list[Finding]) -> Role:
    """A role without a kind has its parent's; the first circle found is noted once."""
    seen: list[str] = []
    current: Role | None = role
    kind: ActorKind = "agent"
    while current is not None:
        if current.id in seen:
            if role.id == min(seen):
                findings.append(finding("role.inherits_itself", role.place, "error", word=role.id))
            break
        seen.append(current.id)
        if current.kind in ("agent", "assistant"):
            kind = current.kind
            break
        current = roles.get(current.parent)
    return Role(role.id, role.name, role.parent, role.cap, kind, place=role.place)

"""Parser: a charter's text becomes its syntax, with a finding for every mistake. The checker says if it is sound."""

from datetime import date

from geste.core import limits
from geste.core.charter import syntax
from geste.core.charter.declarations import read_facts
from geste.core.charter.fields import Fields
from geste.core.charter.names import is_rule_id
from geste.core.charter.parameters import read_parameters, replace_parameters
from geste.core.charter.roles import read_roles
from geste.core.charter.rules import RuleReader
from geste.core.charter.scopes import Scope, known_by, read_scopes
from geste.core.charter.source import Mapping, Scalar, SourceRefused, read_source
from geste.core.charter.vocabulary import (
    ALWAYS_OPEN,
    BEND_KIND,
    BUILT_IN_FACTS,
    BUILT_IN_SCOPES,
    GESTURE_KINDS,
    OWED_KIND,
    FactDeclaration,
    Text,
    Vocabulary,
)
from geste.core.findings import Finding, Place, finding, unknown_word
from geste.core.money import Currency, currency_of, known_currencies

SECTIONS = (
    "charter",
    "name",
    "version",
    "currency",
    "effective",
    "sector",
    "signed_by",
    "purpose",
    "distinctive",
    "guidelines",
    "trust_line",
    "case_cap",
    "facts",
    "parameters",
    "scopes",
    "roles",
    "gestures",
    "clauses",
    "bendable",
    "red_lines",
    "owed",
    "limits",
    "envelopes",
    "margin",
    "sizing",
    "one_hop",
)
REQUIRED = ("charter", "version", "currency", "effective", "purpose", "gestures")
_SPOKEN_FOR = frozenset((*ALWAYS_OPEN, *GESTURE_KINDS, BEND_KIND, OWED_KIND, "everything", "money"))
DEFAULT_CASE_CAP = 500
DEFAULT_TRUST_LINE = 50


def parse_charter(
    text: str | bytes, parameters: str | bytes | None = None
) -> tuple[syntax.Charter | None, tuple[Finding, ...]]:
    """Return the charter a text spells and what is wrong with it; None if it cannot be read as a charter at all.

    `parameters` is a second text of the shape `parameters: {…}` whose values replace those of the same name.
    """
    try:
        root, repeated = read_source(text)
    except SourceRefused as refused:
        return None, (refused.finding,)
    findings = list(repeated)
    fields = Fields(root, SECTIONS, findings)
    fields.required(*REQUIRED)
    scopes = read_scopes(fields)
    vocabulary = _vocabulary(fields, scopes)
    facts = read_facts(fields.node("facts"), vocabulary, findings)
    vocabulary.scope_facts.update(known_by(scopes, facts, findings))
    read_parameters(fields.parts("parameters", limits.FACTS), vocabulary, findings)
    theirs = () if parameters is None else replace_parameters(parameters, vocabulary)
    charter = _assembled(fields, vocabulary, facts, findings)
    return charter, (*findings, *theirs)


def _vocabulary(fields: Fields, scopes: tuple[Scope, ...]) -> Vocabulary:
    own = tuple(scope.name for scope in scopes if scope.name not in BUILT_IN_SCOPES)
    return Vocabulary(
        currency=_currency(fields),
        facts={declaration.path: declaration for declaration in BUILT_IN_FACTS},
        parameters={},
        gestures=frozenset((*_gesture_names(fields), *ALWAYS_OPEN, *GESTURE_KINDS, BEND_KIND, OWED_KIND)),
        scopes=(*BUILT_IN_SCOPES, *own),
        scope_labels={scope.name: scope.label for scope in scopes if scope.label is not None},
    )


def _gesture_names(fields: Fields) -> tuple[str, ...]:
    """Everything that can be proposed: gestures, what is owed, and the bending of rules."""
    sections = ("gestures", "owed", "bendable")
    return tuple(dict.fromkeys(key.text for section in sections for key, _ in _entries(fields, section)))


def _entries(fields: Fields, section: str) -> tuple[tuple[Scalar, object], ...]:
    node = fields.node(section)
    return node.entries if isinstance(node, Mapping) else ()


def _currency(fields: Fields) -> Currency:
    scalar = fields.scalar("currency")
    currency = currency_of(scalar.text) if scalar else None
    if scalar is not None and currency is None:
        fields.findings.append(unknown_word("currency.not_known", scalar.place, scalar.text, known_currencies()))
    return currency or Currency("XXX", 2)


def _id(fields: Fields) -> str:
    scalar = fields.scalar("charter")
    if scalar is None or is_rule_id(scalar.text):
        return scalar.text if scalar else ""
    fields.note("id.unusable", scalar.place, word=scalar.text[:80])
    return ""


def _assembled(
    fields: Fields, vocabulary: Vocabulary, facts: tuple[FactDeclaration, ...], findings: list[Finding]
) -> syntax.Charter:
    roles = read_roles(fields.parts("roles", limits.ROLES), vocabulary, findings)
    reader = RuleReader(
        vocabulary,
        tuple(role.id for role in roles),
        _gesture_names(fields),
        tuple(key.text for key, _ in _entries(fields, "bendable")),
        findings,
    )
    case_cap, trust_line = fields.money("case_cap", vocabulary), fields.money("trust_line", vocabulary)
    charter_id, purpose, unit = _id(fields), fields.text("purpose"), vocabulary.currency.unit
    sizing, one_hop, margin_node = fields.node("sizing"), fields.node("one_hop"), fields.node("margin")
    gestures = reader.several(fields, "gestures", limits.GESTURES, reader.gesture)
    margin, floor = (None, ()) if margin_node is None else reader.margin(margin_node, gestures)
    charter = syntax.Charter(
        id=charter_id,
        name=fields.text("name") or Text(charter_id, charter_id),
        version=fields.whole("version", 1, limits.NUMBER) or 1,
        currency=vocabulary.currency,
        effective=_effective(fields),
        sector=fields.word("sector", ("business", "public_service"), "business"),
        signed_by=fields.words("signed_by"),
        purpose=purpose or Text("", ""),
        distinctive=fields.text("distinctive"),
        guidelines=fields.texts("guidelines"),
        trust_line=DEFAULT_TRUST_LINE * unit if trust_line is None else trust_line,
        case_cap=DEFAULT_CASE_CAP * unit if case_cap is None else case_cap,
        facts=facts,
        parameters=tuple(vocabulary.parameters.values()),
        scopes=vocabulary.scopes[len(BUILT_IN_SCOPES) :],
        roles=roles,
        gestures=gestures,
        clauses=(*floor, *reader.several(fields, "clauses", limits.CLAUSES, reader.clause)),
        bendable=reader.several(fields, "bendable", limits.GESTURES, reader.bend),
        red_lines=reader.several(fields, "red_lines", limits.RED_LINES, reader.red_line),
        owed=reader.several(fields, "owed", limits.GESTURES, reader.owed),
        limits=reader.several(fields, "limits", limits.LIMITS, reader.limit),
        envelopes=reader.several(fields, "envelopes", limits.ENVELOPES, reader.envelope),
        sizing=None if sizing is None else reader.sizing(sizing),
        one_hop=None if one_hop is None else reader.one_hop(one_hop),
        vocabulary=vocabulary,
        guidelines_place=fields.place_of("guidelines"),
        scope_labels=tuple(vocabulary.scope_labels.items()),
        scope_facts=tuple(vocabulary.scope_facts.items()),
        margin=margin,
    )
    _note_taken_names(charter, findings)
    return charter


def _effective(fields: Fields) -> date:
    scalar = fields.scalar("effective")
    if scalar is None:
        return date.min
    try:
        return date.fromisoformat(scalar.text)
    except ValueError:
        fields.note("value.unreadable", scalar.place, expected="date", found=scalar.text[:40])
        return date.min


def _note_taken_names(charter: syntax.Charter, findings: list[Finding]) -> None:
    """One name, one meaning: gestures, rules and limits of a charter share one space of names."""
    taken: dict[str, Place] = {}
    sections = (
        charter.gestures,
        charter.owed,
        charter.bendable,
        charter.clauses,
        charter.red_lines,
        charter.limits,
        charter.envelopes,
    )
    for section in sections:
        for rule in section:
            if rule.id in taken or rule.id in _SPOKEN_FOR:
                findings.append(finding("name.taken", rule.place, "error", word=rule.id))
            taken[rule.id] = rule.place

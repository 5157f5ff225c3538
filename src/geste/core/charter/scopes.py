"""Scopes: what earlier gestures are counted by, what people call it, and the fact that tells one from another."""

from dataclasses import dataclass

from geste.core.charter.fields import Fields
from geste.core.charter.names import is_name
from geste.core.charter.source import Mapping, Node, Scalar
from geste.core.charter.types import Records, type_name
from geste.core.charter.vocabulary import BUILT_IN_SCOPES, FactDeclaration, Text
from geste.core.findings import Finding, finding, unknown_word

TOLD_BY_FACTS = ("instrument", "contact")
"""The scopes every charter has and only a fact of its own can tell apart; the others the house knows by itself."""
_PARTS = ("label", "by")


@dataclass(frozen=True, slots=True)
class Scope:
    """One scope as it stands in the text. `by` names the fact it is known by; its name may be wrong yet."""

    name: str
    label: Text | None = None
    by: Scalar | None = None


def read_scopes(fields: Fields) -> tuple[Scope, ...]:
    """Return what a charter says of scopes: its own ones, and by which facts those that every charter has are known."""
    node = fields.node("scopes")
    if not isinstance(node, Mapping) or not node.entries:
        return tuple(Scope(word) for word in fields.words("scopes") if _is_free(fields, word))
    called = Fields(node, node.names(), fields.findings)
    return tuple(
        _scope(called, word, value) for (key, value) in node.entries if _is_free(fields, word := key.text, value)
    )


def known_by(scopes: tuple[Scope, ...], facts: tuple[FactDeclaration, ...], findings: list[Finding]) -> dict[str, str]:
    """Return by which declared fact each of these scopes is known, as a path, sorted by scope; most are by none."""
    declared = {fact.path: fact for fact in facts}
    known: dict[str, str] = {}
    for scope in scopes:
        if scope.by is None:
            continue
        path, place = scope.by.text, scope.by.place
        if path not in declared:
            findings.append(unknown_word("fact.not_declared", place, path, declared))
        elif isinstance(declared[path].type, Records):
            found = type_name(declared[path].type)
            findings.append(finding("type.mismatched", place, "error", expected="text", found=found))
        else:
            known[scope.name] = path
    return dict(sorted(known.items()))


def _is_free(fields: Fields, word: str, value: Node | None = None) -> bool:
    """Whether a charter may say something of a scope of this name; if not, that is noted."""
    if word in BUILT_IN_SCOPES:
        is_free = word in TOLD_BY_FACTS and isinstance(value, Mapping)
        code = "name.taken"
    else:
        is_free, code = is_name(word), "name.unusable"
    if not is_free:
        fields.note(code, fields.place_of("scopes"), word=word[:80])
    return is_free


def _scope(called: Fields, word: str, value: Node) -> Scope:
    if not isinstance(value, Mapping) or not (set(_PARTS) & set(value.names()) or word in TOLD_BY_FACTS):
        return Scope(word, called.text(word))
    parts = Fields(value, ("by",) if word in TOLD_BY_FACTS else _PARTS, called.findings)
    parts.required("by")
    return Scope(word, parts.text("label"), parts.scalar("by"))

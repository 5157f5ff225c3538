"""Roles: reads who there is, who inherits from whom, and what each may give per case in all."""

from geste.core.charter.fields import Fields
from geste.core.charter.names import is_name
from geste.core.charter.source import Node, Scalar
from geste.core.charter.syntax import ActorKind, Role
from geste.core.charter.vocabulary import (
    EVERYONE,
    NOBODY,
    Text,
    Vocabulary,
)
from geste.core.findings import Finding, finding


def read_roles(
    section: tuple[tuple[Scalar, Node], ...], vocabulary: Vocabulary, findings: list[Finding]
) -> tuple[Role, ...]:
    """Return the roles a charter declares; `everyone` stands above all of them."""
    known = [key.text for key, _ in section]
    roles: dict[str, Role] = {}
    for key, node in section:
        if not is_name(key.text) or key.text == NOBODY:
            findings.append(finding("name.unusable", key.place, word=key.text[:80]))
            continue
        fields = Fields(node, ("name", "is", "cap", "kind"), findings)
        if key.text == EVERYONE and fields.has("is"):
            fields.note("role.above_all", fields.keys["is"])
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

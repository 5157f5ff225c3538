"""Differ: what a new version of a charter gives, takes back or moves compared with an old one, and for whom."""

from collections.abc import Iterable, Iterator

from geste.core.charter.change import Change, Kind, Versions, kind_of, matched, missing, sides
from geste.core.charter.change_bounds import envelope_changes, limit_changes, one_hop_changes
from geste.core.charter.change_gestures import gesture_changes
from geste.core.charter.change_rules import bend_changes, clause_changes, owed_changes, red_line_changes
from geste.core.charter.directions import Direction
from geste.core.charter.syntax import Charter, Role
from geste.core.charter.vocabulary import EVERYONE, FactDeclaration, Parameter

__all__ = ["Change", "Kind", "diff_charters", "is_tightening"]

_EVERYONE = (EVERYONE,)
_WORDS = ("name", "purpose", "distinctive", "guidelines", "signed_by", "sector", "scopes")
_CASE_CAP = "case_cap"


def diff_charters(old: Charter, new: Charter) -> tuple[Change, ...]:
    """Return what changed from `old` to `new`, in the order in which a charter is written.

    A change is called `given` or `taken` only if that is proven for every case; the number of the version alone is
    no change.
    """
    versions = Versions(old, new)
    sections = (
        _charter_changes,
        _fact_changes,
        _parameter_changes,
        _role_changes,
        gesture_changes,
        clause_changes,
        bend_changes,
        red_line_changes,
        owed_changes,
        limit_changes,
        envelope_changes,
        _margin_changes,
        _sizing_changes,
        one_hop_changes,
    )
    return tuple(change for section in sections for change in section(versions))


def is_tightening(changes: Iterable[Change]) -> bool:
    """Return whether any change takes something back, which a new version may do only with a reason and notice."""
    return any(change.kind == "taken" for change in changes)


def _charter_changes(versions: Versions) -> Iterator[Change]:
    old, new = versions.old, versions.new
    if old.id != new.id:
        yield Change("changed", "charter", "charter", "id", _EVERYONE, sides(before=old.id, after=new.id))
    if not versions.same_currency:
        values = sides(before=old.currency.code, after=new.currency.code)
        yield Change("changed", "charter", "currency", "currency", _EVERYONE, values)
    if old.effective != new.effective:
        values = sides(before=old.effective.isoformat(), after=new.effective.isoformat())
        yield Change("moved", "charter", "effective", "effective", _EVERYONE, values)
    for name in _WORDS:
        if getattr(old, name) != getattr(new, name):
            yield Change("changed", "charter", name, name, _EVERYONE)
    yield from _scope_changes(old, new)
    trust = versions.money(old.trust_line, new.trust_line)
    if trust != "same":
        values = sides(before=old.trust_line, after=new.trust_line)
        yield Change(kind_of(trust), "charter", "trust_line", "trust_line", _EVERYONE, values)


def _scope_changes(old: Charter, new: Charter) -> Iterator[Change]:
    if old.scopes == new.scopes and old.scope_labels != new.scope_labels:
        yield Change("changed", "charter", "scopes", "scope_labels", _EVERYONE)
    if old.scope_facts != new.scope_facts:
        yield Change("changed", "charter", "scopes", "scope_facts", _EVERYONE)


def _fact_changes(versions: Versions) -> Iterator[Change]:
    old, new = _by_id(versions.old.facts), _by_id(versions.new.facts)
    yield from (Change("changed", "facts", path, "removed", _EVERYONE) for path in old if path not in new)
    for path, fact in new.items():
        if path not in old:
            yield Change("changed", "facts", path, "added", _EVERYONE)
        elif fact != old[path]:
            yield Change("changed", "facts", path, _fact_aspect(old[path], fact), _EVERYONE)


def _fact_aspect(old: FactDeclaration, new: FactDeclaration) -> str:
    """What of a fact changed: what it can be, whose word counts, what is assumed, or its words alone."""
    if old.type != new.type:
        return "type"
    if old.origin != new.origin:
        return "origin"
    return "assumed" if old.assumed != new.assumed else "words"


def _by_id(facts: tuple[FactDeclaration, ...]) -> dict[str, FactDeclaration]:
    return {fact.path: fact for fact in facts}


def _parameter_changes(versions: Versions) -> Iterator[Change]:
    """Numbers alone give and take nothing; what they do to gestures and rules is said there."""
    old: dict[str, Parameter] = {parameter.name: parameter for parameter in versions.old.parameters}
    new: dict[str, Parameter] = {parameter.name: parameter for parameter in versions.new.parameters}
    yield from (Change("changed", "parameters", name, "removed", _EVERYONE) for name in old if name not in new)
    for name, parameter in new.items():
        if name not in old:
            yield Change("changed", "parameters", name, "added", _EVERYONE)
        elif parameter != old[name]:
            is_same = (parameter.value, parameter.span) == (old[name].value, old[name].span)
            yield Change("changed", "parameters", name, "words" if is_same else "value", _EVERYONE)


def _role_changes(versions: Versions) -> Iterator[Change]:
    for role in missing(versions.old.roles, versions.new.roles):
        yield Change("taken", "roles", role.id, "removed", (role.id,))
    for role in missing(versions.new.roles, versions.old.roles):
        yield Change("given", "roles", role.id, "added", (role.id,))
    for old, new in matched(versions.old.roles, versions.new.roles):
        yield from _role(old, new)
    yield from _case_caps(versions)


def _role(old: Role, new: Role) -> Iterator[Change]:
    roles = (new.id,)
    if old.parent != new.parent:
        yield Change("moved", "roles", new.id, "parent", roles, sides(before=old.parent, after=new.parent))
    if old.kind != new.kind:
        # Software hands over where a person may act first.
        yield Change("given" if new.kind == "agent" else "taken", "roles", new.id, "kind", roles)
    if old.name != new.name:
        yield Change("changed", "roles", new.id, "words", roles)


def _case_caps(versions: Versions) -> Iterator[Change]:
    """What each role may give per case in all, inherited caps included; roles with the same change stand together."""
    old, new = versions.old, versions.new
    grouped: dict[tuple[Direction, str, int, int], list[str]] = {}
    for role in versions.roles:
        (_, before), (clause, after) = old.cap_of(role), new.cap_of(role)
        direction = versions.money(before, after)
        if direction != "same":
            grouped.setdefault((direction, clause, before, after), []).append(role)
    if not any(clause == _CASE_CAP for _, clause, _, _ in grouped) and old.case_cap != new.case_cap:
        # Every role has a cap of its own, or inherits one; the general one still counts for roles yet to come.
        grouped[versions.money(old.case_cap, new.case_cap), _CASE_CAP, old.case_cap, new.case_cap] = []
    for (direction, clause, before, after), roles in grouped.items():
        values = sides(before=before, after=after)
        yield Change(kind_of(direction), "roles", clause, "cap", versions.affected(roles), values)


def _margin_changes(versions: Versions) -> Iterator[Change]:
    """What a margin is only shows it; the floor under it is a clause and told as one."""
    old, new = versions.old.margin, versions.new.margin
    if old is None or new is None:
        if old is not new:
            yield Change("changed", "margin", "margin", "added" if old is None else "removed", _EVERYONE)
    elif (old.price, old.cost) != (new.price, new.cost):
        yield Change("changed", "margin", "margin", "figures", _EVERYONE)


def _sizing_changes(versions: Versions) -> Iterator[Change]:
    """How large a suggestion is never decides what may be given, so no change of it gives or takes."""
    old, new = versions.old.sizing, versions.new.sizing
    if old != new:
        aspect = "added" if old is None else "removed" if new is None else "figures"
        yield Change("changed", "sizing", "sizing", aspect, _EVERYONE)

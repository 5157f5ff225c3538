"""Changed gestures: which are new, gone or renamed, for whom they open or close, and how much they come to."""

from collections.abc import Iterator
from dataclasses import replace

from geste.core.charter.change import Change, Versions, figure, kind_of, missing, of_outcomes, sides
from geste.core.charter.directions import Direction, of_bounds
from geste.core.charter.expression import Constant, Expression
from geste.core.charter.syntax import Charter, Gesture
from geste.core.charter.types import Money

_WORDS = ("name", "steps", "say")
_PLAIN = ("kind", "real_cost", "books", "line", "repairs")
SECTION = "gestures"


def gesture_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each gesture."""
    renamed = dict(_renamed(versions))
    was = {new.id: old for old, new in renamed.values()}
    for gesture in missing(versions.old.gestures, versions.new.gestures):
        if gesture.id not in renamed:
            roles = versions.named(versions.old, gesture.roles)
            yield Change("changed" if gesture.is_reserved else "taken", SECTION, gesture.id, "removed", roles)
    before = {gesture.id: gesture for gesture in versions.old.gestures}
    for gesture in versions.new.gestures:
        old = was.get(gesture.id) or before.get(gesture.id)
        if old is None:
            roles = versions.named(versions.new, gesture.roles)
            yield Change("changed" if gesture.is_reserved else "given", SECTION, gesture.id, "added", roles)
        else:
            yield from _changed(versions, old, gesture)


def _renamed(versions: Versions) -> Iterator[tuple[str, tuple[Gesture, Gesture]]]:
    """A gesture that is gone and one that is new are the same if all but the id is, or kind and name are."""
    arrived = list(missing(versions.new.gestures, versions.old.gestures))
    for old in missing(versions.old.gestures, versions.new.gestures):
        for new in arrived:
            if replace(old, id=new.id) == new or (old.kind == new.kind and old.name == new.name):
                arrived.remove(new)
                yield old.id, (old, new)
                break


def _changed(versions: Versions, old: Gesture, new: Gesture) -> Iterator[Change]:
    before, after = versions.reached(versions.old, old.roles), versions.reached(versions.new, new.roles)
    everyone = versions.affected(before & after)
    if old.id != new.id:
        yield Change("moved", SECTION, new.id, "renamed", versions.affected(after), sides(before=old.id, after=new.id))
    if after - before:
        yield Change("given", SECTION, new.id, "opened", versions.affected(after - before))
    if before - after:
        yield Change("taken", SECTION, new.id, "closed", versions.affected(before - after))
    yield from _caps(versions, old, new, before & after)
    yield from _amounts(versions, old, new, everyone)
    yield from _conditions(versions, old, new, everyone)
    for name in _PLAIN:
        if getattr(old, name) != getattr(new, name):
            yield Change("changed", SECTION, new.id, name, everyone)
    if any(getattr(old, name) != getattr(new, name) for name in _WORDS):
        yield Change("changed", SECTION, new.id, "words", everyone)


def _caps(versions: Versions, old: Gesture, new: Gesture, roles: frozenset[str]) -> Iterator[Change]:
    """The cap of a gesture, compared for each role that may give it in both versions."""
    if old.amount.none or new.amount.none:
        return
    grouped: dict[tuple[Direction, int | None, int | None], list[str]] = {}
    for role in versions.roles:
        if role in roles:
            before, after = _cap(versions.old, old, role), _cap(versions.new, new, role)
            direction = versions.amounts(before, after)
            grouped.setdefault((direction, figure(before), figure(after)), []).append(role)
    for (direction, before_figure, after_figure), held_by in grouped.items():
        if direction != "same":
            values = sides(before=before_figure, after=after_figure)
            yield Change(kind_of(direction), SECTION, new.id, "cap", versions.affected(held_by), values)


def _cap(charter: Charter, gesture: Gesture, role: str) -> Expression | None:
    if gesture.cap is not None:
        return gesture.cap
    by_role = dict(gesture.caps)
    cap = next((by_role[name] for name in charter.ancestry(role) if name in by_role), None)
    return None if cap is None else Constant(cap, Money(cap, cap))


def _amounts(versions: Versions, old: Gesture, new: Gesture, roles: tuple[str, ...]) -> Iterator[Change]:
    """What amount may be given. A higher floor binds the person and serves the customer: neither given nor taken."""
    before, after = old.amount, new.amount
    if before.none != after.none or (before.exactly is None) != (after.exactly is None):
        yield Change("changed", SECTION, new.id, "amount", roles)
        return
    for name in ("exactly", "at_most", "at_least"):
        was, now = getattr(before, name), getattr(after, name)
        direction = versions.amounts(was, now)
        if direction != "same":
            kind = "changed" if name == "at_least" else kind_of(direction)
            values = sides(before=figure(was), after=figure(now))
            yield Change(kind, SECTION, new.id, name, roles, values)


def _conditions(versions: Versions, old: Gesture, new: Gesture, roles: tuple[str, ...]) -> Iterator[Change]:
    direction = versions.conditions(old.when, new.when)
    if direction != "same":
        yield Change(kind_of(direction), SECTION, new.id, "when", roles)
    if old.when is not None and new.when is not None:
        outcome = of_outcomes(old.otherwise, new.otherwise)
        if outcome != "same":
            yield Change(kind_of(outcome), SECTION, new.id, "otherwise", roles)
    if old.proactive != new.proactive:
        room = {"forbidden": 0, "required": 1, "allowed": 1}
        freedom = of_bounds(room[old.proactive], room[new.proactive])
        yield Change(kind_of(freedom), SECTION, new.id, "proactive", roles)

"""Changed rules: clauses, what may be bent, red lines, and what the company owes."""

from collections.abc import Iterator

from geste.core.charter.change import Change, Versions, figure, kind_of, matched, missing, of_outcomes, sides
from geste.core.charter.directions import Direction, flipped, of_sets
from geste.core.charter.expression import Expression
from geste.core.charter.syntax import Charter, Clause, Limit, Owed, RedLine
from geste.core.charter.typed import conjunction, negated
from geste.core.charter.vocabulary import BEND_KIND, EVERYONE

Binding = Clause | Limit
_EVERYONE = (EVERYONE,)


def clause_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each clause: fewer cases, gestures and roles bound by it is more room to act."""
    for clause in missing(versions.old.clauses, versions.new.clauses):
        yield Change("given", "clauses", clause.id, "removed", versions.named(versions.old, clause.roles))
    for clause in missing(versions.new.clauses, versions.old.clauses):
        yield Change("taken", "clauses", clause.id, "added", versions.named(versions.new, clause.roles))
    for old, new in matched(versions.old.clauses, versions.new.clauses):
        yield from binding_changes(versions, "clauses", old, new)
        roles = versions.affected(versions.reached(versions.new, new.roles))
        condition = flipped(versions.conditions(_broken(old), _broken(new)))
        if condition != "same":
            yield Change(kind_of(condition), "clauses", new.id, "condition", roles)
        outcome = of_outcomes(old.otherwise, new.otherwise)
        if outcome != "same":
            yield Change(kind_of(outcome), "clauses", new.id, "otherwise", roles)
        if old.says != new.says:
            yield Change("changed", "clauses", new.id, "words", roles)


def binding_changes(versions: Versions, section: str, old: Binding, new: Binding) -> Iterator[Change]:
    """Yield whom and which gestures a rule binds now, compared with before."""
    before, after = versions.reached(versions.old, old.roles), versions.reached(versions.new, new.roles)
    if after - before:
        yield Change("taken", section, new.id, "applied", versions.affected(after - before))
    if before - after:
        yield Change("given", section, new.id, "spared", versions.affected(before - after))
    covers = flipped(of_sets(_bound(versions, versions.old, old), _bound(versions, versions.new, new)))
    if covers != "same":
        yield Change(kind_of(covers), section, new.id, "covers", versions.affected(after))


def _bound(versions: Versions, charter: Charter, rule: Binding) -> frozenset[str]:
    """The gestures and bends of both versions that a rule binds in one of them."""
    names = covered(versions, charter, rule.covers)
    if isinstance(rule, Limit):
        return names
    kinds = _kinds(charter)
    return frozenset(name for name in names if rule.concerns(name, kinds[name]))


def covered(versions: Versions, charter: Charter, covers: tuple[str, ...]) -> frozenset[str]:
    """Return the gestures and bends of both versions that `covers` means in one of them; none means all."""
    known = _kinds(charter)
    shared = known.keys() & _kinds(versions.new if charter is versions.old else versions.old).keys()
    return frozenset(name for name in shared if not covers or name in covers or known[name] in covers)


def _kinds(charter: Charter) -> dict[str, str]:
    kinds = {gesture.id: gesture.kind for gesture in charter.gestures}
    return {**kinds, **{bend.id: BEND_KIND for bend in charter.bendable}}


def _broken(clause: Clause) -> Expression:
    """When a clause stands in the way: its guard holds and what it requires does not."""
    fails = negated(clause.require)
    return fails if clause.when is None else conjunction((clause.when, fails))


def bend_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each rule that may be bent."""
    for bend in missing(versions.old.bendable, versions.new.bendable):
        yield Change("taken", "bendable", bend.id, "removed", versions.named(versions.old, bend.roles))
    for bend in missing(versions.new.bendable, versions.old.bendable):
        yield Change("given", "bendable", bend.id, "added", versions.named(versions.new, bend.roles))
    for old, new in matched(versions.old.bendable, versions.new.bendable):
        before, after = versions.reached(versions.old, old.roles), versions.reached(versions.new, new.roles)
        if after - before:
            yield Change("given", "bendable", new.id, "opened", versions.affected(after - before))
        if before - after:
            yield Change("taken", "bendable", new.id, "closed", versions.affected(before - after))
        direction = versions.conditions(old.when, new.when)
        if direction != "same":
            yield Change(kind_of(direction), "bendable", new.id, "when", versions.affected(before & after))
        if (old.name, old.says) != (new.name, new.says):
            yield Change("changed", "bendable", new.id, "words", versions.affected(before & after))


def red_line_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each red line. One in words only binds people, too."""
    for line in missing(versions.old.red_lines, versions.new.red_lines):
        yield Change("given", "red_lines", line.id, "removed", _EVERYONE)
    for line in missing(versions.new.red_lines, versions.old.red_lines):
        yield Change("taken", "red_lines", line.id, "added", _EVERYONE)
    for old, new in matched(versions.old.red_lines, versions.new.red_lines):
        yield from _red_line(versions, old, new)


def _red_line(versions: Versions, old: RedLine, new: RedLine) -> Iterator[Change]:
    crossed: Direction
    if old.when is None or new.when is None:
        # A principle in words decides nothing; with a condition it begins to.
        crossed = "same" if old.when is new.when else "narrower" if old.when is None else "wider"
    else:
        crossed = flipped(versions.conditions(old.when, new.when))
    if crossed != "same":
        yield Change(kind_of(crossed), "red_lines", new.id, "when", _EVERYONE)
    forbidden = flipped(of_sets(_forbidden(versions, versions.old, old), _forbidden(versions, versions.new, new)))
    if forbidden != "same":
        yield Change(kind_of(forbidden), "red_lines", new.id, "forbids", _EVERYONE)
    elif old.instead != new.instead:
        yield Change("changed", "red_lines", new.id, "instead", _EVERYONE)
    if (old.says, old.help) != (new.says, new.help):
        yield Change("changed", "red_lines", new.id, "words", _EVERYONE)


def _forbidden(versions: Versions, charter: Charter, line: RedLine) -> frozenset[str]:
    """The gestures of both versions that a red line rules out; what stands under `instead` stays open."""
    names = covered(versions, charter, ())
    by_name = covered(versions, charter, line.forbids)
    kept = frozenset(line.instead)
    helping = covered(versions, charter, ("explanation", "fix"))
    amounts = frozenset(gesture.id for gesture in charter.gestures if gesture.has_amount) & names
    swept = names - helping if "everything" in line.forbids else frozenset()
    return (by_name | swept | (amounts if "money" in line.forbids else frozenset())) - kept


def owed_changes(versions: Versions) -> Iterator[Change]:
    """Yield what became of each thing the company owes."""
    for owed in missing(versions.old.owed, versions.new.owed):
        yield Change("taken", "owed", owed.id, "removed", _EVERYONE)
    for owed in missing(versions.new.owed, versions.old.owed):
        yield Change("given", "owed", owed.id, "added", _EVERYONE)
    for old, new in matched(versions.old.owed, versions.new.owed):
        direction = versions.conditions(old.when, new.when)
        if direction != "same":
            yield Change(kind_of(direction), "owed", new.id, "when", _EVERYONE)
        yield from _owed_amount(versions, old, new)
        if old.because != new.because:
            yield Change("changed", "owed", new.id, "because", _EVERYONE)
        if (old.name, old.say) != (new.name, new.say):
            yield Change("changed", "owed", new.id, "words", _EVERYONE)


def _owed_amount(versions: Versions, old: Owed, new: Owed) -> Iterator[Change]:
    was, now = old.amount.exactly, new.amount.exactly
    if (was is None) != (now is None):
        yield Change("changed", "owed", new.id, "amount", _EVERYONE)
        return
    direction = versions.amounts(was, now)
    if direction != "same":
        values = sides(before=figure(was), after=figure(now))
        yield Change(kind_of(direction), "owed", new.id, "exactly", _EVERYONE, values)

"""Checker: is a charter sound? Finds what can never happen, what nobody may do, and what the house does not allow."""

from collections.abc import Iterator

from geste.core import limits
from geste.core.charter import rulebook
from geste.core.charter.canonical import is_readable, is_writable
from geste.core.charter.expression import Constant, Expression, Fact, Lookup, OneOf, Share, walk
from geste.core.charter.reach import always_holds, assumed, can_hold
from geste.core.charter.spelling import spell_expression
from geste.core.charter.syntax import Charter, Gesture
from geste.core.charter.typed import negated
from geste.core.charter.types import Type, YesNo, is_quantity
from geste.core.charter.vocabulary import BEND_KIND, MONEY_KINDS, READ_BY_THE_HOUSE, RESPONSIBILITY
from geste.core.findings import Finding, Place, Severity, finding


def check_charter(charter: Charter) -> tuple[Finding, ...]:
    """Return what is unsound in a charter that could be read."""
    too_much = tuple(_too_many_checks(charter))
    # What would take too long to decide by would take too long to check, too.
    return too_much or tuple(
        found
        for check in (
            _unwritable,
            _impossible_conditions,
            _clauses_without_effect,
            _unreachable_clauses,
            _empty_amounts,
            _roles_left_with_nothing,
            _fault_gates,
            _public_service,
            _one_hop,
            _unused_names,
            _rulebook,
        )
        for found in check(charter)
    )


def _conditions(charter: Charter) -> Iterator[tuple[str, str, Expression | None, Place]]:
    """Every condition that decides: its rule, the field it stands in, and where."""
    for gesture in charter.gestures:
        yield gesture.id, "when", gesture.when, gesture.place
    for clause in charter.clauses:
        yield clause.id, "when", clause.when, clause.place
        yield clause.id, "require", clause.require, clause.place
    for bend in charter.bendable:
        yield bend.id, "when", bend.when, bend.place
    for line in charter.red_lines:
        yield line.id, "when", line.when, line.place
    for owed in charter.owed:
        yield owed.id, "when", owed.when, owed.place
    for limit in charter.limits:
        yield limit.id, "when", limit.when, limit.place


def _impossible_conditions(charter: Charter) -> Iterator[Finding]:
    for rule, field, condition, place in _conditions(charter):
        if condition is not None and not can_hold(condition):
            yield finding("condition.never_holds", place, "error", rule=rule, field=field)


def _clauses_without_effect(charter: Charter) -> Iterator[Finding]:
    for clause in charter.clauses:
        if not can_hold(clause.require):
            continue
        if always_holds(clause.require):
            yield finding("clause.never_broken", clause.place, "warning", rule=clause.id)
        elif clause.when is not None and can_hold(clause.when) and not can_hold(clause.when, clause.require):
            yield finding("clause.never_kept", clause.place, "warning", rule=clause.id)


def _unreachable_clauses(charter: Charter) -> Iterator[Finding]:
    """A clause is reached if some gesture it covers may be given while it is broken."""
    given = {gesture.id: None if gesture.when is None else assumed(gesture.when) for gesture in charter.gestures}
    able = [gesture for gesture in charter.gestures if not gesture.is_reserved]
    for clause in charter.clauses:
        bends = any(clause.concerns(bend.id, BEND_KIND) for bend in charter.bendable)
        covered = [gesture for gesture in able if clause.concerns(gesture.id, gesture.kind)]
        if bends or (covered and always_holds(clause.require)):
            continue
        broken = [part for part in (clause.when, negated(clause.require)) if part is not None]
        possible = (one for one in covered if one.when is None or given[one.id] is not None)
        if not any(can_hold(*broken, known=given[gesture.id]) for gesture in possible):
            yield finding("clause.never_reached", clause.place, "warning", rule=clause.id)


def _covers(covers: tuple[str, ...], rule_id: str, kind: str) -> bool:
    return not covers or rule_id in covers or kind in covers


def _too_many_checks(charter: Charter) -> Iterator[Finding]:
    """Each clause, red line and limit is looked at for each gesture it is about; their number is bounded."""
    kinds = {gesture.id: gesture.kind for gesture in charter.gestures}
    kinds.update({bend.id: BEND_KIND for bend in charter.bendable})
    rules: list[tuple[tuple[str, ...], tuple[Expression | None, ...]]] = [
        *((clause.covers, (clause.when, clause.require)) for clause in charter.clauses),
        *(((), (line.when,)) for line in charter.red_lines if line.when is not None),
        *((limit.covers, (limit.when, limit.amount)) for limit in charter.limits),
    ]
    found = 0
    for covers, parts in rules:
        covered = sum(_covers(covers, rule_id, kind) for rule_id, kind in kinds.items()) if covers else len(kinds)
        found += covered * (1 + sum(len(walk(part)) for part in parts if part is not None))
    if found > limits.CHECKS:
        yield finding("rules.too_many_checks", Place(1, 1), "error", found=found, limit=limits.CHECKS)


def _unwritable(charter: Charter) -> Iterator[Finding]:
    """What is kept is the canonical text, so every condition and amount must be readable in it."""
    currency, limit = charter.currency, limits.EXPRESSION_CHARACTERS
    for rule, place, expression in _all_expressions(charter):
        if isinstance(expression.type, YesNo):
            is_kept = is_writable(expression, currency)
        else:
            is_kept = is_readable(spell_expression(expression, currency))
        if not is_kept:
            yield finding("expression.too_long_in_full", place, "error", rule=rule, limit=limit)


def _empty_amounts(charter: Charter) -> Iterator[Finding]:
    for gesture in charter.gestures:
        rule = gesture.amount
        for amount in (gesture.cap, rule.exactly, rule.at_most):
            if amount is not None and is_quantity(amount.type) and amount.type.high <= 0 and not gesture.is_reserved:
                yield finding("amount.never_positive", gesture.place, "error", rule=gesture.id)
        if rule.at_least is not None and rule.at_most is not None and _crossed(rule.at_least.type, rule.at_most.type):
            yield finding("amount.bounds_crossed", gesture.place, "error", rule=gesture.id)


def _crossed(least: Type, most: Type) -> bool:
    return is_quantity(least) and is_quantity(most) and least.low > most.high


def _roles_left_with_nothing(charter: Charter) -> Iterator[Finding]:
    """Authority begins at the lowest level: each role has something it may do of its own (S0.6)."""
    for role in charter.roles:
        ancestry = charter.ancestry(role.id)
        _, case_cap = charter.cap_of(role.id)
        own = (gesture for gesture in charter.gestures if not set(gesture.roles).isdisjoint(ancestry))
        if not any(_gives_something(gesture, ancestry, case_cap) for gesture in own):
            yield finding("role.left_with_nothing", role.place, "error", role=role.id)


def _gives_something(gesture: Gesture, ancestry: tuple[str, ...], case_cap: int) -> bool:
    if gesture.amount.none:
        return True
    by_role = dict(gesture.caps)
    if by_role:
        cap = next((by_role[name] for name in ancestry if name in by_role), case_cap)
        return min(cap, case_cap) > 0
    if isinstance(gesture.cap, Constant) and isinstance(gesture.cap.value, int):
        return min(gesture.cap.value, case_cap) > 0
    return case_cap > 0


def _fault_gates(charter: Charter) -> Iterator[Finding]:
    """Whose fault it is may size a suggestion; it never opens or closes authority (S4.29)."""
    for rule, place, expression in _deciding_expressions(charter):
        if any(isinstance(part, Fact) and part.path == RESPONSIBILITY for part in walk(expression)):
            yield finding("fault.gates_authority", place, "error", rule=rule)


def _deciding_expressions(charter: Charter) -> Iterator[tuple[str, Place, Expression]]:
    for rule, _, condition, place in _conditions(charter):
        if condition is not None:
            yield rule, place, condition
    for rule, amount, place in _amounts(charter):
        if amount is not None:
            yield rule, place, amount


def _amounts(charter: Charter) -> Iterator[tuple[str, Expression | None, Place]]:
    for gesture in charter.gestures:
        rule = gesture.amount
        for amount in (gesture.cap, rule.exactly, rule.at_most, rule.at_least):
            yield gesture.id, amount, gesture.place
    for limit in charter.limits:
        yield limit.id, limit.amount, limit.place
    for owed in charter.owed:
        yield owed.id, owed.amount.exactly, owed.place


def _public_service(charter: Charter) -> Iterator[Finding]:
    """Equality before the law: no customer value and no money gifts in a public service (S2.3)."""
    if charter.sector != "public_service":
        return
    if charter.sizing is not None and charter.sizing.uplift_when is not None:
        yield finding("value.not_for_public_service", Place(1, 1), "error")
    for gesture in charter.gestures:
        if gesture.kind in MONEY_KINDS or gesture.line == "sale":
            yield finding("money.not_for_public_service", gesture.place, "error", rule=gesture.id)


def _one_hop(charter: Charter) -> Iterator[Finding]:
    if charter.one_hop is None:
        return
    role = charter.role(charter.one_hop.to)
    if role is not None and role.kind == "assistant":
        yield finding("one_hop.not_a_person", role.place, "error", role=role.id)


def _unused_names(charter: Charter) -> Iterator[Finding]:
    parts = [part for _, _, expression in _all_expressions(charter) for part in walk(expression)]
    used_facts = {part.path for part in parts if isinstance(part, Fact)}
    if charter.margin is not None:
        used_facts |= {charter.margin.price, charter.margin.cost}
    used_facts |= {path for _, path in charter.scope_facts}
    used_parameters = {_parameter_of(part) for part in parts}
    for parameter in charter.parameters:
        if parameter.name not in used_parameters and parameter.span is None:
            yield finding("parameter.unused", parameter.place, "info", word=parameter.name)
    for fact in charter.facts:
        if fact.path not in used_facts | READ_BY_THE_HOUSE:
            yield finding("fact.unused", fact.place, "info", word=fact.path)
    for envelope in charter.envelopes:
        drawn = any(
            _covers(envelope.covers, gesture.id, gesture.kind) and gesture.has_amount for gesture in charter.gestures
        )
        if not drawn:
            yield finding("envelope.covers_nothing", envelope.place, "warning", rule=envelope.id)


def _parameter_of(part: Expression) -> str:
    match part:
        case Lookup(parameter=name) | Constant(parameter=name):
            return name
        case OneOf(choices=constant) | Share(rate=constant):
            return constant.parameter
    return ""


def _all_expressions(charter: Charter) -> Iterator[tuple[str, Place, Expression]]:
    yield from _deciding_expressions(charter)
    for gesture in charter.gestures:
        if gesture.real_cost.amount is not None:
            yield gesture.id, gesture.place, gesture.real_cost.amount
    if charter.sizing is not None:
        for part in (charter.sizing.loss, charter.sizing.uplift_when):
            if part is not None:
                yield "sizing", charter.sizing.place, part


def _rulebook(charter: Charter) -> Iterator[Finding]:
    """One purpose, about ten relaxed guidelines, few rules (S0.25): say so when a charter grows out of that."""
    measured = rulebook.measure(charter)
    place = charter.guidelines_place
    signs: tuple[tuple[str, int, int, Severity], ...] = (
        ("guidelines.too_many", measured.guidelines, limits.GUIDELINES, "warning"),
        ("rules.too_many", measured.rules, limits.RULES_OF_A_SMALL_CHARTER, "warning"),
        ("guidelines.too_strict", measured.restrictive_percent, limits.RESTRICTIVE_SHARE_PERCENT, "warning"),
        ("guidelines.too_long", measured.longest_guideline, limits.SENTENCE_WORDS, "warning"),
    )
    for code, found, limit, severity in signs:
        if found > limit:
            yield finding(code, place, severity, found=found, limit=limit, score=measured.score)

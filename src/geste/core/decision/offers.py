"""Offers: one generated function that judges everything a kind of actor could do, facts and comparisons shared.

A gesture whose facts are not all known is left to the interpreter, and so is one that depends on what a proposal says.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from geste.core.charter.expression import Constant, Expression
from geste.core.charter.vocabulary import PROPOSAL
from geste.core.decision.bounds import bounds_of
from geste.core.decision.decide import decide
from geste.core.decision.decision import Group, Option
from geste.core.decision.emit import Emitter, Needs, indented
from geste.core.decision.generate import compiled, doubt, givens, loaded
from geste.core.decision.options import Arrange, Placed, order_for, place
from geste.core.decision.plan import GesturePlan, Plan
from geste.core.decision.request import Layout, Proposal, Request
from geste.core.decision.specialise import specialise
from geste.core.decision.stops import crossed_red_lines, is_crossed, lead
from geste.core.decision.writer import GestureWriter, Role

Offer = Callable[[Request, int | None, bool, Arrange | None], tuple[Option, ...]]
"""Takes a request, the amount to suggest, whether loyalty raised it, and what arranges options for the loss, if one is
known; returns everything open, best first."""

WRITTEN = 5_000
"""Up to so many rules one function is written; beyond, the interpreter is quicker than writing it would be."""


def offers_of(plan: Plan, layout: Layout, roles: Iterable[Role]) -> dict[str, Offer]:
    """Return the functions of some kinds of actor, by role; each is written when it is first called."""
    offers: dict[str, Offer] = {}

    def written_when_called(role: Role) -> Offer:
        def write(request: Request, wish: int | None, raised: bool, arrange: Arrange | None) -> tuple[Option, ...]:  # noqa: FBT001
            offer = offers[role.name] = _offer(plan, layout, role)
            return offer(request, wish, raised, arrange)

        return write

    offers.update((role.name, written_when_called(role)) for role in roles)
    return offers


def _offer(plan: Plan, layout: Layout, role: Role) -> Offer:
    """Return the function that offers what a plan has to one kind of actor."""
    order = order_for(plan, None)
    gestures = [(gesture, group) for name, group in order if (gesture := plan.gesture(name)) is not None]
    if sum(len(gesture.checks) + len(gesture.limits) for gesture, _ in gestures) > WRITTEN:
        return partial(_interpreted, plan, layout, order)
    emit = Emitter(dict(givens(plan)), layout.words)
    head = list(_shared(layout, emit, (part for gesture, _ in gestures for part in parts_of(plan, gesture, role))))
    body: list[str] = []
    for gesture, group in gestures:
        body += _lines(plan, layout, emit, role, gesture, group)
    stops = list(_stops(plan, layout, emit, role))
    if stops:
        stops = ["first = ()", *stops, "if first: lead(placed, first)"]
    emit.constants |= {"other": partial(_interpret, plan, layout), "lead": lead}
    lines = [
        "facts = request.facts; standing = request.standing",
        "doable = []; asking = []; over = []; placed = (doable, asking, over)",
        *loaded(layout, emit),
        *head,
        *body,
        "if arrange is not None: arrange(placed)",
        *stops,
        "return (*doable, *asking, *over)",
    ]
    offer: Offer = compiled(f"offers to {role.name}", "request, wish, raised, arrange", lines, emit)
    return offer


def parts_of(plan: Plan, gesture: GesturePlan, role: Role) -> Iterator[Expression]:
    """Return every whole condition and amount that is looked at for a gesture."""
    known = role.known(gesture.id)
    for check in gesture.checks:
        if not check.roles or role.name in check.roles:
            yield specialise(check.broken, known)
    for bound in bounds_of(plan, gesture, role.name):
        for part in (bound.cap, bound.condition):
            if part is not None:
                yield specialise(part, known)


def _shared(layout: Layout, emit: Emitter, parts: Iterable[Expression]) -> Iterator[str]:
    """Work out once what several gestures look at; nothing where its facts are not known."""
    for part, times in Counter(parts).items():
        if times < 2 or isinstance(part, Constant):
            continue
        emit.needs = Needs()
        source, name = emit.condition(part), f"s{len(emit.shared)}"
        doubts = doubt(layout, emit.needs)
        if any(path.startswith(PROPOSAL) for path in emit.needs.facts):
            continue
        yield f"{name} = None if {doubts} else {source}" if doubts else f"{name} = {source}"
        emit.shared[part] = (name, emit.needs)


def _stops(plan: Plan, layout: Layout, emit: Emitter, role: Role) -> Iterator[str]:
    """Let what a crossed red line says to do instead come first; what is not certain, the interpreter says."""
    for line in plan.charter.red_lines:
        if line.when is None or not line.instead:
            continue
        emit.needs = Needs()
        source = emit.condition(specialise(line.when, role.known_of_itself))
        doubts = doubt(layout, emit.needs)
        interpreted = f"{emit.constant(partial(is_crossed, line.when, plan, layout))}(request)"
        if any(path.startswith(PROPOSAL) for path in emit.needs.facts):
            source = interpreted
        elif doubts:
            source = f"{interpreted} if {doubts} else {source}"
        yield f"if {source}: first += {emit.constant(line.instead)}"


def _lines(plan: Plan, layout: Layout, emit: Emitter, role: Role, gesture: GesturePlan, group: Group) -> Iterator[str]:
    """Judge one gesture and place it."""
    emit.needs = Needs()
    writer = GestureWriter(plan, gesture, role, emit).suggested()
    interpreted = f"other(request, {gesture.id!r}, {group!r}, placed)"
    if any(path.startswith(PROPOSAL) for path in emit.needs.facts):
        yield interpreted
        return
    doubts = doubt(layout, emit.needs)
    if doubts:
        yield f"if {doubts}: {interpreted}"
        yield "else:"
    yield from indented([*writer.lines, *_placed(writer, gesture, group)], 1 if doubts else 0)


def _placed(writer: GestureWriter, gesture: GesturePlan, group: Group) -> Iterator[str]:
    """Put the gesture where it belongs, as `options.place` does."""
    rulings = writer.rulings
    option = (
        "option = Option(); option.decision = decision",
        f"option.gesture = {gesture.id!r}; option.group = {group!r}",
    )
    kept = [*option, "doable.append(option)"]
    yield "if not marks:"
    yield from indented([*writer.approved(), *kept])
    broken, closed = rulings.mask("beyond", "hand_over", "forbidden"), rulings.mask("forbidden")
    if any(mark.outcome is None for mark in rulings.marks):
        yield f"elif not marks & {broken}:"
        yield from indented([*writer.decided(), *kept])
    if broken and group != "owed":
        yield f"elif not marks & {closed}:" if closed else "else:"
        yield from indented([*writer.decided(), *option, "over.append(option)"])


def _interpret(plan: Plan, layout: Layout, request: Request, gesture: str, group: Group, placed: Placed) -> None:
    option = Option.of(gesture, group, decide(plan, layout, request, Proposal(gesture, None)))
    place(option, placed)


def _interpreted(
    plan: Plan,
    layout: Layout,
    order: Sequence[tuple[str, Group]],
    request: Request,
    _wish: int | None,
    _raised: bool,  # noqa: FBT001
    arrange: Arrange | None,
) -> tuple[Option, ...]:
    placed: Placed = ([], [], [])
    for gesture, group in order:
        _interpret(plan, layout, request, gesture, group, placed)
    if arrange is not None:
        arrange(placed)
    lead(placed, [name for line in crossed_red_lines(plan, layout, request) for name in line.instead])
    return (*placed[0], *placed[1], *placed[2])

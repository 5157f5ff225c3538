"""Generate: makes Python functions of a plan, which answer as the interpreter does, or not at all.

A function returns None when some fact the gesture looks at is not known, or only claimed where it must be confirmed:
the caller then asks the interpreter, which knows how to say what is missing.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from geste.core.charter import expression as e
from geste.core.charter.expression import walk
from geste.core.charter.vocabulary import ASKED_AMOUNT
from geste.core.decision.decision import Decision, Option
from geste.core.decision.emit import NAMESPACE, Emitter, Needs, indented
from geste.core.decision.plan import GesturePlan, Plan, counter_of
from geste.core.decision.request import Layout, Request
from geste.core.decision.writer import GestureWriter, Role

Judge = Callable[[Request], Decision | None]
"""Judges the request's own proposal, with the amount it asks."""


def judges_of(plan: Plan, layout: Layout, role: Role) -> dict[str, Judge]:
    """Return the functions of one kind of actor, by gesture; each is written when it is first called."""
    judges: dict[str, Judge] = {}
    counters: dict[e.Given, int] = {}

    def written_when_called(gesture: GesturePlan) -> Judge:
        def write(request: Request) -> Decision | None:
            if not counters:
                counters.update(givens(plan))
            judge = judges[gesture.id] = _judge(plan, layout, role, gesture, Emitter(counters, layout.words))
            return judge(request)

        return write

    judges.update((gesture.id, written_when_called(gesture)) for gesture in plan.gestures)
    return judges


def _judge(plan: Plan, layout: Layout, role: Role, gesture: GesturePlan, emit: Emitter) -> Judge:
    writer = GestureWriter(plan, gesture, role, emit).asked()
    head = ["facts = request.facts; standing = request.standing; judged = request.proposal.amount"]
    if not gesture.amount.none or ASKED_AMOUNT in emit.needs.facts:
        head.append("if judged is None: return None")
    if doubts := doubt(layout, emit.needs):
        head.append(f"if {doubts}: return None")
    body = [
        *writer.lines,
        "if marks:",
        *indented(writer.decided()),
        "else:",
        *indented(writer.approved()),
        "return decision",
    ]
    judge: Judge = compiled(f"gesture {gesture.id}", "request", [*head, *loaded(layout, emit), *body], emit)
    return judge


def givens(plan: Plan) -> Iterator[tuple[e.Given, int]]:
    """Return every expression about history, with the counter it reads."""
    indexes = {counter: index for index, counter in enumerate(plan.counters)}
    for expression in plan.expressions():
        for part in walk(expression):
            if isinstance(part, e.Given):
                yield part, indexes[counter_of(part, plan.charter)]


def doubt(layout: Layout, needs: Needs) -> str:
    """Return the source of a test that something is not known well enough; empty if nothing is needed."""
    slots = [*layout.values, *layout.proposed]
    tests = [
        ("facts.open", _mask(slots.index(path) for path in needs.facts if path != ASKED_AMOUNT)),
        ("facts.claimed", _mask(slots.index(path) for path in needs.confirmed)),
        ("standing.doubtful", _mask(needs.counters)),
    ]
    return " or ".join(f"{name} & {mask}" for name, mask in tests if mask)


def loaded(layout: Layout, emit: Emitter) -> list[str]:
    """Return the lines that load everything the emitted source reads."""
    kinds = dict.fromkeys(place.partition("[")[0] for place in emit.standing)
    found = [f"{kind} = standing.{kind}" for kind in kinds]
    found += [f"{name} = {place}" for place, name in emit.standing.items()]
    names = {path: name for path, name in emit.locals.items() if path != ASKED_AMOUNT}
    for source, paths in (("facts.values", layout.values), ("facts.proposed", layout.proposed)):
        if any(path in names for path in paths):
            found.append(f"{', '.join(names.get(path, '_') for path in paths)}, = {source}")
    return found


def compiled(title: str, parameters: str, lines: Iterable[str], emit: Emitter) -> Any:
    """Return the function these lines are the body of."""
    source = "\n".join([f"def function({parameters}):", *indented(lines)])
    names: dict[str, object] = {**NAMESPACE, **emit.constants, "Decision": Decision, "Option": Option}
    # The source is written from a checked charter; no text of the charter reaches it but as a literal.
    exec(compile(source, f"<{title}>", "exec"), names)  # noqa: S102
    return names["function"]


def _mask(indexes: Iterable[int]) -> int:
    return sum(1 << index for index in indexes)

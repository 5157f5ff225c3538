"""Stops: which red lines a case crosses, and how what they say to do instead comes before everything else."""

from collections.abc import Collection

from geste.core.charter.expression import Expression
from geste.core.charter.syntax import RedLine
from geste.core.decision.decide import scene_of
from geste.core.decision.evaluate import evaluate
from geste.core.decision.options import Placed
from geste.core.decision.plan import Plan
from geste.core.decision.request import Layout, Request


def crossed_red_lines(plan: Plan, layout: Layout, request: Request) -> tuple[RedLine, ...]:
    """Return the red lines that what is known of the case crosses, whatever is proposed."""
    lines = plan.charter.red_lines
    return tuple(line for line in lines if line.when is not None and is_crossed(line.when, plan, layout, request))


def is_crossed(when: Expression, plan: Plan, layout: Layout, request: Request) -> bool:
    """Return whether a red line's condition is known to hold, whatever is proposed."""
    return evaluate(when, scene_of(plan, layout, request, None)) is True


def lead(placed: Placed, instead: Collection[str]) -> None:
    """Put what is to be done instead first among what may be done now, and first among the rest."""
    for options in placed:
        options.sort(key=lambda option: option.gesture not in instead)

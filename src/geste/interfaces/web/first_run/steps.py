"""Steps: the pages of the first run in order, and which answers each of them asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import pgettext

from geste.apps.charters.first_charter import TEAM

StepName = Literal["you", "vision", "trade", "room", "team", "charter"]
STEPS: tuple[StepName, ...] = ("you", "vision", "trade", "room", "team", "charter")
ASKED: dict[StepName, tuple[str, ...]] = {
    "you": ("owner", "business", "language", "place", "time_zone"),
    "vision": ("vision",),
    "trade": ("trade",),
    "room": ("currency", "case_cap", "trust_line", "envelope"),
    "team": tuple(f"{what}-{number}" for number in range(1, TEAM + 1) for what in ("name", "does")),
    "charter": (),
}
ROLE = "role-"


@dataclass(frozen=True, slots=True)
class Mark:
    """One step as the page shows where one is."""

    name: StepName
    words: str
    is_here: bool
    is_behind: bool


def asks_for(step: StepName, answer: str) -> bool:
    """Return whether a step asks for an answer. What nobody asks for belongs to the last step."""
    if answer.startswith(ROLE):
        return step == "room"
    return answer in ASKED[step]


def step_of(answers: Iterable[str]) -> StepName | None:
    """Return the first step that asks for one of these answers; none if there are none."""
    wanted = list(answers)
    if not wanted:
        return None
    return next((step for step in STEPS if any(asks_for(step, answer) for answer in wanted)), "room")


def before(step: StepName) -> StepName:
    """Return the step before, or the first one itself."""
    return STEPS[max(STEPS.index(step) - 1, 0)]


def after(step: StepName) -> StepName:
    """Return the step after, or the last one itself."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def marks(here: StepName) -> list[Mark]:
    """Return all the steps, as seen from one of them."""
    called = {
        "you": pgettext("step", "You"),
        "vision": pgettext("step", "Your vision"),
        "trade": pgettext("step", "Your trade"),
        "room": pgettext("step", "How far"),
        "team": pgettext("step", "The team"),
        "charter": pgettext("step", "Your charter"),
    }
    return [Mark(name, called[name], name == here, STEPS.index(name) < STEPS.index(here)) for name in STEPS]

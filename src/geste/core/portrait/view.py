"""View: what one set of comparable opportunities says of somebody, with the cases on both sides; for them alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geste.core.portrait.comparables import Comparables
from geste.core.portrait.difficulty import Level
from geste.core.portrait.measures import ALIKE, Measured, Tally, measure
from geste.core.portrait.opportunity import HandedOver, OwnOpportunity
from geste.core.portrait.pattern import (
    APART,
    LEAST,
    PATTERNS,
    UNUSED,
    Confidence,
    Lean,
    Pattern,
    Probabilities,
    Tail,
    called,
    leans,
    probabilities,
)
from geste.core.portrait.proportion import Interval


@dataclass(frozen=True, slots=True)
class Measure:
    """One count: how many of how many, the rate behind it with its interval, and what others would come to there."""

    name: Literal["use", "size", "experiments", "heedless"]
    cases: int
    of: int
    own: Interval
    others: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cases a call rests on: those that speak for it and those that speak against it."""

    code: str
    speaking_for: tuple[str, ...] = ()
    speaking_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What is called, how sure that is, and what it rests on.

    `difficulty` is None for cases of every difficulty. `handed_over` are cases passed on that were within the room of
    whoever passed them on. Holds figures, and so is made for the person alone: see `sharing` for others.
    """

    difficulty: Level | None
    opportunities: int
    pattern: Pattern
    confidence: Confidence | None
    probabilities: Probabilities | None
    measured: Measured | None
    leans: tuple[Lean, ...]
    evidence: tuple[Evidence, ...]
    handed_over: tuple[str, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The four counts with their intervals; none where too few cases speak."""
        return _measures(self.measured) if self.measured else ()

    @property
    def others_alike(self) -> bool:
        """Whether authority is not used, and others hardly use it there: a question for the charter, not the person."""
        return self.pattern == "not_used" and self.measured is not None and self.measured.use.others < UNUSED + APART

    @property
    def tails(self) -> frozenset[Tail]:
        """Which tails are worth a talk; the same talk for both."""
        lying = {tail for tail, patterns in PATTERNS.items() if self.pattern in patterns}
        return frozenset(lying | {lean.tail for lean in self.leans})


def view(own: Sequence[OwnOpportunity], others: Comparables, level: Level | None = None) -> View:
    """Return what opportunities that `others` cover say of somebody."""
    handed_over = tuple(one.case for one in own if isinstance(one.opportunity.deed, HandedOver))
    if len(own) < LEAST:
        return View(level, len(own), "not_enough_yet", None, None, None, (), (), handed_over)
    measured = measure(own, others)
    found = probabilities(measured)
    pattern, confidence = called(found, len(own))
    return View(
        difficulty=level,
        opportunities=len(own),
        pattern=pattern,
        confidence=confidence,
        probabilities=found,
        measured=measured,
        leans=leans(measured),
        evidence=_evidence(pattern, measured),
        handed_over=handed_over,
    )


def _measures(measured: Measured) -> tuple[Measure, ...]:
    use, sizes, trying, heedless = (
        measured.used_in,
        measured.sizes_in,
        measured.experiments_in,
        measured.heedless_in,
    )
    return (
        Measure("use", len(use.cases), use.of, measured.use.interval(), measured.use.others),
        Measure("size", len(sizes.cases), sizes.of, measured.size.interval(), ALIKE),
        Measure(
            "experiments", len(trying.cases), trying.of, measured.experiments.interval(), measured.others_experiments
        ),
        Measure("heedless", len(heedless.cases), heedless.of, measured.heedless.interval(), measured.others_heedless),
    )


def _evidence(pattern: Pattern, measured: Measured) -> tuple[Evidence, ...]:
    """Both sides of what the pattern was called for; of use and size where nothing apart was found."""
    match pattern:
        case "experimenting":
            return (_for("evidence.experiments", measured.experiments_in),)
        case "reckless":
            return (_for("evidence.heedless", measured.heedless_in),)
        case "not_used" | "sparing":
            return (_against("evidence.not_used", measured.used_in), _against("evidence.smaller", measured.sizes_in))
        case _:
            return (_for("evidence.used", measured.used_in), _for("evidence.larger", measured.sizes_in))


def _for(code: str, tally: Tally) -> Evidence:
    return Evidence(code, tally.cases, tally.others)


def _against(code: str, tally: Tally) -> Evidence:
    return Evidence(code, tally.others, tally.cases)

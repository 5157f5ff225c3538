"""Pattern: which of the five ways to use one's room is likely, from four measures; and not enough yet otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geste.core.portrait.measures import Measured, Tally

Pattern = Literal["not_used", "sparing", "steady", "experimenting", "reckless", "not_enough_yet"]
Confidence = Literal["fair", "good", "high"]
Tail = Literal["too_little", "too_much"]

PATTERNS: Mapping[Tail, frozenset[Pattern]] = {
    "too_little": frozenset({"not_used", "sparing"}),
    "too_much": frozenset({"reckless"}),
}
"""Which patterns lie in which tail; both tails lead to the same talk."""

LEAST = 12
"""With fewer comparable opportunities nothing is called."""

UNUSED = 0.08
"""Below this rate of use, authority is not used."""

APART = 1 / 6
"""How far a rate of use lies from what others would do before it is called less, or more."""

SMALLER = 0.30
"""Gifts are called smaller when fewer than this part of others' gifts are smaller still; larger is its mirror."""

MORE_EXPERIMENTS = 0.15
"""How many more of one's gifts than of others' are experiments in somebody who experiments."""

MORE_HEEDLESS = 0.25
"""How many more of one's gifts than of others' are heedless in somebody reckless."""

LEAST_GIFTS = 4
"""With fewer gifts nothing is said of how somebody gives, only of how often."""

MANY = 40
"""From so many comparable opportunities on, it is enough that a pattern is likelier than not."""

CALLED = 0.50
"""A pattern is called when it is likelier than all the others together; with fewer cases, when confidence is good."""

GOOD, HIGH = 0.80, 0.95
"""From these probabilities on, confidence is good, and high. A lean is told when it is good."""

SHOWN, UNLIKELY = 0.90, 0.30
"""Harder cases stand apart where a tail shows in them this probably, and in the easier ones at most this probably."""


@dataclass(frozen=True, slots=True)
class Probabilities:
    """How probable each pattern is. They come to one."""

    not_used: float
    sparing: float
    steady: float
    experimenting: float
    reckless: float

    def likeliest(self) -> tuple[Pattern, float]:
        """Return the most probable pattern, and how probable it is.

        Not used and sparing count together, as they differ by degrees: the likelier one is named for both.
        """
        little: Pattern = "not_used" if self.not_used > self.sparing else "sparing"
        told: tuple[tuple[Pattern, float], ...] = (
            ("steady", self.steady),
            (little, self.not_used + self.sparing),
            ("experimenting", self.experimenting),
            ("reckless", self.reckless),
        )
        return max(told, key=lambda pair: pair[1])


@dataclass(frozen=True, slots=True)
class Lean:
    """One way in which somebody gives less, or more, than others in comparable situations: how often, or how much."""

    tail: Tail
    measure: Literal["use", "size"]


def probabilities(measured: Measured) -> Probabilities:
    """Return how probable each pattern is.

    The four measures are taken one after another: whoever is heedless is called that first, then whoever does not use
    their room, then whoever experiments, then whoever gives less often or gives less. Whoever is left is steady.
    """
    reckless = _known(measured.heedless_in, measured.heedless.above(measured.others_heedless + MORE_HEEDLESS))
    unused = measured.use.below(UNUSED)
    seldom = max(0.0, measured.use.below(measured.use.others - APART) - unused)
    little = _known(measured.sizes_in, measured.size.below(SMALLER))
    trying = _known(measured.experiments_in, measured.experiments.above(measured.others_experiments + MORE_EXPERIMENTS))
    sparing = seldom + (1 - unused - seldom) * little
    return Probabilities(
        reckless=reckless,
        not_used=(1 - reckless) * unused,
        experimenting=(1 - reckless) * (1 - unused) * trying,
        sparing=(1 - reckless) * (1 - trying) * sparing,
        steady=(1 - reckless) * (1 - trying) * (1 - unused - sparing),
    )


def shows(tail: Tail, measured: Measured) -> float:
    """Return how probable it is that a tail shows in what somebody does, whatever the size of what they give.

    Hard cases are avoided by giving less often there, and by nothing else.
    """
    if tail == "too_much":
        return probabilities(measured).reckless
    return measured.use.below(max(UNUSED, measured.use.others - APART))


def _known(gifts: Tally, probability: float) -> float:
    return probability if gifts.of >= LEAST_GIFTS else 0.0


def called(found: Probabilities, opportunities: int) -> tuple[Pattern, Confidence | None]:
    """Return the pattern that is probable enough for so many opportunities; not enough yet where none is."""
    pattern, probability = found.likeliest()
    if opportunities < LEAST or probability < (CALLED if opportunities >= MANY else GOOD):
        return "not_enough_yet", None
    if probability >= HIGH:
        return pattern, "high"
    return pattern, "good" if probability >= GOOD else "fair"


def leans(measured: Measured) -> tuple[Lean, ...]:
    """Return where somebody gives less or more than others, both told by the same yardstick turned round."""
    use, size = measured.use, measured.size
    told = (
        (use.below(use.others - APART), Lean("too_little", "use")),
        (1 - use.below(use.others + APART), Lean("too_much", "use")),
        (_known(measured.sizes_in, size.below(SMALLER)), Lean("too_little", "size")),
        (_known(measured.sizes_in, size.above(1 - SMALLER)), Lean("too_much", "size")),
    )
    return tuple(lean for probability, lean in told if probability >= GOOD)

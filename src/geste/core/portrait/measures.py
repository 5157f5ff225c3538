"""Measures: the four counts a portrait rests on, each beside what comparable opportunities lead one to expect."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geste.core.portrait.comparables import LEAST_RATE, Comparables, is_experiment
from geste.core.portrait.opportunity import Given, OwnOpportunity, Situation
from geste.core.portrait.proportion import Beta, shrunken
from geste.core.portrait.use import UsePosterior, use_posterior

START_WEIGHT = 2.0
"""How many cases the starting point weighs: one begins as others are, and is told apart by what one does."""


ALIKE = 0.5
"""Of others' gifts, half are smaller than one that is like them."""


PLACE_WEIGHT = 3
"""How many answers of yes or no a place among others is worth: places vary by 1/12, yes and no by 1/4."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of somebody's cases, and which: those that count for it, and those that count against."""

    cases: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def of(self) -> int:
        """How many cases there are in all."""
        return len(self.cases) + len(self.others)


@dataclass(frozen=True, slots=True)
class Measured:
    """What somebody did in comparable opportunities, at least one of them, and what others would have done there.

    Use: in how many authority was used. Size: what part of others' gifts in the same situation are smaller than one's
    own, on average (Mann and Whitney's measure of one being larger than another). Experiments: how many gifts were of a
    kind rarely given, inside the charter. Heedless: how many crossed a red line or went far above others without regard
    to the case, of those where that can be told.
    """

    use: UsePosterior
    size: Beta
    experiments: Beta
    others_experiments: float
    heedless: Beta
    others_heedless: float
    used_in: Tally
    sizes_in: Tally
    experiments_in: Tally
    heedless_in: Tally

    @property
    def opportunities(self) -> int:
        """How many comparable opportunities there were."""
        return self.used_in.of


def measure(own: Sequence[OwnOpportunity], others: Comparables) -> Measured:
    """Return the four measures of opportunities that `others` cover."""
    gifts = [_Gift(one.case, one.opportunity.situation, deed) for one in own if (deed := _given(one)) is not None]
    used = _split((one.case, _given(one) is not None) for one in own)
    sizes = [(gift.case, size) for gift in gifts if (size := _size(gift, others)) is not None]
    experiments = _split((gift.case, is_experiment(gift.given)) for gift in gifts)
    heedless = _split(
        (gift.case, told) for gift in gifts if (told := others.is_heedless(gift.given, gift.situation)) is not None
    )
    expected = _average([others.rare[gift.situation] for gift in gifts], LEAST_RATE)
    return Measured(
        use=use_posterior(len(used.cases), [others.odds_of_use(one.opportunity) for one in own]),
        size=_places([size for _, size in sizes]),
        experiments=_posterior(experiments, expected),
        others_experiments=expected,
        heedless=_posterior(heedless, others.heedless),
        others_heedless=others.heedless,
        used_in=used,
        sizes_in=_split((case, size > ALIKE) for case, size in sizes),
        experiments_in=experiments,
        heedless_in=heedless,
    )


@dataclass(frozen=True, slots=True)
class _Gift:
    case: str
    situation: Situation
    given: Given


def _given(one: OwnOpportunity) -> Given | None:
    deed = one.opportunity.deed
    return deed if isinstance(deed, Given) else None


def _split(told: Iterable[tuple[str, bool]]) -> Tally:
    listed = list(told)
    return Tally(tuple(case for case, holds in listed if holds), tuple(case for case, holds in listed if not holds))


def _size(gift: _Gift, others: Comparables) -> float | None:
    """What part of others' gifts are smaller than this one; None where there is nothing to compare."""
    sizes = others.sizes.get(gift.situation)
    return None if gift.given.share is None or sizes is None else sizes.smaller_than(gift.given.share)


def _places(sizes: Sequence[float]) -> Beta:
    return shrunken(PLACE_WEIGHT * sum(sizes), PLACE_WEIGHT * len(sizes), ALIKE, START_WEIGHT)


def _posterior(tally: Tally, towards: float) -> Beta:
    return shrunken(len(tally.cases), tally.of, towards, START_WEIGHT)


def _average(rates: Sequence[float], otherwise: float) -> float:
    return sum(rates) / len(rates) if rates else otherwise

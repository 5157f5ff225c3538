"""Comparables: what others did in the same situations, as far as enough people and cases stand behind it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from math import exp, log
from statistics import median, quantiles

from geste.core.portrait.difficulty import Level, difficulty
from geste.core.portrait.opportunity import Given, Opportunity, PeerGroup, Severity, Situation, is_choice

LEAST_PEOPLE = 5
"""With fewer people behind a situation it is not told what they did."""

LEAST_OPPORTUNITIES = 10
"""With fewer opportunities a situation is not compared."""

LEAST_SIZES = 10
"""With fewer gifts that have a size, sizes are not compared."""

WEIGHT = 8.0
"""How many cases the average weighs when a rate of few cases is drawn towards it."""

LEAST_RATE = 0.01
"""Of what nobody did yet, one case in a hundred is expected."""

TWO_GRADES_GRAVER: Mapping[Severity, Severity] = {"small": "ruined", "spoiled": "danger"}


@dataclass(frozen=True, slots=True)
class Sizes:
    """What part of the room others took in one situation, in percent, rising; and the ninth decile of it."""

    shares: tuple[int, ...]
    ninth_decile: float

    def smaller_than(self, share: int) -> float:
        """Return what part of others' gifts are smaller than this; equal ones count half."""
        return (bisect_left(self.shares, share) + bisect_right(self.shares, share)) / (2 * len(self.shares))


@dataclass(slots=True)
class _Tally:
    """Opportunities counted: how many, and in how many authority was used."""

    met: int = 0
    used: int = 0

    def log_odds(self) -> float:
        return log((self.used + 0.5) / (self.met - self.used + 0.5))

    def towards(self, log_odds: float) -> float:
        """The rate as log-odds, drawn towards another by the weight of a few cases."""
        rate = (self.used + WEIGHT / (1 + exp(-log_odds))) / (self.met + WEIGHT)
        return log(rate / (1 - rate))


@dataclass(frozen=True, slots=True)
class Comparables:
    """What to expect of somebody in a situation of some difficulty, going by what others did there."""

    log_odds: Mapping[tuple[Situation, Level], float]
    sizes: Mapping[Situation, Sizes]
    rare: Mapping[Situation, float]
    typical: Mapping[Severity, float]
    heedless: float = LEAST_RATE

    def covers(self, opportunity: Opportunity) -> bool:
        """Return whether there is enough to compare this opportunity with."""
        return _key(opportunity) in self.log_odds

    def odds_of_use(self, opportunity: Opportunity) -> float:
        """Return the log-odds that others use authority in such an opportunity, which must be covered."""
        return self.log_odds[_key(opportunity)]

    def is_heedless(self, given: Given, situation: Situation) -> bool | None:
        """Return whether a gift crosses a red line, or goes far above others without regard to the case.

        Far above is beyond the charter, or more of the room than nine in ten took in the same situation. Without regard
        is with the root issue left open, or as much as others typically give where the failure is two grades graver.
        None is a gift of which that cannot be told: it has no size, or it cures a grave failure whose root issue is
        settled, for which no gift is too large.
        """
        if given.red_line:
            return True
        sizes, graver = self.sizes.get(situation), self._typical_two_grades_graver(situation.severity)
        if given.share is None or sizes is None or (graver is None and not given.root_issue_open):
            return None
        far_above = given.beyond_charter or given.share > sizes.ninth_decile
        return far_above and (given.root_issue_open or (graver is not None and given.share >= graver))

    def _typical_two_grades_graver(self, severity: Severity) -> float | None:
        graver = TWO_GRADES_GRAVER.get(severity)
        return None if graver is None else self.typical.get(graver)


def comparables(groups: Iterable[PeerGroup]) -> Comparables:
    """Return what to expect, from groups that hold nothing of the person the portrait is for.

    Groups of too few people count for nothing, not even in averages.
    """
    chosen = [_choices(group) for group in groups if group.people >= LEAST_PEOPLE]
    enough = {lived[0].situation: lived for lived in chosen if len(lived) >= LEAST_OPPORTUNITIES}
    found = Comparables(
        log_odds=_log_odds(enough),
        sizes={situation: sizes for situation, lived in enough.items() if (sizes := _sizes(lived)) is not None},
        rare=_rare(enough),
        typical=_typical(enough),
    )
    return replace(found, heedless=_heedless(found, enough))


def _choices(group: PeerGroup) -> tuple[Opportunity, ...]:
    return tuple(lived for lived in group.opportunities if is_choice(lived.deed))


def _key(opportunity: Opportunity) -> tuple[Situation, Level]:
    return opportunity.situation, difficulty(opportunity.situation.severity, opportunity.signals).level


def _log_odds(enough: Mapping[Situation, tuple[Opportunity, ...]]) -> dict[tuple[Situation, Level], float]:
    """The log-odds of use for each situation and level that occurs.

    A cell of few cases is drawn towards what its situation and its level would make together if each only added to the
    log-odds of all; a situation of few cases is drawn towards all.
    """
    everything = _Tally()
    situations: dict[Situation, _Tally] = {}
    levels: dict[Level, _Tally] = {}
    cells: dict[tuple[Situation, Level], _Tally] = {}
    for lived in chain.from_iterable(enough.values()):
        situation, level = key = _key(lived)
        for tally in (
            everything,
            situations.setdefault(situation, _Tally()),
            levels.setdefault(level, _Tally()),
            cells.setdefault(key, _Tally()),
        ):
            tally.met += 1
            tally.used += isinstance(lived.deed, Given)
    return {
        (situation, level): tally.towards(
            situations[situation].towards(everything.log_odds()) + levels[level].log_odds() - everything.log_odds()
        )
        for (situation, level), tally in cells.items()
    }


def _gifts(lived: Iterable[Opportunity]) -> list[Given]:
    return [one.deed for one in lived if isinstance(one.deed, Given)]


def _sizes(lived: Iterable[Opportunity]) -> Sizes | None:
    shares = sorted(given.share for given in _gifts(lived) if given.share is not None)
    if len(shares) < LEAST_SIZES:
        return None
    return Sizes(tuple(shares), quantiles(shares, n=10, method="inclusive")[-1])


def _rare(enough: Mapping[Situation, tuple[Opportunity, ...]]) -> dict[Situation, float]:
    given = {situation: _gifts(lived) for situation, lived in enough.items()}
    everything = list(chain.from_iterable(given.values()))
    average = max(LEAST_RATE, _share_of_rare(everything, LEAST_RATE))
    return {situation: _share_of_rare(gifts, average) for situation, gifts in given.items()}


def _share_of_rare(gifts: list[Given], towards: float) -> float:
    return (sum(is_experiment(given) for given in gifts) + WEIGHT * towards) / (len(gifts) + WEIGHT)


def is_experiment(given: Given) -> bool:
    """Return whether a gift tried something seldom tried, inside the charter."""
    return given.rare_kind and not given.beyond_charter and not given.red_line


def _typical(enough: Mapping[Situation, tuple[Opportunity, ...]]) -> dict[Severity, float]:
    shares: dict[Severity, list[int]] = {}
    for situation, lived in enough.items():
        sized = [given.share for given in _gifts(lived) if given.share is not None]
        shares.setdefault(situation.severity, []).extend(sized)
    return {severity: median(found) for severity, found in shares.items() if len(found) >= LEAST_SIZES}


def _heedless(found: Comparables, enough: Mapping[Situation, tuple[Opportunity, ...]]) -> float:
    told = [found.is_heedless(given, situation) for situation, lived in enough.items() for given in _gifts(lived)]
    known = [heedless for heedless in told if heedless is not None]
    return max(LEAST_RATE, sum(known) / len(known)) if known else LEAST_RATE

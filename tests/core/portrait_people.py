"""People made up for the portrait: companies, what their people meet, and how each of them uses their room.

Who meets what differs from person to person: touchpoints, how grave cases are, and what else makes them hard.
Colleagues are no ideal: among those one is compared with are people of every habit. What is drawn here is what
docs/explanation/portrait.md says is drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, product
from math import exp
from random import Random
from typing import get_args

from geste.core.portrait.comparables import Comparables, comparables
from geste.core.portrait.difficulty import HIGH_FROM, SEVERITY_WEIGHT, Level, difficulty
from geste.core.portrait.opportunity import (
    Deed,
    Given,
    HandedOver,
    HandoverCause,
    NotGiven,
    Opportunity,
    OwnOpportunity,
    PeerGroup,
    Severity,
    Signals,
    Situation,
    is_choice,
)

TOUCHPOINTS = ("phone", "chat", "counter", "mail")
LOSSES = ("money", "time", "product")
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
HOW_OFTEN: dict[Severity, float] = {"small": 0.40, "spoiled": 0.35, "ruined": 0.20, "danger": 0.05}
TYPICAL_SHARE: dict[Severity, int] = {"small": 20, "spoiled": 40, "ruined": 60, "danger": 80}
COLLEAGUES = 40
CASES_EACH = 60


@dataclass(frozen=True)
class Habit:
    """How somebody uses their room.

    `use` is added to the log-odds of anybody in the same case and `size` multiplies what is typical; `flat` is how many
    gifts take three quarters of the room or more, whatever the case. The rest are rates among gifts.
    """

    use: float = 0.0
    size: float = 1.0
    most_used: float = 1.0
    rare: float = 0.06
    root_open: float = 0.05
    red_line: float = 0.002
    flat: float = 0.0
    hard_use: float = 0.0


@dataclass(frozen=True)
class Mix:
    """What somebody meets: weights of situations, summed up, and how often each sign of difficulty comes with them."""

    situations: list[Situation]
    summed_weights: list[float]
    signs: float


@dataclass
class Company:
    """A place with its own level of giving by touchpoint and loss, and colleagues to be compared with."""

    random: Random
    levels: dict[str, float] = field(init=False)
    others: Comparables = field(init=False)

    def __post_init__(self) -> None:
        self.levels = {name: self.random.gauss(0, 0.35) for name in (*TOUCHPOINTS, *LOSSES)}
        self.others = comparables(self._groups())

    def _groups(self) -> list[PeerGroup]:
        lived: dict[Situation, list[tuple[int, Opportunity]]] = {}
        for number in range(COLLEAGUES):
            habit, mix = ordinary_habit(self.random), self.mix()
            for _ in range(CASES_EACH):
                one = self.live(habit, mix)
                lived.setdefault(one.situation, []).append((number, one))
        return [
            PeerGroup(len({number for number, _ in listed}), tuple(one for _, one in listed))
            for listed in lived.values()
        ]

    def mix(self) -> Mix:
        """Return what one person meets."""
        tilt = self.random.gauss(0, 0.5)
        touch = {name: self.random.gammavariate(1.5, 1) for name in TOUCHPOINTS}
        situations = [Situation(*key) for key in product(TOUCHPOINTS, SEVERITIES, LOSSES)]
        weights = [
            touch[at.touchpoint] * HOW_OFTEN[at.severity] * exp(tilt * SEVERITIES.index(at.severity))
            for at in situations
        ]
        return Mix(situations, list(accumulate(weights)), self.random.uniform(0.08, 0.30))

    def live(self, habit: Habit, mix: Mix) -> Opportunity:
        """Return one opportunity as somebody meets it, and what they do."""
        situation = self.random.choices(mix.situations, cum_weights=mix.summed_weights)[0]
        signals = Signals(*(self.random.random() < mix.signs for _ in range(4)))
        return Opportunity(situation, signals, self._deed(habit, situation, signals))

    def _deed(self, habit: Habit, situation: Situation, signals: Signals) -> Deed:
        if self.random.random() < 0.06:
            return HandedOver(self.random.choice(("customer_wish", "beyond_cap", "overload")))
        if self.random.random() < self.chance(habit, situation, signals):
            return self._gift(habit, situation)
        if self.random.random() < 0.35:
            causes: tuple[HandoverCause, ...] = ("did_not_know", "second_failure")
            return HandedOver(self.random.choice(causes))
        return NotGiven(self.random.choice(("refused", "refused", "deflected")))

    def chance(self, habit: Habit, situation: Situation, signals: Signals) -> float:
        """Return how likely somebody is to give in such a case."""
        grade = SEVERITIES.index(situation.severity)
        signs = len(difficulty("small", signals).reasons)
        felt = self.random.gauss(SEVERITY_WEIGHT[situation.severity] + signs, 0.5)
        odds = 0.8 + self.levels[situation.touchpoint] + self.levels[situation.loss] + 0.2 * grade - 0.3 * signs
        hard = habit.hard_use if felt >= HIGH_FROM - 0.5 else 0.0
        return min(habit.most_used, 1 / (1 + exp(-(odds + habit.use + hard))))

    def _gift(self, habit: Habit, situation: Situation) -> Given:
        beyond = self.random.random() < 0.03
        return Given(
            share=None if self.random.random() < 0.2 else self._share(habit, situation, beyond),
            beyond_charter=beyond,
            red_line=self.random.random() < habit.red_line,
            rare_kind=self.random.random() < habit.rare,
            root_issue_open=self.random.random() < habit.root_open,
        )

    def _share(self, habit: Habit, situation: Situation, beyond: bool) -> int:
        if beyond:
            return self.random.randrange(105, 150, 5)
        if self.random.random() < habit.flat:
            return self.random.randrange(75, 105, 5)
        drawn = self.random.gauss(TYPICAL_SHARE[situation.severity] * habit.size, 12 * min(1.0, habit.size))
        return min(100, max(5, 5 * round(drawn / 5)))

    def person(self, habit: Habit, opportunities: int) -> list[OwnOpportunity]:
        """Return what somebody lived until so many opportunities can be compared, the others included."""
        mix, lived, comparable = self.mix(), [], 0
        while comparable < opportunities:
            one = self.live(habit, mix)
            comparable += self.is_comparable(one)
            lived.append(one)
        return numbered(lived)

    def person_with(self, habit: Habit, wanted: dict[Level, int]) -> list[OwnOpportunity]:
        """Return so many comparable opportunities of each difficulty, and no others."""
        mix, lived, missing = self.mix(), [], dict(wanted)
        while any(missing.values()):
            one = self.live(habit, mix)
            level = difficulty(one.situation.severity, one.signals).level
            if missing.get(level, 0) and self.is_comparable(one):
                missing[level] -= 1
                lived.append(one)
        return numbered(lived)

    def is_comparable(self, one: Opportunity) -> bool:
        return is_choice(one.deed) and self.others.covers(one)


def numbered(lived: list[Opportunity]) -> list[OwnOpportunity]:
    return [OwnOpportunity(f"C-{number}", one) for number, one in enumerate(lived, 1)]


def not_used(random: Random) -> Habit:
    return Habit(most_used=random.uniform(0.0, 0.03))


def sparing(random: Random) -> Habit:
    if random.random() < 0.5:
        return Habit(use=random.gauss(-1.75, 0.2), size=random.uniform(0.7, 1.0))
    return Habit(use=random.gauss(-0.3, 0.2), size=random.uniform(0.30, 0.45))


def steady(random: Random) -> Habit:
    return Habit(use=random.gauss(0, 0.25), size=random.gauss(1.0, 0.08))


def experimenting(random: Random) -> Habit:
    return Habit(use=random.gauss(0.2, 0.25), size=random.gauss(1.0, 0.1), rare=random.uniform(0.40, 0.65))


def reckless(random: Random) -> Habit:
    return Habit(use=random.gauss(0.9, 0.25), flat=random.uniform(0.6, 1.0), root_open=0.4, red_line=0.04)


PROFILES: dict[str, Callable[[Random], Habit]] = {
    "not_used": not_used,
    "sparing": sparing,
    "steady": steady,
    "experimenting": experimenting,
    "reckless": reckless,
}


def generous(random: Random) -> Habit:
    """Gives often, and more of the room than others, and more still the graver the failure is."""
    return Habit(use=random.gauss(1.3, 0.2), size=random.uniform(1.5, 1.8))


def avoider(random: Random) -> Habit:
    """Steady in easy cases; gives next to nothing in hard ones, and hands many of them on."""
    return Habit(use=random.gauss(0, 0.25), size=random.gauss(1.0, 0.08), hard_use=-4.5)


def ordinary_habit(random: Random) -> Habit:
    """Return how a colleague uses their room: most steadily, some in each of the other ways."""
    name = random.choices(tuple(PROFILES), (6, 12, 68, 11, 3))[0]
    return PROFILES[name](random)

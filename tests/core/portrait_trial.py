"""The portrait tried on people made up: how often each is called what. Run as a module, it writes the figures anew.

A call is what the portrait says first. It is wrong when its pattern is not that of the profile or "not enough yet", and
when it speaks of cases of one difficulty only, while the person is the same in all.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from random import Random

from geste.core.portrait.opportunity import OwnOpportunity
from geste.core.portrait.portrait import Portrait, portrait
from tests.core.portrait_people import PROFILES, Company, Habit, avoider, generous

FIGURES = Path(__file__).with_name("portrait_figures.md")
CALLS = ("not_used", "sparing", "steady", "experimenting", "reckless", "not_enough_yet", "some cases only")
EVERYBODY: dict[str, Callable[[Random], Habit]] = {**PROFILES, "generous": generous, "avoider": avoider}
PEOPLE_IN_A_COMPANY = 50
SEEDS = (101, 102, 103)
"""None of them was looked at while lines and profiles were drawn."""
OTHER_NUMBERS = (12, 20, 80)
EFFECTS = (0.0, -0.4, -0.8, -1.2, -1.6, -2.0)


@dataclass(frozen=True)
class Trial:
    """So many people of a profile who met so many comparable opportunities, with a seed that fixes everything."""

    name: str
    people: int
    opportunities: int = 40
    seed: int = 1

    def portraits(self) -> list[Portrait]:
        return list(_portraits(self))

    def lived(self, company: Company, random: Random) -> list[OwnOpportunity]:
        if self.name == "avoider":
            return company.person_with(avoider(random), {"low": 60, "high": 16})
        if self.name.startswith("use "):
            return company.person(Habit(use=float(self.name.removeprefix("use "))), self.opportunities)
        return company.person(EVERYBODY[self.name](random), self.opportunities)

    def calls(self) -> Counter[str]:
        return Counter(call_of(one) for one in self.portraits())


@cache
def _portraits(trial: Trial) -> tuple[Portrait, ...]:
    """Return what each of them is told; asked again, it is the same."""
    random = Random(f"{trial.name}/{trial.opportunities}/{trial.seed}")
    found = []
    for number in range(trial.people):
        if number % PEOPLE_IN_A_COMPANY == 0:
            company = Company(random)
        found.append(portrait(trial.lived(company, random), company.others))
    return tuple(found)


def call_of(found: Portrait) -> str:
    return "some cases only" if found.named else found.overall.pattern


def wrong(name: str, calls: Counter[str]) -> int:
    return calls.total() - calls[name]


def covered(people: int) -> int:
    """Return for how many steady people the interval of use holds their true rate in the cases they met."""
    random, hits = Random("coverage"), 0
    for number in range(people):
        if number % PEOPLE_IN_A_COMPANY == 0:
            company = Company(random)
        habit = PROFILES["steady"](random)
        lived = company.person(habit, 40)
        counted = [one.opportunity for one in lived if company.is_comparable(one.opportunity)]
        true = sum(company.chance(habit, one.situation, one.signals) for one in counted) / len(counted)
        interval = portrait(lived, company.others).overall.measures[0].own
        hits += interval.low <= true <= interval.high
    return hits


def called_row(trial: Trial) -> str:
    """Return a row of calls: who, with how many opportunities, called what, how many wrong."""
    calls = trial.calls()
    cells = [trial.name, trial.opportunities, trial.seed, *(calls[call] for call in CALLS), wrong(trial.name, calls)]
    return row([*cells, trial.people])


def effect_row(trial: Trial) -> str:
    calls = trial.calls()
    return row([trial.name.removeprefix("use "), *(calls[call] for call in CALLS), trial.people])


def tails_row(trial: Trial) -> str:
    found = trial.portraits()
    tails = Counter(tail for one in found for tail in one.overall.tails)
    named = sum(one.headline.difficulty == "high" for one in found)
    return row([trial.name, tails["too_little"], tails["too_much"], named, trial.people])


def coverage_row(people: int) -> str:
    return row(["steady", covered(people), people])


def row(cells: list[object]) -> str:
    return "| " + " | ".join(str(cell).replace("_", " ") for cell in cells) + " |"


def heading(title: str, columns: list[str]) -> list[str]:
    return ["", f"## {title}", "", row([*columns]), "| " + " | ".join("---" for _ in columns) + " |"]


AT_FORTY = [Trial(name, 1000, seed=seed) for seed in SEEDS for name in PROFILES]
AT_OTHERS = [Trial(name, 300, number) for number in OTHER_NUMBERS for name in PROFILES]
IN_BETWEEN = [Trial(f"use {effect}", 300) for effect in EFFECTS]
TAILS = [Trial(name, 300, seed=4) for name in ("sparing", "steady", "generous", "avoider")]


def figures() -> str:
    """Return every table, worked out anew."""
    called = ["who they are", "opportunities", "seed", *(call.replace("_", " ") for call in CALLS), "wrong", "people"]
    shift = ["log-odds of use", *(call.replace("_", " ") for call in CALLS), "people"]
    with Pool(2) as pool:
        lines = ["# How the portrait does on people made up"]
        lines += heading("At forty opportunities", called) + pool.map(called_row, AT_FORTY, 1)
        lines += heading("At other numbers", called) + pool.map(called_row, AT_OTHERS, 1)
        lines += heading("In between", shift) + pool.map(effect_row, IN_BETWEEN, 1)
        columns = ["who they are", "told: too little", "told: too much", "hard cases named first", "people"]
        lines += heading("Both tails, and hard cases", columns) + pool.map(tails_row, TAILS, 1)
        lines += heading("The interval of use", ["who they are", "true rate inside", "people"])
        lines += pool.map(coverage_row, [300])
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FIGURES.write_text(figures(), encoding="utf-8")

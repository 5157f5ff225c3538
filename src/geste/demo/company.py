"""Company: one of the demonstration's businesses: its people, its charter, its cases and its life."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Literal
from zoneinfo import ZoneInfo

from geste.apps.people.services.welcome_user import Newcomer
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import Text
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.demo.learning import Learned
from geste.demo.names import SEED, WEEKS
from geste.demo.promising import Promised
from geste.demo.simulation.days import WEEK
from geste.demo.simulation.life import Life, Setting, Tables, simulate
from geste.demo.story import Proposed, ToldCase

EFFECTIVE = re.compile(r"^effective: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that a visitor may play: whose shoes they step into, what that person does, what to try first."""

    plays: Literal["agent", "supervisor", "owner"]
    username: str
    does: Text
    first: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company. `id` is what the command line calls it, `charter_id` what its charter does, `trade` says what it is.

    `cases` are told by hand; the open ones wait tonight. `proof` is what the demonstration's own check gives, on the
    case of that reference. `effective` is since when the charter has been in force, if not since what it says.
    """

    id: str
    charter_id: str
    trade: Text
    time_zone: str
    steward: str
    people: tuple[Newcomer, ...]
    parts: tuple[Part, ...]
    cases: tuple[ToldCase, ...]
    tables: Tables
    proof: tuple[str, Proposed]
    promised: Promised
    learned: Learned
    effective: date | None = None

    @property
    def first_person(self) -> str:
        """Return in whose shoes a visitor comes in."""
        return self.parts[0].username


def charter_text(company: Company) -> str:
    """Return the text of a company's charter."""
    text = (resources.files("geste.demo") / company.id / "charter.yaml").read_text(encoding="utf-8")
    return text if company.effective is None else EFFECTIVE.sub(f"effective: {company.effective}", text)


def charter_of(company: Company) -> Charter:
    """Return a company's charter."""
    return _prepared(charter_text(company)).charter


@cache
def _prepared(text: str) -> PreparedCharter:
    charter = read_charter(text).charter
    assert charter is not None, "the demonstration's charters are sound"
    return prepare(charter)


def life_of(company: Company, *, seed: int = SEED, weeks: int = WEEKS, looked_on: int = 0) -> Life:
    """Return the weeks that led to tonight, and so many before them in which people looked on."""
    prepared = _prepared(charter_text(company))
    setting = Setting(prepared, company.people, ZoneInfo(company.time_zone), company.cases)
    life = simulate(setting, company.tables, seed=seed, weeks=weeks)
    if not looked_on:
        return life
    midnight = setting.tonight.replace(hour=0, minute=0, second=0, microsecond=0)
    first_day = midnight - timedelta(days=weeks * WEEK - 1)
    alone = replace(setting, told=())
    before = simulate(alone, company.tables, seed=-seed - 1, weeks=looked_on, until=first_day)
    # They are other people than those who come later, whatever they are called.
    return replace(life, looked_on=tuple(replace(told, customer=f"before-{told.customer}") for told in before.cases))

"""What tests of the demonstration share: the three companies, and short lives of them.

Pytest reads this file before Django is ready, so companies are imported where they are used.
"""

from functools import cache
from typing import TYPE_CHECKING

import pytest

from geste.demo.names import NAMES

if TYPE_CHECKING:
    from geste.demo.company import Company
    from geste.demo.simulation.life import Life


@pytest.fixture(params=NAMES)
def company(request: pytest.FixtureRequest) -> "Company":
    """Return each company in turn."""
    from geste.demo.companies import COMPANIES

    return COMPANIES[request.param]


@cache
def whole_life(name: str, seed: int) -> "Life":
    """Return twelve weeks of a company, made once however many tests look at them."""
    from geste.demo.companies import COMPANIES
    from geste.demo.company import life_of

    return life_of(COMPANIES[name], seed=seed)


@pytest.fixture
def life(company: "Company") -> "Life":
    """Return the twelve weeks of the company that the demonstration tells."""
    from geste.demo.names import SEED

    return whole_life(company.id, SEED)

"""What tests of the doors share: a charter in force, somebody who has signed in, a case to work on.

Pytest reads this file before Django is ready, so rows and their builders are imported where they are used.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

    from geste.apps.base.actor import Actor
    from geste.apps.cases.models import Case
    from geste.apps.people.models import User


@pytest.fixture
def user(db: None) -> "User":
    from tests.make import make_charter, make_user

    make_charter()
    return make_user()


@pytest.fixture
def agent(user: "User") -> "Actor":
    from geste.apps.people.selectors import actor_for

    return actor_for(user)


@pytest.fixture
def case(agent: "Actor") -> "Case":
    from tests.make import make_case

    return make_case(agent, reference="C-1", facts={"stay": {"price": "390"}})


@pytest.fixture
def visitor(user: "User") -> "Client":
    """Return a browser in which `user` has signed in."""
    from django.test import Client

    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def demo(settings: "Settings") -> None:
    """Make this installation a demonstration."""
    settings.GESTE = replace(settings.GESTE, demo=True)

"""What every test may ask for. Knows nothing of Django unless pytest-django is loaded: core tests run without it."""

import gc
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase
from hypothesis import settings as hypothesis_settings

from tests.environment import chromium, emptying, postgresql

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.environment.watch import Watch

# Plain files: with hashed names the live server would answer 404 and pages would silently lose their scripts.
STATIC_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# A password is hashed slowly to keep thieves busy; a test that signs in need not wait for that.
QUICK_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TORTURE = Path(__file__).parent / "torture"
GARBAGE = 20_000
"""New objects between two looks for those that hold only each other, as in a serving process."""
# What a run borrows from the machine and gives back at its end.
BORROWED = pytest.StashKey[ExitStack]()

# How long one example takes says nothing on a machine that does other things as well.
# A property is tried on a few dozen examples in every run, and on a thousand by `make slow`.
hypothesis_settings.register_profile("geste", deadline=None, max_examples=50)
hypothesis_settings.register_profile("thorough", deadline=None, max_examples=1_000)
# Whoever only wants to know whether something is caught does not wait for the smallest example (`make planted`).
hypothesis_settings.register_profile("hasty", deadline=None, max_examples=50, phases=(Phase.explicit, Phase.generate))
hypothesis_settings.load_profile("geste")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=("sqlite", "postgresql"), default="sqlite", help="the engine that Django's tests run on"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.has_plugin("django"):
        _prepare_django(config)


def _prepare_django(config: pytest.Config) -> None:
    # Workers of a parallel run inherit the surroundings that the controller has made.
    if not hasattr(config, "workerinput"):
        config.stash[BORROWED] = ExitStack()
        os.environ.update(_surroundings(config, config.stash[BORROWED]))
    from django.conf import settings

    settings.STORAGES = {**settings.STORAGES, "staticfiles": STATIC_FILES}
    settings.PASSWORD_HASHERS = QUICK_HASHERS
    start = settings.DATABASES["default"].get("OPTIONS", {}).get("init_command")
    if start is not None:
        # A test's rows need not outlive the power: the disk is not waited for.
        settings.DATABASES["default"]["OPTIONS"]["init_command"] = start.replace("synchronous=FULL", "synchronous=OFF")
    emptying.empty_after_each_test()


def _surroundings(config: pytest.Config, borrowed: ExitStack) -> dict[str, str]:
    """Return the environment the tests run in; what this machine's own installation is set to stays out."""
    for variable in [name for name in os.environ if name.startswith("GESTE_") or name == "DATABASE_URL"]:
        del os.environ[variable]
    surroundings = {
        "DJANGO_SETTINGS_MODULE": "geste.config.settings",
        # Playwright's synchronous interface keeps an event loop in the test's thread, where Django refuses to query.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        "GESTE_DATA_DIR": borrowed.enter_context(TemporaryDirectory(prefix="geste-tests-")),
    }
    if config.getoption("--database") == "postgresql":
        surroundings["GESTE_DATABASE_URL"] = _server_for_this_run(borrowed)
    return surroundings


def _server_for_this_run(borrowed: ExitStack) -> str:
    given = os.environ.get("TEST_PG_URL")
    if given:
        return given
    programs = postgresql.programs_found()
    if programs is None:
        pytest.exit(postgresql.ADVICE, returncode=0)
    return borrowed.enter_context(postgresql.throwaway_server(programs))


def pytest_unconfigure(config: pytest.Config) -> None:
    if BORROWED in config.stash:
        config.stash[BORROWED].close()


def pytest_collection_finish() -> None:
    # What was loaded stays until the end: nobody need look through it for something to throw away.
    gc.freeze()
    gc.set_threshold(GARBAGE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # What starts programs of its own takes longest: begun first, nobody waits for it alone at the end.
    items.sort(key=lambda item: not item.path.is_relative_to(TORTURE))
    # Whoever asks for a page drives the browser, marked or not.
    in_browser = [item for item in items if "page" in getattr(item, "fixturenames", ())]
    for item in in_browser:
        item.add_marker(pytest.mark.browser)
    if in_browser and not chromium.chromium_found():
        for item in in_browser:
            item.add_marker(pytest.mark.skip(reason=chromium.ADVICE))


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Return the URL of a PostgreSQL server whose contents nobody will miss."""
    given = os.environ.get("TEST_PG_URL")
    if given:
        yield given
        return
    programs = postgresql.programs_found()
    if programs is None:
        pytest.skip(postgresql.ADVICE)
    with postgresql.throwaway_server(programs) as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Drive the Chromium of this machine, not one that Playwright would have to download."""
    found = chromium.chromium_found()
    return {**browser_type_launch_args, "executable_path": found, "args": list(chromium.LAUNCH_FLAGS)}


@pytest.fixture
def watch() -> Iterator["Watch"]:
    """Fail a browser test on refused responses, requests off loopback, console and script errors.

    A test that is about a refusal says so: `watch.expect_status(422)`.
    """
    from tests.environment.watch import Watch

    watch = Watch()
    yield watch
    assert watch.seen == []


@pytest.fixture
def context(context: "BrowserContext", watch: "Watch") -> "BrowserContext":
    """Return Playwright's browser context, watched."""
    watch.attach(context)
    return context

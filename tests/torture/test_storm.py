"""Storm: pressing twice, retrying, refreshing or crashing never gives twice, and is answered alike each time."""

from pathlib import Path

import pytest

from tests.torture.engines import ENGINES
from tests.torture.report import reported
from tests.torture.sizes import SEED, STORM


def stormed(engine: str, folder: Path, requests: int, seed: int) -> None:
    report = reported("storm", engine, folder, requests, seed=seed, patience=120 + requests)

    assert report["faults"] == []
    assert (report["keys"], report["given"], report["deaths"]) == (requests, requests, 2)
    # Sent more often than asked, and with other words too, or nothing was tried.
    assert report["statuses"].keys() == {"201", "422"}
    assert report["statuses"]["201"] > 3 * requests


@pytest.mark.parametrize("engine", ENGINES)
def test_a_storm_gives_each_key_once(engine: str, tmp_path: Path) -> None:
    stormed(engine, tmp_path, STORM.slice // 2, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_storm_of_a_hundred_thousand_requests(engine: str, tmp_path: Path) -> None:
    stormed(engine, tmp_path, STORM.whole // 2, seed=SEED)

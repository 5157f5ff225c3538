"""Field: the measured charter, its cases, and the engines, absent ones to be skipped in sight."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

import pytest

from geste.benchmarks import ours
from geste.benchmarks.cases import draw_cases
from geste.benchmarks.engine import Engine
from geste.benchmarks.rules import Facts, Rules, goodwill_text, read_rules

DISTRIBUTIONS = {"zen": "zen", "cel": "cel_expr_python", "rego": "regorus", "cedar": "cedarpy", "casbin": "casbin"}
ENGINES = ("geste", "zen", "cel", "rego", "cedar", "casbin")
REWRITTEN = ("zen one list", "zen written out")


@cache
def rules() -> Rules:
    return read_rules(goodwill_text())


@cache
def cases() -> list[Facts]:
    return draw_cases(rules())


def needs(peer: str) -> None:
    """Skip the test if a peer is not installed."""
    if find_spec(DISTRIBUTIONS[peer]) is None:
        pytest.skip(f"{DISTRIBUTIONS[peer]} is not installed: pip install 'geste[bench]'")


@cache
def engine(name: str) -> Engine:
    if name == "geste":
        return ours.engine(rules())
    peer, *text = name.split(maxsplit=1)
    if text:
        rewritten = import_module("geste.benchmarks.peers.zen_rewritten").engines(rules())
        texts: list[Engine] = rewritten
        return next(found for found in texts if found.name.endswith(text[0]))
    found: Engine = import_module(f"geste.benchmarks.peers.{peer}").engine(rules())
    return found

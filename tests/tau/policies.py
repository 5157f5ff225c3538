"""Policies: the companies whose cases are decided here, with their charter, their numbers and their verdicts."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from geste.core.charter.reading import Reading, read_charter
from geste.core.decision.prepared import PreparedCharter, prepare

HERE = Path(__file__).parent


class Policy(NamedTuple):
    """A company's policy: its charter, its numbers where they are not the charter's own, and what it decided."""

    charter: str
    parameters: str | None
    verdicts: dict[str, int]


POLICIES = {
    "airline-tau2": Policy("airline.yaml", None, {"allow": 64, "deny": 188, "escalate": 12}),
    "airline-plus": Policy("airline.yaml", "airline-plus.parameters.yaml", {"allow": 32, "deny": 71, "escalate": 6}),
    "retail-tau2": Policy("retail.yaml", None, {"allow": 596, "deny": 1385}),
    "retail-plus": Policy("retail.yaml", None, {"allow": 4, "deny": 14}),
}


def reading_of(name: str) -> Reading:
    """Return what reading this policy's charter gives, its own numbers in place."""
    policy = POLICIES[name]
    parameters = None if policy.parameters is None else (HERE / policy.parameters).read_bytes()
    return read_charter((HERE / policy.charter).read_bytes(), parameters)


@cache
def prepared(name: str) -> PreparedCharter:
    """Return this policy's charter, ready to decide."""
    charter = reading_of(name).charter
    assert charter is not None
    return prepare(charter)

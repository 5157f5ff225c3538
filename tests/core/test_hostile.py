"""Hostile charters and requests end in findings: no traceback, no waiting. `make slow` tries a hundred thousand."""

import time

import pytest

from geste.core import limits
from geste.core.charter.formatter import format_charter
from geste.core.charter.reading import Reading, read_charter
from geste.core.decision.inputs import InputRefused
from geste.core.decision.outputs import as_json
from geste.core.decision.prepared import PreparedCharter, prepare
from tests.core.hostile import BLOATED, HEAD, HEAVY, damaged, wild_request

RUNNING = (
    HEAD
    + """\
facts:
  stay: {nights: number, price: money, at: time, vip: {type: yes_no, from: customer}, name: text}
  order: {lines: {type: list, of: {status: [open, shipped], price: money}}}
  proposal: {big: yes_no}
gestures:
  refund: {name: Refund, kind: money_now, cap: stay.price, when: {stay.at: {within: 24 hours}, confirmed: stay.vip}}
  repair: {name: Repair, kind: fix, cap: 50, when: {order.lines: {any: {status: open}}}, otherwise: {bend: rule}}
bendable:
  rule: {says: S, when: proposal.big}
limits:
  often: {per: customer, within: 12 months, at_most: {times: 3, amount: 400}}
envelopes:
  month: {name: Month, amount: 1000}
sizing: {loss: stay.price, severity: {small: 25 %}}
"""
)
GOOD: dict[str, object] = {
    "id": "r1",
    "actor": {"role": "everyone", "kind": "agent"},
    "facts": {
        "now": "2026-05-14T01:07:00+10:00",
        "stay": {
            "nights": 2,
            "price": "40",
            "at": "2026-05-14T00:00:00+10:00",
            "vip": {"confirmed": True},
            "name": "Ada",
        },
        "order": {"lines": [{"status": "open", "price": "5"}, {"status": "shipped"}]},
        "case": {"loss": "money", "severity": "small"},
    },
    "standing": {
        "given": [{"gesture": "refund", "amount": "5", "at": "2026-05-01T00:00:00Z", "scopes": ["case", "customer"]}],
        "envelopes": {"month": {"left": "700"}},
    },
    "proposal": {"gesture": "refund", "amount": "20", "big": True},
}


def running() -> PreparedCharter:
    charter = read_charter(RUNNING).charter
    assert charter is not None
    return prepare(charter)


def check_damaged_charter(seed: int, charters: tuple[str, ...] | None = None) -> bool:
    """Read a damaged charter; what can still be read must decide, too. Return whether it could."""
    text = damaged(seed) if charters is None else damaged(seed, charters)
    reading = read_charter(text)
    if reading.charter is None:
        assert any(found.severity == "error" for found in reading.findings)
        return False
    assert read_charter(format_charter(reading.charter)).charter == reading.charter
    engine = prepare(reading.charter)
    assert engine.options(engine.read({"actor": {"role": "everyone"}}))
    return True


def check_wild_request(engine: PreparedCharter, seed: int) -> bool:
    """Ask with a wild request: an answer or a refusal. Return whether it was answered."""
    try:
        request = engine.read(wild_request(seed, GOOD))
    except InputRefused as refused:
        return not 0 < len(refused.findings) <= limits.FINDINGS
    answer = as_json(engine.answer(request), engine.charter.currency)
    assert answer["options"]
    return True


def test_two_hundred_damaged_charters_are_read_or_refused() -> None:
    usable = sum(check_damaged_charter(seed) for seed in range(200))

    assert 0 < usable < 100


def test_nine_hundred_wild_requests_are_answered_or_refused() -> None:
    engine = running()

    answered = sum(check_wild_request(engine, seed) for seed in range(900))

    assert 25 < answered < 450


WORST = ("one megabyte of gestures", "clauses for many gestures")
"""What took longest to refuse; the slow suite tries the whole table."""


def read_quickly(text: str | bytes) -> Reading:
    """Read a charter in under a second of processor time; a busy machine gets three chances."""
    spent = []
    while True:
        started = time.process_time()
        reading = read_charter(text)
        spent.append(time.process_time() - started)
        if spent[-1] < 1.0:
            return reading
        assert len(spent) < 3, spent


def check_bloated_charter(name: str) -> None:
    reading = read_quickly(BLOATED[name]())

    assert reading.charter is None
    assert any(found.severity == "error" for found in reading.findings)
    assert len(reading.findings) <= limits.FINDINGS + 1


@pytest.mark.parametrize("name", WORST)
def test_bloated_charter_is_refused_in_under_a_second(name: str) -> None:
    check_bloated_charter(name)


def check_heavy_charter(name: str) -> None:
    reading = read_quickly(HEAVY[name]())

    assert reading.charter is not None, reading.findings


@pytest.mark.parametrize("name", ["choices that depend on choices", "roles that inherit"])
def test_heavy_charter_is_read_in_under_a_second(name: str) -> None:
    check_heavy_charter(name)


def test_megabyte_is_refused_for_its_size() -> None:
    reading = read_charter(HEAD + "# " + "a" * 1_000_000)

    (found,) = reading.findings
    assert (found.code, found.line, found.column) == ("source.too_large", 1, 1)
    assert dict(found.values) == {"size": 1_000_000 + len(HEAD) + 2, "limit": limits.CHARTER_BYTES}

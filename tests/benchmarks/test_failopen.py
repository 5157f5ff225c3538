"""Nothing fails open: no mistake in any kind of clause loads, and a missing fact is asked for."""

from collections.abc import Callable
from importlib import import_module

import pytest

from geste.benchmarks import ours
from geste.benchmarks.mistakes import SOUND_FACTS, Mistake, mistakes, sound_check
from geste.benchmarks.places import Asking, Flawed, asking_charters, flawed_charters, sound_charters
from geste.core.charter.reading import read_charter
from tests.benchmarks.field import needs

AT_LOAD = 9
"""The first mistakes stand in the rule itself; the others come with the case."""


def named(flawed: Flawed) -> str:
    return f"{flawed.place}: {flawed.mistake}"


@pytest.mark.parametrize("flawed", list(flawed_charters()), ids=named)
def test_a_mistake_in_a_clause_is_refused_at_load(flawed: Flawed) -> None:
    reading = read_charter(flawed.text)

    assert reading.charter is None
    assert reading.errors[0].place.line > 0


@pytest.mark.parametrize("sound", list(sound_charters()), ids=named)
def test_the_same_clause_without_the_mistake_loads(sound: Flawed) -> None:
    assert read_charter(sound.text).errors == ()


@pytest.mark.parametrize("asking", list(asking_charters()), ids=lambda asking: asking.place)
def test_a_missing_fact_is_asked_for_in_every_kind_of_clause(asking: Asking) -> None:
    charter = ours.prepared(asking.text)

    decision = charter.decide(charter.read(asking.request))

    assert decision.authority == "unknown"
    assert [(reason.code, reason.values) for reason in decision.reasons] == [
        ("fact.missing", (("fact", "order.total"),))
    ]


@pytest.mark.parametrize("mistake", mistakes()[:AT_LOAD], ids=lambda mistake: mistake.name)
def test_geste_refuses_a_mistaken_rule_at_load(mistake: Mistake) -> None:
    assert ours.probe(mistake.check, mistake.facts) == "refused at load"


@pytest.mark.parametrize("mistake", mistakes()[AT_LOAD:], ids=lambda mistake: mistake.name)
def test_geste_asks_or_says_what_is_wrong_with_a_mistaken_case(mistake: Mistake) -> None:
    expected = "asks" if mistake.name.startswith("the fact is missing") else "error"

    assert ours.probe(mistake.check, mistake.facts) == expected


def test_geste_refuses_the_sound_case() -> None:
    assert ours.probe(sound_check(), dict(SOUND_FACTS)) == "refused"


@pytest.mark.parametrize(
    ("peer", "function", "granted"),
    [
        ("zen", "probe", 12),
        ("cel", "probe", 6),
        ("rego", "probe", 16),
        ("cedar", "probe", 16),
        ("cedar", "probe_with_schema", 0),
        ("casbin", "probe", 8),
    ],
)
def test_peers_grant_what_the_page_says_they_grant(peer: str, function: str, granted: int) -> None:
    needs(peer)
    probe: Callable[..., str] = getattr(import_module(f"geste.benchmarks.peers.{peer}"), function)

    fates = [probe(mistake.check, mistake.facts) for mistake in mistakes()]

    assert probe(sound_check(), dict(SOUND_FACTS)) == "refused"
    assert fates.count("GRANTED") == granted


def test_the_suite_is_as_large_as_the_page_says() -> None:
    assert len(list(flawed_charters())) == 192
    assert len(list(asking_charters())) == 12
    assert len(mistakes()) == 16

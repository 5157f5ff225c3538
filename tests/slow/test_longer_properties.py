"""The properties of the core and of the quick way, with a hundred times the examples of the fast suite."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core import test_properties_decisions as decisions
from tests.core import test_properties_engines as engines
from tests.core import test_properties_limits as limits
from tests.core.corpus import corpus_files, read_corpus
from tests.core.strategies import Spec, charters, written
from tests.core.test_properties_round_trip import assert_round_trip, parsed
from tests.wire import test_same_answers as wire

pytestmark = pytest.mark.slow

CHECKS: dict[str, Callable[[st.DataObject], None]] = {
    "engines agree": engines.check_engines_agree,
    "decide is a function": decisions.check_decide_is_a_function,
    "fault gates nothing": decisions.check_fault_gates_nothing,
    "silence never widens": decisions.check_silence_never_widens,
    "claiming never widens": decisions.check_claiming_never_widens,
    "something is always open": decisions.check_something_is_always_open,
    "the quick way is the readable way": wire.check_any_charter,
}
unhurried = settings(suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", CHECKS)
@given(data=st.data())
@settings(unhurried, max_examples=600)
def test_property_holds_for_longer(name: str, data: st.DataObject) -> None:
    CHECKS[name](data)


@given(charters())
@settings(unhurried, max_examples=3_000)
def test_any_charter_survives_being_written_and_read_for_longer(spec: Spec) -> None:
    assert_round_trip(parsed(written(spec)))


@given(limits.caps_of_all_sizes, st.lists(limits.portions, min_size=1, max_size=12))
@settings(unhurried, max_examples=3_000)
def test_no_split_passes_a_cap_for_longer(caps: limits.Caps, asked: list[limits.Portion]) -> None:
    limits.check_any_split_stays_within(caps, asked)


def test_oracle_agrees_for_longer() -> None:
    oracle = pytest.importorskip("tests.core.test_cel_oracle", reason="the oracle is the official CEL")

    @given(oracle.terms(), oracle.situations(complete=True), oracle.situations(complete=False))
    @settings(unhurried, max_examples=5_000)
    def check(term: object, known: object, partly_known: object) -> None:
        oracle.check_known(term, known)
        oracle.check_canonical(term, known)
        oracle.check_unknown(term, partly_known)

    check()


def test_every_charter_of_the_corpus_survives_being_written_and_read() -> None:
    files = {corpus.charter: corpus for path in corpus_files() if "\n" in (corpus := read_corpus(path)).charter.strip()}
    readable = [charter for corpus in files.values() if (charter := corpus.reading().charter) is not None]

    assert len(readable) > 40
    for charter in readable:
        assert_round_trip(charter)

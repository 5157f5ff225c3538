"""A result is the object other programs read, and the clock gives every engine its turn."""

from geste.benchmarks.report import report_of
from geste.benchmarks.result import Result
from geste.benchmarks.timing import Runner, measure

RESULT = Result(
    name="decide",
    title="One decision",
    unit="us",
    ours=0.6,
    peers={"slow": 80.0, "quick": 8.0},
    n=80,
    columns=("engine", "p10 µs"),
    rows=(("geste", "0.60"), ("quick", "8.00")),
)


def test_a_result_is_one_object_with_the_best_peer_and_the_ratio() -> None:
    assert RESULT.as_json() == {
        "name": "decide",
        "unit": "us",
        "ours": 0.6,
        "peers": {"slow": 80.0, "quick": 8.0},
        "best_peer": "quick",
        "ratio": 0.075,
        "n": 80,
    }


def test_without_peers_there_is_no_ratio() -> None:
    alone = Result("decide", "One decision", "us", 0.6, {}, 80)

    assert (alone.best_peer, alone.ratio) == (None, None)


def test_none_granted_on_either_side_is_level() -> None:
    assert Result("failopen", "", "granted", 0.0, {"careful": 0.0}, 16).ratio == 1.0
    assert Result("failopen", "", "granted", 1.0, {"careful": 0.0}, 16).ratio is None


def test_a_report_is_a_table_with_its_ratio() -> None:
    assert report_of(RESULT).splitlines() == [
        "One decision",
        "engine  p10 µs",
        "geste     0.60",
        "quick     8.00",
        "ours 0.6 us, quick 8 us, ratio 0.075",
    ]


def test_every_runner_has_its_turn_in_every_round() -> None:
    called: list[str] = []

    def note(name: str) -> None:
        called.append(name)
        sum(range(20_000))

    figures = measure([Runner("one", note, ["one"] * 3), Runner("two", note, ["two"] * 3)], rounds=4)

    turns = [name for number, name in enumerate(called) if number == 0 or called[number - 1] != name]
    assert turns == ["one", "two", "one", "two", "one", "two", "one"]
    assert all(figure.calls > 0 and figure.p10 > 0 for figure in figures.values())

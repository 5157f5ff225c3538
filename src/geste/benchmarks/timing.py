"""Timing: CPU time per call, every engine in turn in every round, so that a busy machine is busy for all of them."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter_ns, process_time_ns
from types import FunctionType
from typing import Any, Final

BATCH_NS: Final = 5_000_000
_MICRO: Final = 1_000
_QUIET: Final = 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    """Microseconds a call: the tenth percentile of the rounds (a quiet machine), the median, and the wall's."""

    p10: float
    median: float
    wall_p10: float
    calls: int


@dataclass(frozen=True, slots=True)
class Runner:
    """One engine at the start: what to call, with what, one after the other."""

    name: str
    run: Callable[[Any], Any]
    natives: Sequence[Any]


def measure(runners: Sequence[Runner], rounds: int) -> dict[str, Figure]:
    """Return the figures of every runner after `rounds` rounds, each with about five milliseconds of every runner.

    Garbage is collected between batches, never within one.
    """
    tracks = [_Track(runner) for runner in runners]
    for number in range(rounds):
        for track in tracks[number % len(tracks) :] + tracks[: number % len(tracks)]:
            track.take_batch()
    return {track.name: track.figure() for track in tracks}


class _Track:
    """One runner with its batches so far."""

    def __init__(self, runner: Runner) -> None:
        self.name = runner.name
        # A copy of the loop for each engine: CPython specialises the call inside it for one callee.
        self._loop = FunctionType(_call_each.__code__.replace(), globals())
        self._run = runner.run
        self._batches = _batches(runner.natives, self._calls_in_a_batch(runner))
        self._cpu: list[float] = []
        self._wall: list[float] = []
        self._calls = 0

    def take_batch(self) -> None:
        batch = next(self._batches)
        gc.collect(0)
        gc.disable()
        wall, cpu = perf_counter_ns(), process_time_ns()
        self._loop(self._run, batch)
        cpu, wall = process_time_ns() - cpu, perf_counter_ns() - wall
        gc.enable()
        self._cpu.append(cpu / len(batch) / _MICRO)
        self._wall.append(wall / len(batch) / _MICRO)
        self._calls += len(batch)

    def figure(self) -> Figure:
        return Figure(_quiet(self._cpu), median(self._cpu), _quiet(self._wall), self._calls)

    def _calls_in_a_batch(self, runner: Runner) -> int:
        self._loop(runner.run, runner.natives[:50])
        start = process_time_ns()
        self._loop(runner.run, runner.natives[:50])
        return max(1, BATCH_NS * min(50, len(runner.natives)) // (process_time_ns() - start))


def _call_each(run: Callable[[Any], Any], natives: Sequence[Any]) -> None:
    for native in natives:
        run(native)


def _batches(natives: Sequence[Any], calls: int) -> Iterator[list[Any]]:
    """Return batches without end that go round all natives, so that a slow engine meets every case too."""
    position = 0
    doubled = [*natives, *natives]
    while True:
        whole, rest = divmod(calls, len(natives))
        yield [*natives] * whole + doubled[position : position + rest]
        position = (position + rest) % len(natives)


def _quiet(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * _QUIET)]

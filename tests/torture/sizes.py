"""Sizes: how long each torture lasts. A slice of it in every run, the whole under `make slow`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """One torture: how much of it is a slice, how much the whole that the promises name."""

    slice: int
    whole: int


KILLS = Size(slice=8, whole=2_000)
"""Deaths of the process that gives, half of them on each engine."""

ATTEMPTS = Size(slice=400, whole=200_000)
"""Gestures that 64 clients try to give on too little money, half of them on each engine."""

STORM = Size(slice=100, whole=100_000)
"""Requests, each of them sent one to ten times."""

CUTS = Size(slice=32, whole=2_000)
"""Power cuts of the embedded database, half of them with each way of keeping its journal."""

SEQUENCES = Size(slice=25, whole=20_000)
"""Sequences of things that happen to the books, up to twenty each, against a reference ledger."""

ERRANDS = Size(slice=16, whole=1_000)
"""Deaths of the worker that carries promises out, half of them on each engine, at every named place in turn."""

"""Sizes: how long each torture lasts. A slice of it in every run, the whole under `make slow`.

The whole takes hours. It can be had in parts, each with chances of its own: `TORTURE_SHARE=0.1 TORTURE_SEED=11` runs a
tenth of it with another seed. How far a run has got is written to `.cache/torture.log` about once a minute.
"""

import os
from dataclasses import dataclass

SHARE = float(os.environ.get("TORTURE_SHARE", "1"))
SEED = int(os.environ.get("TORTURE_SEED", "2"))


@dataclass(frozen=True, slots=True)
class Size:
    """One torture: how much of it is a slice, and how much the promises name."""

    slice: int
    promised: int

    @property
    def whole(self) -> int:
        """As much of it as this run is to do; never less than the slice."""
        return max(self.slice, round(self.promised * SHARE))


KILLS = Size(slice=8, promised=2_000)
"""Deaths of the process that gives, half of them on each engine."""

ATTEMPTS = Size(slice=400, promised=200_000)
"""Gestures that 64 clients try to give on too little money, half of them on each engine."""

STORM = Size(slice=100, promised=100_000)
"""Requests, each of them sent one to ten times."""

CUTS = Size(slice=32, promised=2_000)
"""Power cuts of the embedded database, half of them with each way of keeping its journal."""

SEQUENCES = Size(slice=25, promised=20_000)
"""Sequences of things that happen to the books, up to twenty each, against a reference ledger."""

ERRANDS = Size(slice=16, promised=1_000)
"""Deaths of the worker that carries promises out, half of them on each engine, at every named place in turn."""

WIRES = Size(slice=8, promised=2_000)
"""Times that the network between the house and PostgreSQL is slow, stands still, breaks, or is gone."""

FULL_DISKS = Size(slice=2, promised=100)
"""Times that PostgreSQL runs out of room, half of them for its log alone. Too long for every run: `make slow` only."""

JUMPS = Size(slice=10, promised=1_000)
"""Jumps of the clock of a house that is served, half of them on each engine. `make slow` only, like the disks."""

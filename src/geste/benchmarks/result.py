"""Result: what one suite found, as the one JSON object other programs read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from geste.benchmarks.timing import Figure


@dataclass(frozen=True, slots=True)
class Result:
    """One suite: our figure beside the peers'. The smaller, the better, or if it `is_rate`, the larger.

    A ratio below one is ahead either way.
    `beside` holds what is shown but not ranked; `notes` says what the figures rest on; `rows` fill the table.
    """

    name: str
    title: str
    unit: str
    ours: float
    peers: Mapping[str, float]
    n: int
    beside: Mapping[str, float] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple["Result", ...] = ()
    is_rate: bool = False

    @property
    def best_peer(self) -> str | None:
        """Return the peer with the smallest figure, or the largest if it is a rate; None if there is none."""
        best = max if self.is_rate else min
        return best(self.peers, key=lambda name: self.peers[name], default=None)

    @property
    def ratio(self) -> float | None:
        """Return ours over the best peer's, or for rates the best peer's over ours; level at nought counts as one."""
        if self.best_peer is None:
            return None
        best = self.peers[self.best_peer]
        if self.is_rate:
            return round(best / self.ours, 4) if self.ours else None
        if best == 0:
            return 1.0 if self.ours == 0 else None
        return round(self.ours / best, 4)

    def as_json(self) -> dict[str, Any]:
        """Return the object `geste bench NAME --json` prints; the suites it is made of stand under `parts`."""
        told: dict[str, Any] = {
            "name": self.name,
            "unit": self.unit,
            "ours": self.ours,
            "peers": dict(self.peers),
            "best_peer": self.best_peer,
            "ratio": self.ratio,
            "n": self.n,
        }
        if self.beside:
            told["beside"] = dict(self.beside)
        if self.notes:
            told["notes"] = list(self.notes)
        if self.parts:
            told["parts"] = [part.as_json() for part in self.parts]
        return told


def row_of(name: str, gives: str, figure: Figure, best: float) -> tuple[str, ...]:
    """Return a line of a speed table, in the order of its columns."""
    return (
        name,
        gives,
        f"{figure.p10:.2f}",
        f"{figure.median:.2f}",
        f"{figure.wall_p10:.2f}",
        f"{figure.p10 / best:.1f}",
    )

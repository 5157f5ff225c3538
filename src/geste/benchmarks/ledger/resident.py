"""Resident: the process a house lives in, because Django opens one database in a process. Asked line by line."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any, Self

from geste.benchmarks.ledger.house import House
from geste.benchmarks.ledger.rate import Rate


class Resident:
    """A house in a process of its own, for as long as the block lasts."""

    def __init__(self, home: str, surroundings: Mapping[str, str]) -> None:
        self._command = [sys.executable, "-m", "geste.benchmarks.ledger.resident", home]
        self._surroundings = {**os.environ, **surroundings}
        self._life = ExitStack()

    def __enter__(self) -> Self:
        """Furnish the house and wait until it is."""
        self._process = self._life.enter_context(
            subprocess.Popen(
                self._command, env=self._surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )
        self.ask("give_one")
        return self

    def __exit__(self, *_: object) -> None:
        """Send everybody home."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._life.close()

    def ask(self, what: str, *values: object) -> Any:
        """Return what a method of the house returns."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([what, values]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"the house has fallen while it was asked for {what}"
        return json.loads(answer)

    def service(self, gestures: tuple[str, ...], seconds: float) -> tuple[Rate, float]:
        """Return the rate of the service layer, and the milliseconds of CPU for each gesture."""
        rate, cpu = self.ask("service", gestures, seconds)
        return Rate(**rate), cpu


def live(home: str) -> None:
    """Answer what is asked on standard input until it is closed."""
    house = House(home)
    for line in sys.stdin:
        what, values = json.loads(line)
        answer = getattr(house, what)(*(tuple(value) if isinstance(value, list) else value for value in values))
        sys.stdout.write(json.dumps(answer, default=asdict) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    live(sys.argv[1])

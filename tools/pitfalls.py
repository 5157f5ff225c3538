"""Pitfalls: what went wrong elsewhere, and which tests keep it from us. Read from `tests/pitfalls.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tools.mission import ROOT, as_sentence, link

LIST = ROOT / "tests" / "pitfalls.toml"


@dataclass(frozen=True, slots=True)
class Pitfall:
    """One thing that went wrong elsewhere, where it can be looked up, what keeps it from us and who would notice."""

    name: str
    happened: str
    where: str
    here: str
    tests: tuple[str, ...]


def pitfalls(text: str) -> list[Pitfall]:
    """Return all of them, in the order of the list."""
    return [Pitfall(name, **{**told, "tests": tuple(told["tests"])}) for name, told in tomllib.loads(text).items()]


def table() -> str:
    """Return each with its tests."""
    rows = [
        f"| {it.happened} | {it.where} | {it.here} | {'<br>'.join(map(_linked, it.tests))} |"
        for it in pitfalls(LIST.read_text("utf-8"))
    ]
    head = [
        "| what happened elsewhere | where | what keeps it from happening here | proven by |",
        "| --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *rows])


def _linked(test: str) -> str:
    file, _, name = test.partition("::")
    return f"[{as_sentence(name)}]({link(ROOT / Path(file))})"

"""Labelled: reads the sentences and their labels, and which half each of them belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("en", "fr")

Half = Literal["tuning", "held_out"]
Written = Literal["before", "later", "last"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence: how and where somebody might write it, and what a guard should remark in it."""

    text: str
    language: str
    register: str
    labels: frozenset[str]

    @property
    def half(self) -> Half:
        """Return the half that the text's own digest puts it in: fixed before anything was tuned, whoever adds more."""
        return "tuning" if sha256(self.text.encode()).digest()[0] % 2 else "held_out"


@cache
def sentences(language: str, written: Written = "before") -> tuple[Labelled, ...]:
    """Return every labelled sentence of a language, in the order of its file: before the guards, or when."""
    name = language if written == "before" else f"{language}_{written}"
    return tuple(_read((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), language))


def half(language: str, wanted: Half) -> tuple[Labelled, ...]:
    """Return the sentences of one half."""
    return tuple(sentence for sentence in sentences(language) if sentence.half == wanted)


def _read(text: str, language: str) -> Iterator[Labelled]:
    register = ""
    for line in text.splitlines():
        if line.startswith("## "):
            register = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            labels, _, sentence = line.partition(": ")
            yield Labelled(sentence, language, register, frozenset(labels.split(", ")) - {"-"})

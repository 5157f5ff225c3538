"""Measure: how often a guard’s remarks are right, and how much it finds of what it should remark on."""

from collections.abc import Iterable
from dataclasses import dataclass

from geste.core.guards.look import look
from geste.core.guards.remark import COMMENT, KINDS, PHRASE, Kind
from tests.guards.labelled import Labelled

GUARDS: dict[str, tuple[Kind, ...]] = {
    "phrase": PHRASE,
    "comment": COMMENT,
    "minimising": ("minimising",),
    "deflection": ("deflection",),
    "all": KINDS,
}
"""Which kinds each guard looks for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one guard did with some sentences, counted over its kinds."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of its remarks that are right."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what it should have remarked on that it did."""
        return self.right / (self.right + self.missed)


def share_remarked_on(sentences: Iterable[Labelled], *, innocent: bool) -> float:
    """Return the share of innocent sentences, or of the others, in which something is remarked on."""
    chosen = [sentence for sentence in sentences if innocent is not bool(sentence.labels)]
    return sum(bool(look(sentence.text, sentence.language)) for sentence in chosen) / len(chosen)


def measured(sentences: Iterable[Labelled], kinds: tuple[Kind, ...]) -> Measured:
    """Return what the guards for these kinds do with labelled sentences, whatever else the sentences say."""
    right = wrong = missed = 0
    for sentence in sentences:
        due = {kind for kind in kinds if kind in sentence.labels}
        found = {remark.kind for remark in look(sentence.text, sentence.language, kinds)}
        right += len(due & found)
        wrong += len(found - due)
        missed += len(due - found)
    return Measured(right, wrong, missed)

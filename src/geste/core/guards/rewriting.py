"""Rewriting: a whole text made anew, each sentence something was remarked in replaced by the one that is offered."""

from collections.abc import Callable, Iterator, Sequence

from geste.core.guards.remark import KINDS, Remark
from geste.core.guards.wording import END, words_of


def rewritten(text: str, remarks: Sequence[Remark], say: Callable[[Remark], str]) -> str:
    """Return a text with a better sentence for each that was remarked on; what was not stays as it was written.

    Where more than one thing was remarked in a sentence, the first kind of `KINDS` speaks for them all, and no better
    sentence is said twice.
    """
    said: set[str] = set()
    parts = []
    for sentence, found in _sentences(text, remarks):
        better = say(min(found, key=lambda remark: KINDS.index(remark.kind))) if found else sentence.strip()
        if not found or better not in said:
            parts.append(sentence.replace(sentence.strip(), better))
        said |= {better} if found else set()
    return "".join(parts).strip()


def _sentences(text: str, remarks: Sequence[Remark]) -> Iterator[tuple[str, list[Remark]]]:
    """Yield each sentence with the mark at its end and the space around it, and what was remarked in it."""
    start = 0
    ends = [word.end for word in words_of(text, {}) if word.read == END]
    for end in (*ends, len(text)):
        if text[start:end].strip():
            yield text[start:end], [remark for remark in remarks if start <= remark.start < end]
        start = end

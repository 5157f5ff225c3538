"""Sharing: what of a portrait somebody else may see once its owner says so: words and chosen cases, no figure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geste.core.portrait.difficulty import Level
from geste.core.portrait.pattern import Confidence, Pattern
from geste.core.portrait.portrait import Portrait


class CaseNotInPortrait(ValueError):
    """Somebody chose a case that their portrait does not rest on."""


@dataclass(frozen=True, slots=True)
class SharedView:
    """A pattern and how sure it is, in words, for one difficulty or for all."""

    difficulty: Level | None
    pattern: Pattern
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class SharedPortrait:
    """Patterns, what is said first at the head, and the cases their owner chose to show."""

    views: tuple[SharedView, ...]
    cases: tuple[str, ...]


def shared(portrait: Portrait, cases: Iterable[str] = ()) -> SharedPortrait:
    """Return what others may see, with the cases its owner chose, in their order.

    Raises:
        CaseNotInPortrait: a chosen case is none of the portrait's.
    """
    chosen, known = tuple(cases), set(_cases(portrait))
    for case in chosen:
        if case not in known:
            raise CaseNotInPortrait(case)
    ordered = (portrait.headline, *(view for view in portrait.views if view is not portrait.headline))
    return SharedPortrait(tuple(SharedView(one.difficulty, one.pattern, one.confidence) for one in ordered), chosen)


def _cases(portrait: Portrait) -> Iterator[str]:
    for one in portrait.views:
        yield from one.handed_over
        for evidence in one.evidence:
            yield from evidence.speaking_for
            yield from evidence.speaking_against

"""Portrait: how somebody uses their room to act, over all and by difficulty, so that easy cases hide no hard ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geste.core.portrait.comparables import Comparables
from geste.core.portrait.difficulty import LEVELS, Level, difficulty
from geste.core.portrait.opportunity import OwnOpportunity, is_choice
from geste.core.portrait.pattern import PATTERNS, SHOWN, UNLIKELY, shows
from geste.core.portrait.view import View, view


@dataclass(frozen=True, slots=True)
class SetAside:
    """Cases that were not counted: passed on for no reason of the person's own, or with too little to compare."""

    not_a_choice: tuple[str, ...]
    not_comparable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What somebody sees of themselves; `named` holds difficulties that stand apart from easier ones, hardest first."""

    overall: View
    by_difficulty: tuple[View, ...]
    named: tuple[View, ...]
    set_aside: SetAside

    @property
    def headline(self) -> View:
        """What is said first: the hardest difficulty that stands apart, whatever the others say; else all of it."""
        return self.named[0] if self.named else self.overall

    @property
    def views(self) -> tuple[View, ...]:
        """Every view, the overall one first."""
        return (self.overall, *self.by_difficulty)


def portrait(own: Iterable[OwnOpportunity], others: Comparables) -> Portrait:
    """Return the portrait of whoever met `own`, beside what `others` did in comparable opportunities."""
    listed = list(own)
    chosen = [one for one in listed if is_choice(one.opportunity.deed)]
    counted = [one for one in chosen if others.covers(one.opportunity)]
    by_level = {level: [one for one in counted if _level(one) == level] for level in LEVELS}
    by_difficulty = tuple(view(by_level[level], others, level) for level in LEVELS)
    return Portrait(
        overall=view(counted, others),
        by_difficulty=by_difficulty,
        named=_named(by_difficulty, by_level, others),
        set_aside=SetAside(
            not_a_choice=tuple(one.case for one in listed if not is_choice(one.opportunity.deed)),
            not_comparable=tuple(one.case for one in chosen if not others.covers(one.opportunity)),
        ),
    )


def _named(
    views: tuple[View, ...], by_level: Mapping[Level, Sequence[OwnOpportunity]], others: Comparables
) -> tuple[View, ...]:
    easier: list[OwnOpportunity] = []
    found: list[View] = []
    for level, one in zip(LEVELS, views, strict=True):
        if _stands_apart(one, view(easier, others)):
            found.append(one)
        easier.extend(by_level[level])
    return tuple(reversed(found))


def _level(one: OwnOpportunity) -> Level:
    return difficulty(one.opportunity.situation.severity, one.opportunity.signals).level


def _stands_apart(one: View, easier: View) -> bool:
    """Whether a tail shows in cases of one difficulty, and hardly in the easier ones, of which there are enough."""
    hard, easy = one.measured, easier.measured
    if hard is None or easy is None:
        return False
    return any(
        one.pattern in patterns and shows(tail, hard) >= SHOWN and shows(tail, easy) <= UNLIKELY
        for tail, patterns in PATTERNS.items()
    )

"""Choices: what a person at the frontline does about a case. The charter says what may be given, and how much."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from geste.apps.cases.models import ROOT_ISSUE_MAY_STAY_OPEN, Outcome, RootIssue
from geste.core.charter.vocabulary import Text
from geste.core.decision.decision import Decision, Group
from geste.core.decision.verdict import HAND_OVER
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.desk import Desk, route_of
from geste.demo.simulation.draws import OneOf, Scene
from geste.demo.simulation.shifts import Shift, at_work
from geste.demo.story import Proposed, ToldCase
from geste.phrases.typography import set_words

Asks = Literal["suggested", "right", "price"]
"""How much somebody asks for: what the charter suggests, what would be right whatever the cap, or the whole price."""

AT_LEAST = Proposed(gesture="call_back")
"""What anybody may always do: nobody is left with a bare no."""

MORE_THAN_MENDED = frozenset[Group]({"match", "other", "money"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing to propose. `by` is the role of a colleague who steps in; `note` says why it is right.

    `or_else` is proposed instead where the charter does not cover it: people know their charter.
    """

    gesture: str
    asks: Asks | OneOf = "suggested"
    by: str = ""
    act_first: bool = False
    note: Text | None = None
    or_else: "Move | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way a case may go, as likely as its weight says: what is proposed, one thing after the other.

    `ends` is only for cases that end without an answer: heard, left, handed over. `not_now` is why the root issue
    could not be fixed yet.
    """

    weight: int
    moves: tuple[Move, ...] = ()
    ends: Outcome | None = None
    not_now: Text | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """What one person does more often than others: they hand over so many percent of these cases."""

    username: str
    incident: str
    percent: int


HANDED_OVER = Way(weight=1, ends=Outcome.HANDED_OVER)


class Frontline:
    """The people who answer customers, at a desk where the charter lies."""

    def __init__(self, desk: Desk, shifts: tuple[Shift, ...]) -> None:
        self.desk = desk
        self._shifts = shifts

    def remember(self, told: ToldCase) -> None:
        """Take into account what was given in a case that is told by hand."""
        for proposed in told.proposed:
            assert self.desk.decide(told, proposed) is not None, f"{told.reference} keeps to its charter"

    def settle(self, told: ToldCase, way: Way, chance: Chance) -> ToldCase:
        """Return a case as it ended: what is owed is given first, then come the moves of its way."""
        proposed: list[Proposed] = []
        decided: list[Decision] = []
        for each in self._steps(told, way, chance):
            self._propose(told, each, proposed, decided)
        if proposed and not any(each.is_given for each in proposed):
            self._propose(told, AT_LEAST, proposed, decided)
        ended = way.ends or self._outcome(proposed, decided)
        root_issue = RootIssue.OPEN if ended in ROOT_ISSUE_MAY_STAY_OPEN else RootIssue.FIXED
        because = ""
        if way.not_now is not None:
            root_issue, because = RootIssue.NOT_NOW, self._in_own_words(told.heard_by, way.not_now)
        return replace(told, proposed=tuple(proposed), ended=ended, root_issue=root_issue, because=because)

    def _propose(self, told: ToldCase, each: Proposed, proposed: list[Proposed], decided: list[Decision]) -> None:
        decision = self.desk.decide(told, each)
        if decision is not None:
            proposed.append(replace(each, is_given=route_of(decision, each) is not None))
            decided.append(decision)

    def _steps(self, told: ToldCase, way: Way, chance: Chance) -> Iterator[Proposed]:
        if way.ends is None:
            yield from self.desk.owed(told)
        for move in way.moves:
            is_covered = move.or_else is None or self.desk.covers(told, told.heard_by, move.gesture)
            taken = move if is_covered or move.or_else is None else move.or_else
            by = self._colleague(told, taken.by, chance) if taken.by else told.heard_by
            if by is not None:
                yield self._proposed(told, taken, by, chance)

    def _colleague(self, told: ToldCase, role: str, chance: Chance) -> str | None:
        """Somebody who may see the case: of the same site, or of none. Another site has nobody to call in."""
        people = self.desk.people
        sites = {people[told.heard_by].site, ""}
        near = [person for person in people.values() if person.site in sites]
        able = at_work(near, self._shifts, (role,), told.moment)
        return chance.one_of(able).username if able else None

    def _proposed(self, told: ToldCase, move: Move, by: str, chance: Chance) -> Proposed:
        return Proposed(
            gesture=move.gesture,
            amount=self._amount(told, move, by, chance),
            note=self._in_own_words(by, move.note) if move.note else "",
            by="" if by == told.heard_by else by,
            act_first=move.act_first,
        )

    def _amount(self, told: ToldCase, move: Move, by: str, chance: Chance) -> str | None:
        if not self.desk.carries_amount(move.gesture):
            return None
        if isinstance(move.asks, OneOf):
            return str(move.asks.draw(Scene(chance, told.moment)))
        match move.asks:
            case "price":
                return str(told.learnt["case.spoiled_price"])
            case "right":
                return self.desk.right(told)
            case "suggested":
                return self.desk.suggested(told, by, move.gesture)

    def _outcome(self, proposed: list[Proposed], decided: list[Decision]) -> Outcome:
        """What a case came to, seen from what was given and what was not."""
        groups = {each.gesture: self.desk.group_of(each.gesture) for each in proposed if each.is_given}
        gestures = [gesture for gesture, group in groups.items() if group in MORE_THAN_MENDED]
        refusals = [decision for each, decision in zip(proposed, decided, strict=True) if not each.is_given]
        if any(self.desk.carries_amount(gesture) for gesture in gestures):
            return Outcome.FIXED_WITH_GESTURE
        if any(decision.routes == HAND_OVER for decision in refusals):
            return Outcome.HANDED_OVER
        if refusals:
            return Outcome.DECLINED_WITH_ALTERNATIVE
        if gestures:
            return Outcome.FIXED_WITH_GESTURE
        return Outcome.OWED_ONLY if set(groups.values()) == {"owed"} else Outcome.FIXED

    def _in_own_words(self, username: str, words: Text) -> str:
        language = self.desk.people[username].language
        return set_words(words.in_language(language), language)

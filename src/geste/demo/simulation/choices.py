"""Choices: what a person at the frontline does about a case. The charter says what may be given, and how much."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from geste.apps.cases.models import ROOT_ISSUE_MAY_STAY_OPEN, Outcome, RootIssue
from geste.apps.cases.services.state_facts import with_stated
from geste.apps.people.services.welcome_user import Newcomer
from geste.core.charter.vocabulary import Text
from geste.core.decision.decision import Decision, Group, Route
from geste.core.decision.options import group_of
from geste.core.decision.prepared import PreparedCharter
from geste.core.decision.request import Request
from geste.core.decision.verdict import HAND_OVER
from geste.core.money import format_amount
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.draws import OneOf, Scene
from geste.demo.simulation.record import Given, Record
from geste.demo.simulation.shifts import Shift, at_work
from geste.demo.story import Proposed, ToldCase
from geste.phrases.typography import set_words

Asks = Literal["suggested", "right", "price"]
"""How much somebody asks for: what the charter suggests, what would be right whatever the cap, or the whole price."""

RESERVE_PERCENT = 25
"""What people leave in an envelope for whoever comes next: below it, they look for something that costs less."""

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
    """The people who decide, with the charter before them and what has been given so far behind them."""

    def __init__(self, prepared: PreparedCharter, people: Iterable[Newcomer], shifts: Iterable[Shift]) -> None:
        self.record = Record(prepared)
        self._prepared = prepared
        self._people = {person.username: person for person in people}
        self._shifts = tuple(shifts)

    def remember(self, told: ToldCase) -> None:
        """Take into account what was given in a case that is told by hand."""
        for proposed in told.proposed:
            assert self._decide(told, proposed) is not None, f"{told.reference} keeps to its charter"

    def settle(self, told: ToldCase, way: Way, chance: Chance) -> ToldCase:
        """Return a case as it ended: what is owed is given first, then come the moves of its way."""
        proposed: list[Proposed] = []
        decided: list[Decision] = []
        for each in self._steps(told, way, chance):
            decision = self._decide(told, each)
            if decision is not None:
                is_given = _route(decision, each) is not None
                proposed.append(replace(each, is_given=is_given))
                decided.append(decision)
        if proposed and not any(each.is_given for each in proposed):
            decided.append(self._open_to_everybody(told))
            proposed.append(AT_LEAST)
        ended = way.ends or self._outcome(proposed, decided)
        root_issue = RootIssue.OPEN if ended in ROOT_ISSUE_MAY_STAY_OPEN else RootIssue.FIXED
        because = ""
        if way.not_now is not None:
            root_issue, because = RootIssue.NOT_NOW, self._in_own_words(told.heard_by, way.not_now)
        return replace(told, proposed=tuple(proposed), ended=ended, root_issue=root_issue, because=because)

    def _open_to_everybody(self, told: ToldCase) -> Decision:
        decision = self._decide(told, AT_LEAST)
        assert decision is not None, "what costs nothing leaves every envelope as it is"
        return decision

    def _steps(self, told: ToldCase, way: Way, chance: Chance) -> Iterator[Proposed]:
        if way.ends is None:
            yield from self._owed(told)
        for move in way.moves:
            covered = move if move.or_else is None or self._covers(told, move) else move.or_else
            by = self._colleague(told, covered.by, chance) if covered.by else told.heard_by
            if by is not None:
                yield self._proposed(told, covered, by, chance)

    def _owed(self, told: ToldCase) -> Iterator[Proposed]:
        options = self._prepared.options(self._request(told, told.heard_by))
        for option in options:
            if option.group == "owed" and option.decision.authority == "within":
                yield Proposed(gesture=option.gesture, amount=self._written(option.decision.amount))

    def _covers(self, told: ToldCase, move: Move) -> bool:
        request = self._request(told, told.heard_by, {"gesture": move.gesture})
        return self._prepared.decide(request).authority == "within"

    def _proposed(self, told: ToldCase, move: Move, by: str, chance: Chance) -> Proposed:
        return Proposed(
            gesture=move.gesture,
            amount=self._amount(told, move, by, chance),
            note=self._in_own_words(by, move.note) if move.note else "",
            by="" if by == told.heard_by else by,
            act_first=move.act_first,
        )

    def _colleague(self, told: ToldCase, role: str, chance: Chance) -> str | None:
        """Somebody who may see the case: of the same site, or of none. Another site has nobody to call in."""
        sites = {self._people[told.heard_by].site, ""}
        near = [person for person in self._people.values() if person.site in sites]
        able = at_work(near, self._shifts, (role,), told.moment)
        return chance.one_of(able).username if able else None

    def _amount(self, told: ToldCase, move: Move, username: str, chance: Chance) -> str | None:
        if not self._prepared.carries_amount(move.gesture):
            return None
        if isinstance(move.asks, OneOf):
            return str(move.asks.draw(Scene(chance, told.moment)))
        if move.asks == "price":
            return str(told.learnt["case.spoiled_price"])
        request = self._request(told, username, {"gesture": move.gesture})
        if move.asks == "right":
            return self._written(self._prepared.right_amount(request)[0])
        return self._written(self._prepared.decide(request).amount)

    def _decide(self, told: ToldCase, proposed: Proposed) -> Decision | None:
        """Decide one proposal and keep what is given; None if the envelope would be left too empty to propose it."""
        amount = {} if proposed.amount is None else {"amount": proposed.amount}
        username = proposed.by or told.heard_by
        request = self._request(told, username, {"gesture": proposed.gesture, **amount})
        decision = self._prepared.decide(request)
        assert decision.authority != "unknown", f"{told.reference}, {proposed.gesture}: {decision.reasons}"
        route = _route(decision, proposed)
        if route is None:
            return decision
        account, envelope, posted = self.record.entry_of(request, proposed.gesture, decision.amount, route)
        if envelope and not self._leaves_enough(envelope, posted, told):
            return None
        self.record.add(
            Given(
                case=told.reference,
                customer=told.customer,
                by=username,
                gesture=proposed.gesture,
                amount=decision.amount,
                at=told.moment,
                account=account,
                envelope=envelope,
                posted=posted,
            )
        )
        return decision

    def _leaves_enough(self, envelope: str, posted: int, told: ToldCase) -> bool:
        declared = next(each for each in self._prepared.charter.envelopes if each.id == envelope)
        left = self.record.left_in(envelope, told.moment) - posted
        return left * 100 >= declared.amount * RESERVE_PERCENT

    def _request(self, told: ToldCase, username: str, proposal: Mapping[str, object] | None = None) -> Request:
        facts = with_stated(told.facts, told.learnt)
        at = told.moment
        return self._prepared.read(
            {
                "id": told.reference,
                "actor": {"role": self._people[username].role},
                "facts": {**facts, "now": told.at},
                "standing": self.record.standing(told.reference, told.customer, at),
                **({} if proposal is None else {"proposal": dict(proposal)}),
            }
        )

    def _outcome(self, proposed: list[Proposed], decided: list[Decision]) -> Outcome:
        """What a case came to, seen from what was given and what was not."""
        groups = {each.gesture: self._group_of(each.gesture) for each in proposed if each.is_given}
        gestures = [gesture for gesture, group in groups.items() if group in MORE_THAN_MENDED]
        refusals = [decision for each, decision in zip(proposed, decided, strict=True) if not each.is_given]
        if any(self._prepared.carries_amount(gesture) for gesture in gestures):
            return Outcome.FIXED_WITH_GESTURE
        if any(decision.routes == HAND_OVER for decision in refusals):
            return Outcome.HANDED_OVER
        if refusals:
            return Outcome.DECLINED_WITH_ALTERNATIVE
        if gestures:
            return Outcome.FIXED_WITH_GESTURE
        return Outcome.OWED_ONLY if set(groups.values()) == {"owed"} else Outcome.FIXED

    def _group_of(self, gesture: str) -> Group:
        plan = self._prepared.plan.gesture(gesture)
        assert plan is not None, f"the charter knows {gesture}"
        return group_of(plan, None)

    def _in_own_words(self, username: str, words: Text) -> str:
        language = self._people[username].language
        return set_words(words.in_language(language), language)

    def _written(self, amount: int | None) -> str | None:
        return None if amount is None else format_amount(amount, self._prepared.charter.currency)


def _route(decision: Decision, proposed: Proposed) -> Route | None:
    """The way something is given, if it is."""
    if "do" in decision.routes:
        return "do"
    return "act_first" if proposed.act_first and "act_first" in decision.routes else None

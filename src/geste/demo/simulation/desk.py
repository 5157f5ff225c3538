"""Desk: what people there ask the charter, with what has been given so far behind them. What is given is kept."""

from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from geste.apps.cases.services.state_facts import with_stated
from geste.apps.people.services.welcome_user import Newcomer
from geste.core.decision.decision import Decision, Group, Route
from geste.core.decision.options import group_of
from geste.core.decision.prepared import PreparedCharter
from geste.core.decision.request import Request
from geste.core.money import format_amount
from geste.demo.simulation.record import Given, Record
from geste.demo.story import Proposed, ToldCase

RESERVE_PERCENT = 25
"""What people leave in an envelope for whoever comes next: below it, they look for something that costs less."""


class Desk:
    """The charter as people meet it: asked on a case, by somebody, at that moment."""

    def __init__(self, prepared: PreparedCharter, people: Iterable[Newcomer], zone: ZoneInfo) -> None:
        self.record = Record(prepared, zone)
        self.people = {person.username: person for person in people}
        self._prepared = prepared

    def decide(self, told: ToldCase, proposed: Proposed) -> Decision | None:
        """Return what the charter says, and keep what is given; None if too little would be left to propose it."""
        username = proposed.by or told.heard_by
        request = self._request(told, username, proposed.gesture, proposed.amount)
        decision = self._prepared.decide(request)
        assert decision.authority != "unknown", f"{told.reference}, {proposed.gesture}: {decision.reasons}"
        route = route_of(decision, proposed)
        if route is None:
            return decision
        assert decision.amount is not None or not self.carries_amount(proposed.gesture), f"{told.reference}: how much?"
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

    def owed(self, told: ToldCase) -> Iterator[Proposed]:
        """Return what is owed to the customer, whoever would be asked for it."""
        for option in self._prepared.options(self._request(told, told.heard_by)):
            if option.group == "owed" and option.decision.authority == "within":
                yield Proposed(gesture=option.gesture, amount=self._written(option.decision.amount))

    def covers(self, told: ToldCase, username: str, gesture: str) -> bool:
        """Return whether somebody may give something on this case."""
        return self._prepared.decide(self._request(told, username, gesture)).authority == "within"

    def suggested(self, told: ToldCase, username: str, gesture: str) -> str | None:
        """Return how much the charter suggests."""
        return self._written(self._prepared.decide(self._request(told, username, gesture)).amount)

    def right(self, told: ToldCase) -> str | None:
        """Return how much would be right, whatever anybody may give."""
        return self._written(self._prepared.right_amount(self._request(told, told.heard_by))[0])

    def carries_amount(self, gesture: str) -> bool:
        """Return whether something is given with an amount."""
        return self._prepared.carries_amount(gesture)

    def group_of(self, gesture: str) -> Group:
        """Return where something stands in the order of an answer."""
        plan = self._prepared.plan.gesture(gesture)
        assert plan is not None, f"the charter knows {gesture}"
        return group_of(plan, None)

    def _leaves_enough(self, envelope: str, posted: int, told: ToldCase) -> bool:
        left = self.record.left_in(envelope, told.moment) - posted
        return left * 100 >= self.record.filled(envelope).amount * RESERVE_PERCENT

    def _request(self, told: ToldCase, username: str, gesture: str = "", amount: str | None = None) -> Request:
        proposal: Mapping[str, object] = {"gesture": gesture, **({} if amount is None else {"amount": amount})}
        return self._prepared.read(
            {
                "id": told.reference,
                "actor": {"role": self.people[username].role},
                "facts": {**with_stated(told.facts, told.learnt), "now": told.at},
                "standing": self.record.standing(told.reference, told.customer, told.moment),
                **({"proposal": proposal} if gesture else {}),
            }
        )

    def _written(self, amount: int | None) -> str | None:
        return None if amount is None else format_amount(amount, self._prepared.charter.currency)


def route_of(decision: Decision, proposed: Proposed) -> Route | None:
    """Return the way something is given; None if it is not."""
    if "do" in decision.routes:
        return "do"
    return "act_first" if proposed.act_first and "act_first" in decision.routes else None

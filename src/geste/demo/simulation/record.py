"""Record: what the simulation knows to have been given, counted as caps, limits and envelopes ask for it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from geste.apps.gestures.costing import account_for, cost_booked, envelope_for
from geste.apps.ledger.models import Account
from geste.core.charter.syntax import Envelope
from geste.core.decision.decision import Route
from geste.core.decision.prepared import PreparedCharter
from geste.core.decision.request import Request
from geste.core.ledger.periods import period_around
from geste.core.money import format_amount

CASE = "case"
WIDER = frozenset({"agent", "team", "site"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One thing given: on which case, by whom, and what was posted where. Amounts are minor units."""

    case: str
    customer: str
    by: str
    gesture: str
    amount: int | None
    at: datetime
    account: Account
    envelope: str
    posted: int


class Record:
    """Everything given so far. It is kept apart from the ledger, so that the two can be compared."""

    def __init__(self, prepared: PreparedCharter, zone: ZoneInfo) -> None:
        self.given: list[Given] = []
        self._prepared = prepared
        self._zone = zone
        self._of_customer: dict[str, list[Given]] = {}
        self._drawn: Counter[tuple[str, datetime]] = Counter()
        self._scopes = frozenset(counter.scope for counter in prepared.plan.counters)
        assert not self._scopes & WIDER, "the simulated businesses limit nothing by agent, team or site"

    def standing(self, case: str, customer: str, at: datetime) -> dict[str, object]:
        """Return what has been given already, in the wire form: on the case, to the customer, from the envelopes."""
        currency = self._prepared.charter.currency
        return {
            "given": [
                {
                    "gesture": given.gesture,
                    "amount": format_amount(given.amount or 0, currency),
                    "at": given.at.isoformat(timespec="seconds"),
                    "scopes": sorted(self._scopes - ({CASE} if given.case != case else set())),
                }
                for given in self._of_customer.get(customer, ())
            ],
            "envelopes": {
                envelope.id: {"left": format_amount(self.left_in(envelope.id, at), currency)}
                for envelope in self._prepared.charter.envelopes
            },
        }

    def left_in(self, envelope: str, at: datetime) -> int:
        """Return what an envelope has left in its period around a moment."""
        return self.filled(envelope).amount - self._drawn[self._period(envelope, at)]

    def filled(self, envelope: str) -> Envelope:
        """Return how much an envelope is filled with, and how often."""
        return next(each for each in self._prepared.charter.envelopes if each.id == envelope)

    def _period(self, envelope: str, at: datetime) -> tuple[str, datetime]:
        # By the clocks of the place, whose offset changes within a month: otherwise one month would be two.
        return envelope, period_around(at.astimezone(self._zone), self.filled(envelope).every)[0]

    def entry_of(self, request: Request, what: str, amount: int | None, route: Route) -> tuple[Account, str, int]:
        """Return where giving something is posted: the account, the envelope, and how much. Nothing is kept."""
        account = account_for(self._prepared, what, route)
        posted = cost_booked(self._prepared, request, what, amount) or 0
        draws = route == "do" and posted > 0
        return account, envelope_for(self._prepared, what, request.actor.role) if draws else "", posted

    def add(self, given: Given) -> None:
        """Keep one thing given."""
        self.given.append(given)
        self._of_customer.setdefault(given.customer, []).append(given)
        if given.envelope:
            self._drawn[self._period(given.envelope, given.at)] += given.posted

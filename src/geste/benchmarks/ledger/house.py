"""House: a company to measure in: a charter with four envelopes, forty people, and as many open cases as are needed."""

import importlib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread
from time import monotonic, process_time
from typing import TYPE_CHECKING

from geste.benchmarks.ledger.rate import Rate

if TYPE_CHECKING:
    from geste.apps.base.actor import Actor
    from geste.apps.people.models import User

CHARTER = """
charter: measured
name: Measured
version: 1
currency: EUR
effective: 2026-01-01
purpose: {en: Every guest should want to come back., fr: Que chaque client ait envie de revenir.}
case_cap: 500
roles:
  counter: {name: {en: Counter, fr: Comptoir}}
gestures:
  one: {name: {en: One, fr: Un}, kind: money_now, cap: 100}
  two: {name: {en: Two, fr: Deux}, kind: money_now, cap: 100}
  three: {name: {en: Three, fr: Trois}, kind: money_now, cap: 100}
  ours: {name: {en: Ours, fr: À nous}, kind: money_now, cap: 100}
envelopes:
  red: {name: {en: Red, fr: Rouge}, amount: 100000000, every: year, covers: [one]}
  green: {name: {en: Green, fr: Verte}, amount: 100000000, every: year, covers: [two]}
  blue: {name: {en: Blue, fr: Bleue}, amount: 100000000, every: year, covers: [three]}
  company: {name: {en: Company, fr: Maison}, amount: 100000000, every: year, covers: [ours]}
"""
PEOPLE, CASES = 40, 20_000
"""As many cases again belong to whoever writes past us."""
THREADS = 64
OPENED = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
SPREAD, HOT = ("one", "two", "three"), ("ours",)
TOKEN = "a-token-of-a-benchmark-that-nobody-keeps"  # noqa: S105 - of a house that is gone a minute later


def wish(number: int, gestures: tuple[str, ...]) -> tuple[int, dict[str, str]]:
    """Return the number of a case and what is given on it: never the same amount twice on one case."""
    cents = number // CASES + 1
    amount = f"{cents // 100}.{cents % 100:02}"
    return number % CASES, {"key": f"measured-{number}", "gesture": gestures[number % len(gestures)], "amount": amount}


class House:
    """A process of Geste with its database open and furnished, that gives as often as it can."""

    def __init__(self, home: str) -> None:
        # Configuration stands above everything, so it is called by its name, as the command line does.
        importlib.import_module("geste.config.running").prepare(Path(home))
        _furnish()
        self.next = count()
        self._actors, self._cases = _people_and_cases()

    def rest(self) -> None:
        """Let go of the database until somebody asks again."""
        from django.db import connections

        connections.close_all()

    def give_one(self) -> None:
        """Give once, straight to disk."""
        self._give(iter([next(self.next)]), SPREAD, monotonic() + 60, [])

    def service(self, gestures: tuple[str, ...], seconds: float) -> tuple[Rate, float]:
        """Return how many gestures so many threads get written in a second, and the milliseconds of CPU for each."""
        from geste.apps.gestures.services.hand_in import start_writer, stop_writer

        waits: list[float] = []
        start_writer()
        until, begun = monotonic() + seconds, process_time()
        threads = [Thread(target=self._give, args=(self.next, gestures, until, waits)) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        stop_writer()
        return Rate.of(waits, seconds), (process_time() - begun) / len(waits) * 1000

    def _give(self, numbers: Iterator[int], gestures: tuple[str, ...], until: float, waits: list[float]) -> None:
        from geste.apps.gestures.answers import Outcome
        from geste.apps.gestures.proposals import Intention, Proposal
        from geste.apps.gestures.services.hand_in import hand_in

        for number in numbers:
            begun = monotonic()
            if begun > until:
                return
            case, body = wish(number, gestures)
            proposal = Proposal(key=body["key"], gesture=body["gesture"], amount=body["amount"])
            actor = self._actors[number % PEOPLE]
            answer = hand_in(Intention(actor=actor, proposal=proposal, now=OPENED, case_id=self._cases[case]))
            assert isinstance(answer, Outcome), answer
            assert answer.gesture is not None, answer.decision.reasons
            waits.append(monotonic() - begun)


def _furnish() -> None:
    """Welcome people, publish the charter and open cases, each of a customer of its own."""
    from geste.apps.cases.models import Case
    from geste.apps.charters.services.publish_charter import publish_charter
    from geste.apps.people.selectors import actor_for
    from geste.apps.people.services.make_api_token import make_api_token

    steward = _welcome("steward", is_steward=True)
    publish_charter(actor=actor_for(steward), text=CHARTER, now=OPENED, written_reason="To be measured.")
    people = [_welcome(f"person-{number}") for number in range(PEOPLE)]
    make_api_token(user=people[0], label="load", secret=TOKEN, now=OPENED)
    rows = (
        Case(
            reference=f"M-{number}", kind="complaint", customer=f"customer-{number}", customer_label="Somebody",
            site_id=people[0].site_id, opened_by=people[number % PEOPLE], opened_at=OPENED,
        )
        for number in range(2 * CASES)
    )  # fmt: skip
    Case.objects.bulk_create(rows, batch_size=2000)
    _take_stock()


def _take_stock() -> None:
    """Let the database count the cases, as it does by itself in a house that has been open for a minute."""
    from django.db import connection

    from geste.apps.cases.models import Case

    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {Case._meta.db_table}")


def _welcome(name: str, *, is_steward: bool = False) -> "User":
    from geste.apps.people.services.welcome_user import Newcomer, welcome_user

    newcomer = Newcomer(
        username=name, display_name=name, role="counter", site="Here", team="All", is_steward=is_steward, password=None
    )  # fmt: skip
    return welcome_user(newcomer, time_zone="UTC")


def _people_and_cases() -> tuple[list["Actor"], list[int]]:
    from geste.apps.cases.models import Case
    from geste.apps.people.models import User
    from geste.apps.people.selectors import actor_for

    actors = [actor_for(user) for user in User.objects.filter(is_steward=False).order_by("pk")]
    return actors, list(Case.objects.order_by("pk").values_list("pk", flat=True)[:CASES])

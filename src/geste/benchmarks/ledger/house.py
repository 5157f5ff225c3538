"""House: a company to measure in: a charter with three envelopes, forty people, as many open cases as are needed."""

import importlib
from datetime import UTC, datetime
from pathlib import Path

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
PEOPLE = 40
CASES = 20_000
NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
SPREAD = ("one", "two", "three")


def open_house(home: str) -> None:
    """Prepare everything Geste needs in this process, as `geste serve` does. Told where by the environment."""
    # Configuration stands above everything, so it is called by its name, as the command line does.
    importlib.import_module("geste.config.running").prepare(Path(home))


def furnish(cases: int = CASES) -> None:
    """Welcome people, publish the charter and open cases: one customer each."""
    from geste.apps.cases.models import Case
    from geste.apps.charters.services.publish_charter import publish_charter
    from geste.apps.people.models import User
    from geste.apps.people.selectors import actor_for
    from geste.apps.people.services.welcome_user import Newcomer, welcome_user

    def welcome(name: str, *, is_steward: bool = False) -> User:
        newcomer = Newcomer(
            username=name,
            display_name=name,
            role="counter",
            site="Here",
            team="All",
            is_steward=is_steward,
            password=None,
        )
        return welcome_user(newcomer, time_zone="UTC")

    steward = welcome("steward", is_steward=True)
    publish_charter(actor=actor_for(steward), text=CHARTER, now=NOW, written_reason="Measured.")
    people = [welcome(f"person-{number}") for number in range(PEOPLE)]
    rows = (
        Case(
            reference=f"M-{number}", kind="complaint", customer=f"customer-{number}", customer_label="Somebody",
            site_id=people[0].site_id, opened_by=people[number % PEOPLE], opened_at=NOW,
        )
        for number in range(cases)
    )  # fmt: skip
    Case.objects.bulk_create(rows, batch_size=2000)

"""Books: what each kind of gesture is booked as, and that waiving a fee costs no cash."""

import csv
import io
from contextlib import nullcontext
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import Account, ClosedPeriod, Entry
from geste.apps.ledger.selectors import dated_entries
from geste.apps.ledger.services.close_period import CloseRefused, close_period
from geste.apps.ledger.services.post_entries import post_entries
from geste.apps.ledger.services.reverse_entries import reverse_entries
from geste.apps.people.selectors import actor_for
from geste.config import ledger_commands
from geste.core.ledger import life
from geste.core.ledger.accounts import CLEARING
from geste.core.ledger.closing import fingerprint
from geste.core.ledger.purse import Purse
from geste.interfaces.cli.main import main
from tests.journal import Fault, Flaw, Line, faults_in, journal_lines
from tests.make import (
    CHARTER,
    NOW,
    SYDNEY,
    entries_of_gestures,
    make_actor,
    make_case,
    make_charter,
    make_gesture,
    make_user,
    propose,
)
from tests.sums import balance_of

WITH_UPGRADE = CHARTER.replace(
    "  fee:\n",
    "  room: {{name: {{en: Upgrade, fr: Surclassement}}, kind: upgrade, amount: none, real_cost: 25}}\n"
    "  suite: {{name: {{en: Suite, fr: Suite}}, kind: upgrade, cap: 300, real_cost: 20 %}}\n  fee:\n",
)
JUNE = datetime(2026, 6, 2, 9, tzinfo=SYDNEY)


@pytest.fixture
def agent(db: None) -> Actor:
    make_charter(WITH_UPGRADE)
    return make_actor()


@pytest.fixture
def steward(db: None) -> Actor:
    return actor_for(make_user("grace", is_steward=True))


def booked() -> list[tuple[str, str, int]]:
    return [(entry.debit, entry.credit, entry.amount) for entry in entries_of_gestures()]


@pytest.mark.item("S2.19")
def test_a_waived_fee_books_no_cash_and_what_was_forgone_apart(agent: Actor) -> None:
    case = make_case(agent, facts={"stay": {"late": {"confirmed": True}}})

    make_gesture(agent, case, "fee")

    assert booked() == [("foregone_revenue", "waived_fees", 4_000)]
    cash = (Account.DUE_TO_CUSTOMERS, Account.PAID_OUT, Account.GESTURES, *CLEARING.values())
    assert [balance_of(account) for account in cash] == [0] * len(cash)


def test_an_upgrade_is_booked_at_what_it_costs_us(agent: Actor) -> None:
    make_gesture(agent, make_case(agent), "room")
    make_gesture(agent, make_case(agent), "suite", "300")

    assert booked() == [("cost_price", "goods", 2_500), ("cost_price", "goods", 6_000)]


def test_what_is_done_first_stands_to_settle_at_what_it_costs_and_is_settled_where_it_belongs(agent: Actor) -> None:
    outcome = propose(agent, make_case(agent), "drink", "80", act_first=True, note="It was a birthday.")
    assert outcome.gesture is not None
    assert booked() == [("to_settle", "goods", 2_800)]

    booking = life.Booking(gesture_key=outcome.gesture.key, books="cost_price", amount=2_800, currency="AUD")
    post_entries([life.settled(booking, at=NOW, purse=None)])

    assert booked()[1:] == [("cost_price", "to_settle", 2_800)]
    assert (balance_of(Account.TO_SETTLE), balance_of(Account.COST_PRICE), balance_of(Account.GOODS)) == (
        0,
        2_800,
        -2_800,
    )


@pytest.mark.django_db
def test_money_goes_through_the_clearing_account_which_is_at_nought_again() -> None:
    booking = life.Booking(gesture_key="by-stripe", books="gesture", amount=1_800, currency="AUD")

    post_entries([life.given(booking, at=NOW, purse=None), life.sent(booking, via="stripe", at=NOW)])
    assert balance_of(Account.CLEARING_STRIPE) == -1_800
    post_entries([life.confirmed(booking, via="stripe", at=NOW)])

    assert booked() == [
        ("gestures", "due_to_customers", 1_800),
        ("due_to_customers", "clearing_stripe", 1_800),
        ("clearing_stripe", "paid_out", 1_800),
    ]
    held = {account: balance_of(account) for account in Account if balance_of(account)}
    assert held == {Account.GESTURES: 1_800, Account.PAID_OUT: -1_800}

    reverse_entries(Entry.objects.all(), occurred_at=JUNE)
    assert [balance_of(account) for account in Account] == [0] * len(Account)
    assert list(faults_in(journal_lines())) == []


def test_a_batch_takes_as_many_statements_as_one(agent: Actor) -> None:
    purse = Purse(envelope="month", every="month", amount=1_000, currency="AUD", charter_version=1)

    def statements(number: int) -> int:
        bookings = [
            life.Booking(gesture_key=f"batch-{number}-{one}", books="gesture", amount=1, currency="AUD")
            for one in range(number)
        ]
        with CaptureQueriesContext(connection) as captured:
            post_entries([life.given(booking, at=NOW, purse=purse) for booking in bookings])
        return len(captured)

    statements(1)  # which opens the period
    assert statements(2) == statements(40)


GIVEN = Line(1, "gestures", "due_to_customers", 100, "AUD", "one")
OPENED = Line(1, "envelopes", "budget", 500, "AUD", "opened", period=7, seq=1, left=500)


@pytest.mark.parametrize(
    ("lines", "flaws"),
    [
        ([GIVEN], []),
        ([GIVEN._replace(amount=0)], [Flaw.NOT_POSITIVE]),
        ([GIVEN._replace(debit="due_to_customers")], [Flaw.ONE_ACCOUNT]),
        ([GIVEN._replace(debit="till_of_tomas")], [Flaw.UNKNOWN_ACCOUNT]),
        ([GIVEN._replace(credit="waived_fees")], [Flaw.ACCOUNTS_APART]),
        ([GIVEN, GIVEN._replace(number=2)], [Flaw.POSTED_TWICE]),
        ([GIVEN, GIVEN._replace(number=2, ordinal=1)], []),
        ([GIVEN, Line(2, "due_to_customers", "gestures", 100, "AUD", "one", reverses=1)], []),
        ([GIVEN, Line(2, "due_to_customers", "gestures", 99, "AUD", "one", reverses=1)], [Flaw.REVERSES_BADLY]),
        ([Line(2, "due_to_customers", "gestures", 99, "AUD", "one", reverses=1)], [Flaw.REVERSES_NOTHING]),
        (
            [
                GIVEN,
                Line(2, "due_to_customers", "gestures", 100, "AUD", "one", reverses=1),
                Line(3, "due_to_customers", "gestures", 100, "AUD", "one", reverses=1),
            ],
            [Flaw.REVERSED_TWICE],
        ),
        (
            [
                GIVEN,
                Line(2, "due_to_customers", "gestures", 100, "AUD", "one", reverses=1),
                Line(3, "gestures", "due_to_customers", 100, "AUD", "one", reverses=2),
            ],
            [Flaw.REVERSES_A_REVERSAL],
        ),
        ([OPENED, GIVEN._replace(number=2, period=7, seq=2, left=400)], []),
        ([OPENED, GIVEN._replace(number=2, period=7, seq=3, left=400)], [Flaw.GAP]),
        ([OPENED, GIVEN._replace(number=2, period=7, seq=2, left=401)], [Flaw.LEFT_IS_WRONG]),
        ([OPENED, GIVEN._replace(number=2, amount=501, period=7, seq=2, left=-1)], [Flaw.OVERDRAWN]),
    ],
)
def test_what_cannot_be_so_is_found(lines: list[Line], flaws: list[Flaw]) -> None:
    assert list(faults_in(lines)) == [Fault(flaw, lines[-1].number) for flaw in flaws]


def test_a_closed_month_takes_nothing_more_and_says_what_it_came_to(agent: Actor, steward: Actor) -> None:
    gesture = make_gesture(agent, make_case(agent), "credit", "390")
    closed = close_period(actor=steward, month="2026-05", now=JUNE)

    assert closed.entries == 2
    assert closed.movements == [
        ["budget", "month", "AUD", 0, 100_000],
        ["envelopes", "month", "AUD", 100_000, 0],
        ["foregone_revenue", "month", "AUD", 39_000, 0],
        ["waived_fees", "month", "AUD", 0, 39_000],
    ]
    assert gesture.entry is not None
    (late,) = reverse_entries([gesture.entry], occurred_at=NOW)
    assert late.occurred_at == closed.until == datetime(2026, 6, 1, tzinfo=SYDNEY)
    assert closed.digest == fingerprint(dated_entries(since=closed.since, until=closed.until))
    assert close_period(actor=steward, month="2026-05", now=JUNE) == closed


def test_only_a_month_that_is_over_is_closed_and_in_order(agent: Actor, steward: Actor) -> None:
    for month, code in (("2026-06", "close.not_over"), ("2026-13", "close.no_month"), ("May", "close.no_month")):
        with pytest.raises(CloseRefused, match=code):
            close_period(actor=steward, month=month, now=JUNE)
    close_period(actor=steward, month="2026-05", now=JUNE)
    with pytest.raises(CloseRefused, match=r"close\.closed_later"):
        close_period(actor=steward, month="2026-04", now=JUNE)
    assert ClosedPeriod.objects.count() == 1


def test_books_that_cannot_be_so_are_not_closed(agent: Actor, steward: Actor) -> None:
    gesture = make_gesture(agent, make_case(agent), "credit", "390")
    bad = Entry.objects.create(
        debit="waived_fees",
        credit="foregone_revenue",
        amount=1,
        currency="AUD",
        occurred_at=NOW,
        gesture_key=gesture.key,
        reverses=gesture.entry,
    )

    with pytest.raises(CloseRefused, match=r"close\.flawed") as refused:
        close_period(actor=steward, month="2026-05", now=JUNE)

    assert refused.value.faults == (("book.reversal_differs", {"entry": bad.pk}),)


@pytest.fixture
def commands(agent: Actor, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    make_gesture(agent, make_case(agent), "credit", "390")
    monkeypatch.setattr(ledger_commands, "inhabited", lambda _: nullcontext())
    monkeypatch.setattr(timezone, "now", lambda: JUNE + timedelta(days=1))
    return CliRunner()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_entry_is_traced_to_its_decision_and_charter(commands: CliRunner) -> None:
    filled, given = rows(commands.invoke(main, ["ledger", "export"]).stdout)

    gesture = Gesture.objects.get()
    assert (filled["debit"], filled["amount"], filled["decision"], filled["charter_version"]) == (
        *("envelopes", "1000.00", "", "1"),
    )
    assert (given["debit"], given["amount"], given["left_in_envelope"]) == ("foregone_revenue", "390.00", "610.00")
    assert (given["decision"], given["charter_version"], given["clause"]) == (str(gesture.decision_id), "1", "credit")
    assert (given["date"], given["gesture"], given["key"]) == ("2026-05-14", "credit", gesture.key)


def test_the_evidence_of_a_month_is_written_and_written_again_the_same(commands: CliRunner, tmp_path: Path) -> None:
    codes, folder = tmp_path / "codes.csv", tmp_path / "may"
    codes.write_text("foregone_revenue,709000\n", encoding="utf-8")
    asked = ["ledger", "close", "2026-05", "--into", str(folder), "--codes", str(codes)]

    said = commands.invoke(main, asked).stdout
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}

    assert said == f"2026-05 is closed: 2 entries. Evidence: {folder}\n"
    assert sorted(written) == ["closed.txt", "entries.csv", "journal.beancount", "summary.csv"]
    (forgone,) = [row for row in rows(written["summary.csv"]) if row["account"] == "foregone_revenue"]
    assert (forgone["gl_code"], forgone["envelope"], forgone["debits"], forgone["net"]) == (
        *("709000", "month", "390.00", "390.00"),
    )
    assert len(rows(written["entries.csv"])) == 2
    assert f"sha256: {ClosedPeriod.objects.get().digest}" in written["closed.txt"]
    assert commands.invoke(main, asked).stdout == said
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == written


def test_a_month_that_is_not_over_is_refused_in_words(commands: CliRunner) -> None:
    refused = commands.invoke(main, ["ledger", "close", "2026-06"])

    assert (refused.exit_code, "not over yet" in refused.output) == (1, True)

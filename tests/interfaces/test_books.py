"""The books over HTTP: exact to the cent, by account and envelope, never by person; only for who looks after them."""

import csv
import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import ClosedPeriod, Entry, EnvelopeChange, EnvelopePeriod
from geste.apps.ledger.services.open_book import open_book
from geste.apps.ledger.services.post_entry import post_entry
from geste.apps.people.models import Site, User
from geste.apps.people.selectors import actor_for
from geste.core.ledger.life import Booking, confirmed, sent
from geste.interfaces.web.books import reader
from tests.make import CHARTER, NOW, SITE, SYDNEY, make_case, make_charter, make_gesture, make_user, propose, take_back

pytestmark = pytest.mark.django_db
CHANGE = "/books/envelopes/month/change"
MONTH = "/books/month?month=2026-05"


def text_of(answer: Any) -> str:
    """Return what a person reads of a page's content, on one line."""
    content = answer.content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", content[content.index("<h1") :])).split())


def rows_of(answer: Any) -> dict[str, list[str]]:
    """Return the rows of all tables of a page: the first cell, and the others."""
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", answer.content.decode(), re.DOTALL):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        first, *others = [unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in cells]
        found[first] = [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in others]
    return found


@pytest.fixture(autouse=True)
def in_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the books be read on the night the tests take place."""
    monkeypatch.setattr(reader, "now", lambda: NOW)
    for module in ("envelope", "closing"):
        monkeypatch.setattr(f"geste.interfaces.web.books.{module}.now", lambda: NOW)


@pytest.fixture
def office(user: User) -> Client:
    """Return the browser of who looks after the charter."""
    client = Client()
    client.force_login(User.objects.get(username="grace"))
    return client


@pytest.fixture
def given(agent: Actor) -> list[Gesture]:
    """Return a credit of 100, a drink of 20 (7 at cost), a night owed, and a credit of 600 that was acted first."""
    case = make_case(agent, facts={"stay": {"price": "390", "nights": 1}})
    first = propose(agent, case, "credit", "600", act_first=True, note="It was right.")
    assert first.gesture is not None, first.decision.reasons
    return [
        make_gesture(agent, make_case(agent), "credit", "100"),
        make_gesture(agent, make_case(agent), "drink", "20"),
        make_gesture(agent, case, "refund"),
        first.gesture,
    ]


def test_whoever_gives_has_their_own_pages_and_the_books_are_not_among_them(visitor: Client, office: Client) -> None:
    for name in ("books", "books-month", "books-entries", "books-transit", "books-close", "books-export"):
        assert visitor.get(reverse(f"web:{name}")).status_code == 403, name
        assert office.get(reverse(f"web:{name}")).status_code == 200, name
    assert visitor.post(CHANGE, {"amount": "10", "reason": "Mine"}).status_code == 403
    assert 'href="/books"' not in visitor.get("/").content.decode()
    assert 'href="/books"' in office.get("/").content.decode()


def test_on_the_first_of_a_month_the_books_lead_to_the_month_before(
    office: Client, given: list[Gesture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "now", lambda: datetime(2026, 7, 1, 8, tzinfo=SYDNEY))

    for address in ("/books/month", "/books/entries"):
        shown = office.get(address)
        assert "Nothing has been booked in July 2026 yet. See May 2026" in text_of(shown), address
        assert '<a href="?month=2026-05">' in shown.content.decode()
        assert "has been booked" not in text_of(office.get(f"{address}?month=2026-05"))


def test_an_empty_book_says_so_plainly(office: Client) -> None:
    glance = text_of(office.get("/books"))

    assert "The next gesture that draws on it opens its period. A$0.00 used of A$1,000.00 A$1,000.00 left" in glance
    assert "Nothing is open: what was promised is done." in glance
    assert "0 unexplained. Every clearing account is at nought." in glance
    assert "Nothing was booked here in this month." in text_of(office.get(MONTH))
    assert "No entry matches." in text_of(office.get("/books/entries?month=2026-05"))
    assert "No month is closed yet." in text_of(office.get("/books/close"))


def test_what_was_let_go_never_stands_among_what_it_cost(office: Client, given: list[Gesture]) -> None:
    page = office.get(MONTH)

    rows = rows_of(page)
    assert rows["Paid by right"] == ["A$390.00", "1", "A$390.00", "–"]
    assert rows["Goods at cost price"] == ["A$7.00", "1", "A$7.00", "–"]
    assert rows["In all"] == ["A$397.00", ""]
    assert rows["To settle"] == ["A$600.00", "1", "A$600.00", "–"]
    assert rows["Revenue forgone"] == ["A$100.00", "1", "A$100.00", "–"]
    assert rows["Waived"] == ["-A$700.00", "2", "–", "A$700.00"]
    assert rows["Envelopes"] == ["A$1,000.00", "1", "A$1,000.00", "–"]
    cost, _, rest = page.content.decode().partition("To settle")
    assert "Revenue forgone" not in cost.partition("What it cost")[2]
    assert "Revenue forgone" in rest


def test_an_envelope_filter_leaves_out_what_did_not_draw_on_it(office: Client, given: list[Gesture]) -> None:
    rows = rows_of(office.get(f"{MONTH}&envelope=month"))

    assert rows["Revenue forgone"][0] == "A$100.00"
    assert not {"Paid by right", "To settle"} & rows.keys()


def test_from_an_entry_to_its_decision_and_back_to_what_it_reverses(
    office: Client, agent: Actor, given: list[Gesture]
) -> None:
    credit = given[0]
    assert credit.entry is not None
    take_back(agent, credit, now=NOW + timedelta(seconds=5))
    back = Entry.objects.get(reverses=credit.entry)

    first, second = (text_of(office.get(f"/books/entries/{number}")) for number in (credit.entry.pk, back.pk))

    assert "Credit, A$100.00" in first
    assert f"It was moved back by entry {back.pk} . Neither of the two counts any more." in first
    assert "Envelope: The month A$1,000.00 before, A$900.00 after." in first
    assert f"It moves back entry {credit.entry.pk} ." in second
    page = office.get(f"/books/entries/{back.pk}").content.decode()
    assert reverse("web:receipt", args=[credit.pk]) in page
    assert reverse("web:version", args=[1]) in page
    assert rows_of(office.get(MONTH))["Revenue forgone"] == ["–", "2", "A$100.00", "A$100.00"]


def test_entries_are_found_by_account_and_envelope_and_turned_page_by_page(
    office: Client, given: list[Gesture]
) -> None:
    found = text_of(office.get("/books/entries?month=2026-05&account=owed"))

    assert "1 entry." in found
    assert "The night back A$390.00 Paid by right" in found
    assert "2 entries." in text_of(office.get("/books/entries?month=2026-05&account=waived_fees"))
    assert "A$100.00" in text_of(office.get("/books/entries?month=2026-05&envelope=month&page=99"))
    assert office.get("/books/entries?month=may").status_code == 400
    assert office.get("/books/entries/999999").status_code == 404


def test_nobody_who_gave_stands_in_the_books(office: Client, given: list[Gesture]) -> None:
    numbers = Entry.objects.values_list("pk", flat=True)
    addresses = ["/books", "/books/envelopes/month", MONTH, "/books/entries?month=2026-05", "/books/transit"]
    addresses += ["/books/close", *(f"/books/entries/{number}" for number in numbers)]
    addresses += [f"/books/export?month=2026-05&kind={kind}" for kind in ("entries", "sums", "journal")]

    for address in addresses:
        said = office.get(address).content.decode()
        assert "Tomas" not in said, address
        assert "tomas" not in said, address


def test_an_envelope_is_raised_and_lowered_with_a_reason_and_the_opposite_is_offered(
    office: Client, given: list[Gesture]
) -> None:
    seen = EnvelopeChange.objects.count()

    sent_off = office.post(CHANGE, {"way": "raise", "amount": "1,200.50", "reason": "A busy weekend", "seen": seen})

    assert sent_off.headers["Location"] == "/books/envelopes/month"
    page = office.get("/books/envelopes/month")
    assert "The month is raised by A$1,200.50." in page.content.decode()
    assert "A$107.00 used of A$2,200.50 A$2,093.50 left" in text_of(page)
    assert "+A$1,200.50 Raised by hand A busy weekend 14 May 2026, 01:07 · Grace" in text_of(page)
    opposite = re.search(r'href="(\?way=lower[^"]+)#change"', page.content.decode())
    assert opposite is not None
    offered = office.get(f"/books/envelopes/month{unescape(opposite[1])}").content.decode()
    assert 'value="lower" checked' in offered
    assert 'value="1200.50"' in offered
    assert "Undone: A busy weekend</textarea>" in offered


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount": "10", "reason": " "}, "Write down why"),
        ({"amount": "ten", "reason": "Why not"}, "That is no amount. Write it like 12.50."),
        ({"amount": "-5", "reason": "Why not"}, "That is no amount."),
        ({"amount": "0", "reason": "Why not"}, "Nothing would change."),
        ({"way": "lower", "amount": "893.01", "reason": "Less"}, "more than is left: A$893.00"),
        ({"amount": "10", "reason": "x" * 501}, "Keep the reason to 500 characters."),
        ({"amount": "10", "reason": "Again", "seen": "0"}, "It was changed meanwhile."),
    ],
)
def test_what_cannot_be_written_is_said_and_what_was_typed_stays(
    office: Client, given: list[Gesture], typed: dict[str, str], said: str
) -> None:
    before = Entry.objects.count()

    answer = office.post(CHANGE, {"seen": str(EnvelopeChange.objects.count()), **typed})

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert f'value="{typed["amount"]}"' in answer.content.decode()
    assert Entry.objects.count() == before


def test_a_form_sent_twice_raises_once(office: Client, given: list[Gesture]) -> None:
    form = {"amount": "50", "reason": "Once", "seen": str(EnvelopeChange.objects.count())}

    answers = [office.post(CHANGE, form).status_code for _ in range(2)]

    assert answers == [302, 422]
    assert EnvelopePeriod.objects.get().cap == 105_000


def test_a_period_that_is_over_is_told_beside_the_one_that_waits(
    office: Client, given: list[Gesture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "now", lambda: NOW + timedelta(days=30))

    said = text_of(office.get("/books"))

    assert "The next gesture that draws on it opens its period. A$0.00 used of A$1,000.00" in said
    assert "Before that: 1 May 2026 to 31 May 2026: A$107.00 used of A$1,000.00." in said
    assert "Periods before 1 May 2026 to 31 May 2026" in text_of(office.get("/books/envelopes/month"))


def test_where_each_site_has_a_purse_of_its_own_each_is_told_and_raised_apart(office: Client) -> None:
    make_charter(CHARTER.replace("every: month}", "every: month, each: site}"), version=2)
    site = Site.objects.get(name=SITE)

    said = text_of(office.get("/books"))
    office.post(CHANGE, {"of": f"site:{site.pk}", "amount": "25", "reason": "A fair", "seen": "0"})

    assert f"The month · {SITE} " in said
    assert "The month · Whoever belongs to none " in said
    assert [(row.holder, row.cap) for row in EnvelopePeriod.objects.all()] == [(f"site:{site.pk}", 102_500)]
    assert "A$1,025.00 left" in text_of(office.get(f"/books/envelopes/month?of=site:{site.pk}"))
    assert office.get("/books/envelopes/month").status_code == 404


def test_an_unknown_envelope_is_nowhere(office: Client) -> None:
    assert office.get("/books/envelopes/nowhere").status_code == 404
    assert office.post("/books/envelopes/nowhere/change", {"amount": "5", "reason": "No"}).status_code == 404


def test_an_envelope_that_is_used_up_says_what_still_works(office: Client, agent: Actor) -> None:
    for amount in ("450", "450"):
        make_gesture(agent, make_case(agent), "credit", amount)
    assert "Nearly used up: suggestions get smaller, nothing stops." in text_of(office.get("/books"))

    make_gesture(agent, make_case(agent), "credit", "100")

    said = text_of(office.get("/books"))
    assert "Used up, and nothing stops: what is owed is paid" in said
    assert "A$0.00 left" in said


def test_the_forecast_is_told_as_a_range_once_there_is_a_pace(office: Client, agent: Actor) -> None:
    for _ in range(4):
        make_gesture(agent, make_case(agent), "credit", "50")
    assert "Too little was given yet to say where it goes." in text_of(office.get("/books"))

    for _ in range(4):
        make_gesture(agent, make_case(agent), "credit", "50")

    # 13 days, 1 hour and 7 minutes of 31 days are over: 400 becomes 950.44, give or take 327.74.
    assert "At this pace A$622 to A$1,279 by 31 May 2026: it may come close." in text_of(office.get("/books"))


def carry(gesture: Gesture, *, at: datetime, is_done: bool = False) -> None:
    booking = Booking(gesture_key=gesture.key, books="owed", amount=gesture.amount or 0, currency=gesture.currency)
    with transaction.atomic():
        open_book()
        post_entry(sent(booking, via="manual", at=at))
        if is_done:
            post_entry(confirmed(booking, via="manual", at=at))


def test_what_is_on_its_way_becomes_unexplained_after_four_days(office: Client, given: list[Gesture]) -> None:
    owed = given[2]
    carry(owed, at=NOW - timedelta(days=4) + timedelta(seconds=1))
    assert "0 unexplained. 1 amount is on its way." in text_of(office.get("/books"))
    assert rows_of(office.get("/books/transit"))["On its way, by hand"][0] == "A$390.00"

    assert "0 unexplained." in text_of(office.get("/books/transit"))


def test_what_waits_too_long_comes_first_and_what_is_confirmed_is_gone(office: Client, given: list[Gesture]) -> None:
    carry(given[2], at=NOW - timedelta(days=9))

    assert "1 amount is on its way for longer than it should be." in text_of(office.get("/books"))
    assert rows_of(office.get("/books/transit"))["On its way, by hand"] == ["A$390.00", "5 May 2026, 01:07", "9 days"]


def test_what_is_confirmed_leaves_every_clearing_account_at_nought(office: Client, given: list[Gesture]) -> None:
    carry(given[2], at=NOW - timedelta(days=9), is_done=True)

    assert "0 unexplained. Every clearing account is at nought." in text_of(office.get("/books"))


def test_a_month_is_closed_once_it_is_over_with_its_evidence(
    office: Client, given: list[Gesture], monkeypatch: pytest.MonkeyPatch
) -> None:
    early = office.post("/books/close/month", {"month": "2026-05"})
    assert early.status_code == 422
    assert "This month is not over yet." in text_of(early)

    monkeypatch.setattr("geste.interfaces.web.books.closing.now", lambda: NOW + timedelta(days=30))
    done = office.post("/books/close/month", {"month": "2026-05"})

    assert done.headers["Location"] == "/books/closed/2026-05"
    closed = ClosedPeriod.objects.get()
    page = office.get("/books/closed/2026-05")
    said = text_of(page)
    assert f"Closed with {Entry.objects.count()} entries, dated from 1 May 2026, 00:00" in said
    assert "13 June 2026, 01:07 · Grace" in said
    assert "Looked at again just now: the entries are the very ones it was closed with." in said
    assert closed.digest in said
    assert rows_of(page)["Paid by right"] == ["", "A$390.00", "–"]
    assert "May 2026 5 entries, closed on 13 June 2026 · Grace" in text_of(office.get("/books/close"))
    assert "Closed, with its evidence" in text_of(office.get(MONTH))
    assert office.get("/books/closed/2026-04").status_code == 404


def test_evidence_that_no_longer_holds_says_so(office: Client, given: list[Gesture]) -> None:
    entries = Entry.objects.count()
    ClosedPeriod.objects.create(
        name="2026-04",
        since=NOW - timedelta(days=60),
        until=NOW + timedelta(days=1),
        closed_at=NOW,
        entries=entries,
        movements=[],
        digest="0" * 64,
    )

    assert "The entries are no longer the ones it was closed with." in text_of(office.get("/books/closed/2026-04"))


def test_a_month_is_taken_along_to_the_cent(office: Client, given: list[Gesture]) -> None:
    entries = office.get("/books/export?month=2026-05&kind=entries")
    sums = office.get("/books/export?month=2026-05&kind=sums")
    journal = office.get("/books/export?month=2026-05&kind=journal").content.decode()

    assert entries.headers["Content-Disposition"] == 'attachment; filename="geste-2026-05-entries.csv"'
    lines = list(csv.DictReader(entries.content.decode().splitlines()))
    owed = next(line for line in lines if line["debit"] == "owed")
    assert (owed["amount"], owed["gesture"], owed["charter_version"]) == ("390.00", "refund", "1")
    booked = {line["account"]: line["net"] for line in csv.DictReader(sums.content.decode().splitlines())}
    assert (booked["owed"], booked["foregone_revenue"], booked["cost_price"]) == ("390.00", "100.00", "7.00")
    assert "Expenses:Owed  390.00 AUD" in journal
    assert office.get("/books/export?month=2026-13").status_code == 400
    assert office.get("/books/export?month=2026-05&kind=gossip").status_code == 404


def test_a_steward_of_another_place_reads_the_sums_but_not_the_receipts(given: list[Gesture]) -> None:
    away = Client()
    away.force_login(make_user("ann", site="Hilltop", is_steward=True))
    assert given[2].entry is not None

    assert rows_of(away.get(MONTH))["Paid by right"][0] == "A$390.00"
    page = text_of(away.get(f"/books/entries/{given[2].entry.pk}"))
    assert "The decision behind it was made at another place" in page


def test_the_books_speak_french(office: Client, given: list[Gesture]) -> None:
    office.post("/language", {"language": "fr", "next": "/books"})

    said = text_of(office.get("/books")).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")

    assert said.startswith("Comptes Au 14 mai 2026.")
    assert "107,00 $AU utilisés sur 1 000,00 $AU reste 893,00 $AU" in said
    assert actor_for(User.objects.get(username="grace")).is_steward

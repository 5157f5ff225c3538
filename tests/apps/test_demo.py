"""The demonstration keeps to its charter, decides as its worked examples say, adds up, and told twice is told once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from django.db.models import Model

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import open_cases
from geste.apps.charters.models import CharterText
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.selectors import crossed_red_lines, known_facts, question_about
from geste.apps.hops.models import Bend, Hop, HopAnswer, Interruption, LocalVariant
from geste.apps.ledger.soundness import BookReader
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.refusals.models import Handover, Refusal, SupervisorRequest, Wish
from geste.apps.reviews.models import Conclusion, Opinion, Reaction, Sample
from geste.demo.companies import COMPANIES
from geste.demo.company import Company, charter_of, life_of
from geste.demo.contact_centre import CONTACT_CENTRE
from geste.demo.hotel import HOTEL
from geste.demo.moving import moved
from geste.demo.names import NAMES, SEED
from geste.demo.shop import SHOP
from geste.demo.simulation.life import Life
from geste.demo.story import ToldCase
from geste.demo.telling import tell
from tests.make import NOW, entries_of_gestures, propose

pytestmark = pytest.mark.django_db

# Who proposes what on which case of the worked examples, and what the charter says of it.
VERDICTS = {
    "hotel": (
        ("H1", "tomas", "part_of_night", "97.50", "within"),
        ("H1", "tomas", "night_credit", "390", "within"),
        ("H2", "nora", "food_and_drink", "46", "within"),
        ("H2", "nora", "night_credit", "420", "beyond"),
        ("H3", "tomas", "night_credit", "195", "within"),
        ("H4", "hugo", "personal_touch", "45", "within"),
        ("H5", "nora", "night_credit", "260", "beyond"),
        ("H5", "nora", "put_right", None, "within"),
        ("H6", "ana", "food_and_drink", "38", "within"),
        ("H7", "nora", "food_and_drink", "18", "within"),
        ("H8", "ana", "food_and_drink", "10", "forbidden"),
        ("H8", "ana", "call_help", None, "within"),
        ("H9", "tomas", "whole_night", "390", "within"),
        ("H9", "tomas", "night_credit", "1170", "beyond"),
        ("H9", "priya", "night_credit", "1170", "within"),
        ("H10", "mei", "delight", "25", "within"),
    ),
    "shop": (
        ("E1", "julie", "conformity", None, "within"),
        ("E1", "julie", "shipping_on_us", "9.90", "within"),
        ("E2", "samir", "take_back", None, "within"),
        ("E3", "samir", "send_again", "67", "within"),
        ("E4", "nadia", "send_again", "67", "beyond"),
        ("E4", "nadia", "send_signed", "67", "within"),
        ("E5", "julie", "shipping_on_us", "5.90", "within"),
        ("E6", "julie", "courier", "180", "beyond"),
        ("E6", "claire", "courier", "180", "within"),
        ("E7", "samir", "unsafe_item", "48.50", "within"),
        ("E7", "samir", "voucher", "15", "forbidden"),
        ("E8", "samir", "shipping_on_us", "4.90", "within"),
        ("E9", "nadia", "in_mourning", "64", "within"),
        ("E10", "emma", "closing_discount", "16.96", "within"),
        ("E10", "emma", "closing_shipping", "7.50", "within"),
        ("E11", "yanis", "card_and_bulb", "6", "within"),
        ("E11", "yanis", "add_on", "6", "within"),
    ),
    "contact_centre": (
        ("T1", "lea", "outage", "3.20", "within"),
        ("T1", "lea", "credit", "15", "within"),
        ("T2", "lea", "waive_late_fee", "7.50", "within"),
        ("T3", "lea", "loyalty_credit", "60", "within"),
        ("T4", "chloe", "plan_change", None, "within"),
        ("T5", "hannah", "credit", "23", "within"),
        ("T5", "hannah", "credit", "46", "beyond"),
        ("T6", "jonas", "late_porting", "60", "within"),
        ("T6", "jonas", "credit", "120", "within"),
        ("T6", "jonas", "credit", "300", "beyond"),
        ("T6", "farid", "credit", "300", "within"),
        ("T7", "moussa", "sim_swap", None, "forbidden"),
        ("T7", "moussa", "connect_call", None, "within"),
        ("T8", "lea", "in_mourning", None, "within"),
        ("T9", "moussa", "stay_offer", "10", "within"),
        ("T9", "moussa", "credit", "30", "beyond"),
        ("T10", "paul", "loyalty_credit", "60", "within"),
    ),
}


@pytest.fixture
def tomas() -> Actor:
    return actor_for(tell(HOTEL))


def person(username: str) -> Actor:
    return actor_for(User.objects.get(username=username))


def verdict(reference: str, who: str, gesture: str, amount: str | None) -> str:
    proposal = {"gesture": gesture} if amount is None else {"gesture": gesture, "amount": amount}
    case = Case.objects.get(reference=reference)
    question = question_about(case, actor=person(who), now=NOW, proposal=proposal)
    return question.in_force.prepared.decide(question.request).authority


def test_the_ten_worked_cases_are_open_and_the_earlier_claims_closed(tomas: Actor) -> None:
    assert [case.reference for case in open_cases(tomas)] == [
        *("H9", "H10", "H8", "H7", "H6", "H5", "H4", "H3", "H2", "H1")
    ]
    assert sorted(Case.objects.filter(status="closed").values_list("reference", flat=True)) == ["H5-1", "H5-2", "H5-3"]
    assert list(Gesture.objects.values_list("amount", flat=True)) == [26_000, 26_000, 26_000]


@pytest.mark.usefixtures("tomas")
def test_told_again_nothing_changes() -> None:
    tell(HOTEL)

    assert (Case.objects.count(), Gesture.objects.count(), User.objects.count()) == (13, 3, 14)


def test_every_fact_of_the_story_is_one_the_charter_reads(tomas: Actor) -> None:
    for case in Case.objects.all():
        question = question_about(case, actor=tomas, now=NOW)
        assert known_facts(case, question.in_force) == case.facts


@pytest.mark.parametrize("name", NAMES)
def test_each_case_decides_as_its_worked_example(name: str) -> None:
    tell(COMPANIES[name])

    found = [verdict(*asked) for *asked, _ in VERDICTS[name]]
    assert found == [authority for *_, authority in VERDICTS[name]]


@pytest.mark.parametrize("ends", [date(2028, 2, 29), date(2027, 1, 1), date(2027, 3, 28), date(2026, 10, 4)])
@pytest.mark.parametrize("name", NAMES)
def test_each_case_decides_alike_on_whichever_day_its_story_ends(name: str, ends: date) -> None:
    company = moved(COMPANIES[name], ends=ends)
    tell(company)

    found = [verdict(*asked) for *asked, _ in VERDICTS[name]]
    assert found == [authority for *_, authority in VERDICTS[name]]
    charters = CharterText.objects.order_by("version").values_list("version", "effective")
    version, effective = charter_of(company).version, charter_of(company).effective
    assert list(charters) == [(version - 1, effective.replace(year=effective.year - 1)), (version, effective)]
    assert BookReader().read() == []


def test_a_life_of_two_years_began_under_a_charter_of_its_time() -> None:
    first = replace(SHOP.cases[0], reference="two-years-ago", at="2024-06-10T09:30:00+02:00")

    tell(SHOP, Life((first,), ()))

    assert CharterText.objects.earliest("effective").effective == date(2024, 6, 1)
    assert Case.objects.get(reference="two-years-ago").outcome == first.ended


@pytest.mark.usefixtures("tomas")
def test_the_fourth_claim_is_handed_over_with_its_history() -> None:
    case = Case.objects.get(reference="H5")

    decision = propose(person("nora"), case, "night_credit", "260").decision

    assert (decision.clause, decision.routes) == ("look_together", ["hand_over"])


def test_a_case_is_decided_as_of_its_own_moment(tomas: Actor) -> None:
    case = Case.objects.get(reference="H1")

    assert propose(tomas, case, "put_right").decision.request["facts"]["now"] == "2026-05-14T01:07:00+10:00"


def test_the_allergic_guest_shows_the_red_line_first(tomas: Actor) -> None:
    question = question_about(Case.objects.get(reference="H8"), actor=tomas, now=NOW)

    assert [line.id for line in crossed_red_lines(question)] == ["safety"]


def posted_by_the_ledger() -> Counter[tuple[str, str]]:
    posted: Counter[tuple[str, str]] = Counter()
    for entry in entries_of_gestures().all():
        posted[entry.debit, entry.envelope] += entry.amount
    return posted


def posted_by_the_record(life: Life) -> Counter[tuple[str, str]]:
    posted: Counter[tuple[str, str]] = Counter()
    for given in life.given:
        posted[given.account, given.envelope] += given.posted
    return +posted


def rows() -> list[tuple[object, ...]]:
    cases = Case.objects.values_list("reference", "words", "customer_label", "outcome", "root_issue", "closed_at")
    gestures = Gesture.objects.values_list("key", "what", "amount", "given_by__username", "given_at", "settling")
    return [*cases.order_by("reference"), *gestures.order_by("key")]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_given_adds_up_to_the_cent(name: str) -> None:
    life = life_of(COMPANIES[name], seed=SEED, weeks=1)

    tell(COMPANIES[name], life)

    assert posted_by_the_ledger() == posted_by_the_record(life)
    assert Gesture.objects.count() == len(life.given)
    assert set(open_references()) == {case.reference for case in COMPANIES[name].cases if case.ended is None}


def open_references() -> list[str]:
    return list(Case.objects.filter(status="open").values_list("reference", flat=True))


def test_told_from_another_seed_the_rows_are_others_and_from_the_same_they_are_the_same() -> None:
    told = [rows_told(SHOP, seed) for seed in (3, 4, 3)]

    assert told[0] == told[2]
    assert told[0] != told[1]


def rows_told(company: Company, seed: int) -> list[tuple[object, ...]]:
    """Return what a telling writes, and leave nothing of it."""
    before = transaction.savepoint()
    tell(company, life_of(company, seed=seed, weeks=1))
    found = rows()
    transaction.savepoint_rollback(before)
    return found


class Interrupted(Exception):
    """The story stops here."""


def test_an_interrupted_story_is_told_on_from_where_it_stopped() -> None:
    life = life_of(CONTACT_CENTRE, seed=SEED, weeks=1)
    stopped_at = next(case for case in life.cases if any(not each.is_given for each in case.proposed))

    def interrupted(cases: Sequence[ToldCase]) -> Iterator[ToldCase]:
        for told in cases:
            yield told
            if told == stopped_at:
                Case.objects.filter(reference=told.reference).update(status="open", outcome="", closed_at=None)
                raise Interrupted

    with suppress(Interrupted):
        tell(CONTACT_CENTRE, life, interrupted)
    assert len(open_references()) < len(life.cases)
    tell(CONTACT_CENTRE, life)

    told = sum(len(case.proposed) for case in (*CONTACT_CENTRE.cases, *life.cases))
    assert DecisionRecord.objects.count() == told
    assert posted_by_the_ledger() == posted_by_the_record(life)


def test_weeks_hold_noes_questions_wishes_and_calls_and_told_twice_they_are_told_once() -> None:
    tell(CONTACT_CENTRE, life_of(CONTACT_CENTRE, weeks=1))
    kept: tuple[type[Model], ...] = (
        Hop,
        HopAnswer,
        Refusal,
        SupervisorRequest,
        Handover,
        Interruption,
        Wish,
        Bend,
        LocalVariant,
        Reaction,
        Conclusion,
        Sample,
        Opinion,
    )
    first = {model.__name__: model._default_manager.count() for model in kept}

    tell(CONTACT_CENTRE, life_of(CONTACT_CENTRE, weeks=1))

    assert {model.__name__: model._default_manager.count() for model in kept} == first
    assert all(first[model.__name__] for model in (Refusal, SupervisorRequest, Handover, Bend, LocalVariant)), first
    assert Refusal.objects.filter(is_tapped=False).exists()

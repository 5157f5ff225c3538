"""Life: twelve weeks of three companies. The same seed gives the same life, and each keeps to its tables."""

from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from geste.apps.cases.models import Kind, Outcome, RootIssue
from geste.core.decision.prepared import prepare
from geste.demo.companies import COMPANIES, company_under
from geste.demo.company import Company, charter_of, life_of
from geste.demo.names import NAMES, SEED
from geste.demo.simulation.desk import RESERVE_PERCENT
from geste.demo.simulation.life import Life
from geste.demo.simulation.record import Record
from geste.demo.story import ToldCase
from tests.demo.conftest import whole_life

OTHER_SEEDS = (2, 3)


def test_the_three_companies_go_by_their_names() -> None:
    assert tuple(COMPANIES) == NAMES
    assert [company_under(company.charter_id) for company in COMPANIES.values()] == list(COMPANIES.values())
    assert company_under("harbour") is None
    assert {company.charter_id for company in COMPANIES.values()} == {
        charter_of(company).id for company in COMPANIES.values()
    }


def test_the_same_seed_gives_the_same_life_and_another_gives_another(company: Company) -> None:
    told, again = (life_of(company, seed=5, weeks=2) for _ in range(2))
    other = life_of(company, seed=6, weeks=2)

    assert told == again
    assert told.cases != other.cases


def test_it_lasts_twelve_weeks_and_ends_before_tonight(company: Company, life: Life) -> None:
    tonight = max(case.moment for case in company.cases)
    first, last = life.cases[0].moment, life.cases[-1].moment

    assert list(life.cases) == sorted(life.cases, key=lambda case: case.moment)
    assert timedelta(weeks=11, days=4) < tonight - first < timedelta(weeks=12)
    assert last < tonight
    assert len({case.reference for case in (*life.cases, *company.cases)}) == len(life.cases) + len(company.cases)


@pytest.mark.parametrize("seed", [SEED, *OTHER_SEEDS])
@pytest.mark.parametrize("name", NAMES)
def test_every_life_has_something_of_everything(name: str, seed: int) -> None:
    life = whole_life(name, seed)
    proposed = [each for case in life.cases for each in case.proposed]
    ends = Counter(case.ended for case in life.cases)
    heard = Counter(case.customer for case in life.cases)

    assert 350 < len(life.cases) < 600
    assert min(ends[end] for end in (Outcome.HEARD, Outcome.FIXED, Outcome.FIXED_WITH_GESTURE)) >= 10
    assert ends[Outcome.DECLINED_WITH_ALTERNATIVE] >= 2
    assert sum(not each.is_given for each in proposed) >= 5
    assert sum(given.account == "to_settle" for given in life.given) >= 1
    assert sum(given.account == "owed" and given.posted > 0 for given in life.given) >= 5
    assert any(case.learnt.get("case.responsibility") == "customer" for case in life.cases)
    assert any(case.learnt.get("case.second_failure") for case in life.cases)
    assert any(case.kind is Kind.REQUEST for case in life.cases)
    assert any(case.root_issue is RootIssue.NOT_NOW and case.because for case in life.cases)
    assert max(heard.values()) >= 2
    assert {case.language for case in life.cases} == {"en", "fr"}


@pytest.mark.parametrize("seed", [SEED, *OTHER_SEEDS])
@pytest.mark.parametrize("name", NAMES)
def test_tonight_there_is_always_enough_left(name: str, seed: int) -> None:
    company, life = COMPANIES[name], whole_life(name, seed)
    charter = charter_of(company)
    record = Record(prepare(charter), ZoneInfo(company.time_zone))
    for given in life.given:
        record.add(given)

    assert all(
        record.left_in(envelope.id, case.moment) * 100 >= envelope.amount * RESERVE_PERCENT
        for envelope in charter.envelopes
        for case in company.cases
    )


def test_no_customer_is_left_with_a_bare_no(life: Life) -> None:
    refused = [case for case in life.cases if any(not each.is_given for each in case.proposed)]

    assert refused
    assert [case.reference for case in refused if not any(each.is_given for each in case.proposed)] == []


def test_acting_first_always_says_why(life: Life) -> None:
    # A late fee of 7.50 is below the trust line, where nobody has to say why.
    cases = [case for case in life.cases if case.about != "late_fee"]
    assert all(each.note for case in cases for each in case.proposed if each.act_first)


def about(life: Life, name: str) -> list[ToldCase]:
    return [case for case in life.cases if case.about == name]


def test_the_hotels_air_conditioning_fails_in_may() -> None:
    found = Counter(case.moment.month for case in about(whole_life("hotel", SEED), "room_hot"))

    assert found[5] >= 15
    assert found[5] > 3 * (found[3] + found[4] + found[6])


def test_breakfast_is_slowest_on_weekends_and_always_in_the_morning() -> None:
    cases = [case for seed in (SEED, *OTHER_SEEDS) for case in about(whole_life("hotel", seed), "breakfast_wait")]
    weekend = sum(case.moment.weekday() >= 5 for case in cases)

    assert weekend / 2 > (len(cases) - weekend) / 5
    assert {case.moment.hour for case in cases} <= {7, 8, 9, 10}


def test_the_shop_rests_on_sunday_and_its_carton_breaks_lamps_in_may() -> None:
    life = whole_life("shop", SEED)
    broken = Counter(case.moment.month for case in about(life, "broken_glass"))

    assert {case.moment.weekday() for case in life.cases} == set(range(6))
    assert broken[5] > broken[3] + broken[4]


def test_the_shop_decides_about_as_often_as_its_friday_digest_says() -> None:
    decisions = [sum(len(case.proposed) for case in whole_life("shop", seed).cases) for seed in (SEED, *OTHER_SEEDS)]

    assert sum(decisions) / len(decisions) / 12 == pytest.approx(41, abs=2)


def test_the_cut_cable_brings_a_week_of_outages() -> None:
    days = [case.moment.day for case in about(whole_life("contact_centre", SEED), "outage") if case.moment.month == 5]

    assert sum(18 <= day < 25 for day in days) > 2 * sum(not 18 <= day < 25 for day in days)


def test_paul_hands_over_hard_bills_more_often_than_others() -> None:
    cases = [
        case for seed in (SEED, *OTHER_SEEDS) for case in about(whole_life("contact_centre", seed), "billing_error")
    ]
    by_paul = [case.ended is Outcome.HANDED_OVER for case in cases if case.heard_by == "paul"]
    by_others = [case.ended is Outcome.HANDED_OVER for case in cases if case.heard_by != "paul"]

    assert 0.15 < sum(by_paul) / len(by_paul) < 0.5
    assert sum(by_others) == 0


def test_words_are_whole_sentences_set_as_their_language_sets_them(life: Life) -> None:
    words = {(case.words, case.language) for case in life.cases}

    assert [said for said, _ in words if "{" in said or "'" in said or said != said.strip()] == []
    assert [said for said, _ in words if not said.endswith((".", "?", "!", "”", "»", "’"))] == []
    assert [said for said, language in words if language == "fr" and (" ?" in said or " !" in said)] == []

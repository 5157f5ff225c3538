"""The nearest cases are those a colleague would call alike, and what is not known decides nothing."""

from datetime import UTC, datetime, timedelta
from random import Random
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geste.core.charter.types import Duration, FreeText, Money, Number, Time, Type, Words, YesNo
from geste.core.charter.vocabulary import SEVERITIES
from geste.core.practice.nearest import Experience, Past
from geste.core.reasons import Reason
from tests.practice.alike import houses
from tests.practice.measure import precision

TYPES: dict[str, Type] = {
    "case.loss": Words(("time", "money", "product")),
    "case.severity": Words(SEVERITIES),
    "stay.nights": Number(),
    "stay.price": Money(),
    "stay.waited": Duration(),
    "stay.member": YesNo(),
    "now": Time(),
    "customer.name": FreeText(),
}
LOSSES = ("time", "money")
NIGHT, NOON = datetime(2026, 5, 14, 1, 0, tzinfo=UTC), datetime(2026, 5, 2, 12, 0, tzinfo=UTC)


def found(past: list[Past], **facts: object) -> list[str]:
    named = {name.replace("__", "."): value for name, value in facts.items()}
    return [near.past.id for near in Experience(past, TYPES).nearest(named)]


@pytest.mark.item("S0.32")
def test_there_are_enough_labelled_cases() -> None:
    assert [house.name for house in houses()] == ["hotel", "shop", "contact centre"]
    assert sum(len(house.past) for house in houses()) >= 150
    assert sum(len(house.new) for house in houses()) >= 60


@pytest.mark.item("S0.32")
def test_comparing_the_facts_beats_looking_for_keywords() -> None:
    ours, words = precision("facts, compared", houses()), precision("words of the customer", houses())
    both = precision("words and facts, as words", houses())

    assert ours >= 0.95
    assert ours > both + 0.15
    assert ours > words + 0.5


@pytest.mark.item("S0.32")
def test_another_fact_finds_another_case() -> None:
    hotel = houses()[0]
    experience = Experience(hotel.practice(), hotel.types)
    situation = {past.id: past.situation for past in hotel.past}
    facts = {"touchpoint": "room", "loss": "service", "severity": "spoiled", "nights": 1}

    once, often = (experience.nearest({**facts, "earlier": earlier})[0] for earlier in (0, 5))
    assert situation[once.past.id] != "The room was not clean, and it keeps being said"
    assert situation[often.past.id] == "The room was not clean, and it keeps being said"


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=4, max_size=30, unique=True), st.data())
def test_a_case_is_nearest_to_itself(cases: list[tuple[int, bool]], data: st.DataObject) -> None:
    past = [
        Past(str(place), {"stay.nights": nights, "stay.member": is_member})
        for place, (nights, is_member) in enumerate(cases)
    ]
    chosen = data.draw(st.sampled_from(past))
    (nearest, *_) = Experience(past, TYPES).nearest(chosen.facts)

    assert nearest.distance == 0
    assert nearest.past == chosen


@given(st.permutations(["same", "unknown", "other"]))
def test_what_is_not_known_is_neither_near_nor_far(order: list[str]) -> None:
    loss = {"same": "time", "unknown": None, "other": "money"}
    past = [Past(name, {"case.loss": loss[name], "stay.nights": 1}) for name in order]

    assert found(past, case__loss="time", stay__nights=1) == ["same", "unknown", "other"]


def test_a_new_case_of_which_nothing_is_known_is_like_none_and_the_order_given_decides() -> None:
    past = [Past("b", {"stay.nights": 2}), Past("a", {"stay.nights": 1})]
    near = Experience(past, TYPES).nearest({})

    assert [(one.past.id, one.distance, one.reasons) for one in near] == [("b", 0.0, ()), ("a", 0.0, ())]


def test_what_few_cases_share_tells_more_than_what_most_share() -> None:
    common = [
        Past(f"{loss} {place}", {"stay.member": False, "case.loss": loss}) for place in range(4) for loss in LOSSES
    ]
    rare = Past("rare", {"stay.member": True, "case.loss": "money"})

    assert found([*common, rare], stay__member=True, case__loss="time")[0] == "rare"


@pytest.mark.parametrize(
    ("fact", "here", "near", "far"),
    [
        ("case.severity", "spoiled", "ruined", "danger"),
        ("stay.price", 10_000, 12_000, 40_000),
        ("stay.waited", timedelta(minutes=30), timedelta(minutes=20), timedelta(hours=3)),
        ("now", NIGHT.replace(hour=23), NIGHT, NOON),
    ],
)
def test_quantities_steps_and_hours_are_near_or_far(fact: str, here: object, near: object, far: object) -> None:
    past = [Past("far", {fact: far}), Past("near", {fact: near})]

    assert [one.past.id for one in Experience(past, TYPES).nearest({fact: here})] == ["near", "far"]


def test_the_reasons_name_what_is_the_same_then_what_is_different_the_most_telling_first() -> None:
    others = [
        Past(str(place), {"case.loss": "product", "stay.member": False, "stay.nights": place}) for place in range(6)
    ]
    late = Past("late", {"case.loss": "time", "stay.member": True, "stay.nights": 1, "now": NIGHT})
    nearest = Experience([late, *others], TYPES).nearest({"case.loss": "time", "stay.member": False, "stay.nights": 1})

    assert nearest[0].past.id == "late"
    assert nearest[0].reasons == (
        Reason("nearest.same", (("fact", "case.loss"), ("value", "time"))),
        Reason("nearest.same", (("fact", "stay.nights"), ("value", 1))),
        Reason("nearest.different", (("fact", "stay.member"), ("here", "no"), ("there", "yes"))),
    )


def test_what_half_the_cases_share_is_no_reason_and_names_are_not_compared() -> None:
    past = [Past("a", {"stay.member": False, "customer.name": "Roy"}), Past("b", {"stay.member": False})]
    nearest = Experience(past, TYPES).nearest({"stay.member": False, "customer.name": "Roy"})

    assert [one.reasons for one in nearest] == [(), ()]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=20), st.integers(0, 5))
def test_the_same_question_gets_the_same_answer(nights: list[int], here: int) -> None:
    past = [Past(str(place), {"stay.nights": count}) for place, count in enumerate(nights)]
    assume(past)

    first = Experience(past, TYPES).nearest({"stay.nights": here})
    assert Experience(list(past), dict(TYPES)).nearest({"stay.nights": here}) == first
    assert [near.distance for near in first] == sorted(near.distance for near in first)


def test_ten_thousand_cases_are_searched_in_the_time_of_a_few_keywords() -> None:
    hotel, chance = houses()[0], Random(7)
    values = {path: [past.facts.get(path) for past in hotel.past] for path in hotel.types}
    past = [Past(str(place), {path: chance.choice(known) for path, known in values.items()}) for place in range(10_000)]
    experience = Experience(past, hotel.types)
    started = process_time()

    assert len(experience.nearest(hotel.new[0].facts)) == 3
    assert process_time() - started < 0.25

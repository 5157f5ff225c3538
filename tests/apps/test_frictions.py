"""Frictions of ours: what customers misunderstand again and again, what nobody asked at the start, what comes often."""

from dataclasses import replace
from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case, Understanding
from geste.apps.cases.services.note_understanding import note_understanding
from geste.apps.frictions.models import ChecklistItem, Gap, Unclear
from geste.apps.frictions.patterns import BASE_RATES, look_closer
from geste.apps.frictions.refusals import FrictionRefused
from geste.apps.frictions.register import frictions
from geste.apps.frictions.selectors import checklist, hurt_of
from geste.apps.frictions.services.change_checklist import put_on_checklist, take_off_checklist
from geste.apps.frictions.services.note_hurt import note_hurt
from geste.apps.frictions.services.note_unclear import note_unclear
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.offering import offered
from geste.apps.gestures.selectors import question_about
from geste.apps.people.models import DutyKind
from tests.apps.reviewing import somebody
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db(transaction=True)
KNOWS_WHERE = CHARTER.replace(
    "    danger: {{type: yes_no, from: agent, assume: no}}",
    "    danger: {{type: yes_no, from: agent, assume: no}}\n    touchpoint: {{type: one_of, values: [till, website]}}",
)


@pytest.fixture
def agent() -> Actor:
    make_charter(KNOWS_WHERE)
    return make_actor()


@pytest.fixture
def manager(agent: Actor) -> Actor:
    return somebody("nadia", DutyKind.MANAGER)


def mistaken(actor: Actor, *, customer: str = "", touchpoint: str = "website", matter: str = "money") -> Case:
    facts = {"case": {"touchpoint": touchpoint, "loss": matter}}
    case = make_case(actor, customer=customer, facts=facts)
    note_understanding(actor=actor, case=case, understanding=Understanding.MISTAKEN)
    return case


@pytest.mark.item("S4.28")
def test_five_customers_who_misunderstand_the_same_are_a_friction_of_clarity(agent: Actor, manager: Actor) -> None:
    for _ in range(4):
        mistaken(agent)
    mistaken(agent, customer="the-same")
    mistaken(agent, touchpoint="till")
    mistaken(agent, matter="service")
    make_case(agent, facts={"case": {"touchpoint": "website", "loss": "money"}})

    (found,) = frictions(manager, at=NOW + timedelta(hours=1)).clarity

    assert (found.touchpoint, found.matter, found.times) == ("website", "money", 5)
    assert found.days == (NOW.date(),) * 5


@pytest.mark.item("S4.28")
def test_one_customer_who_comes_back_about_the_same_has_misunderstood_once(agent: Actor, manager: Actor) -> None:
    for _ in range(4):
        mistaken(agent)
    assert frictions(manager, at=NOW).clarity == ()
    for _ in range(3):
        mistaken(agent, customer="the-same")
    assert frictions(manager, at=NOW).clarity[0].times == 5
    assert frictions(manager, at=NOW + timedelta(weeks=14)).clarity == ()


def gift(actor: Actor, amount: str = "20") -> Gesture:
    return make_gesture(actor, make_case(actor), "credit", amount)


@pytest.mark.item("S4.31")
def test_things_given_again_for_the_same_gap_make_a_friction_with_a_question_for_the_start(
    agent: Actor, manager: Actor
) -> None:
    for gap in ("Budget and targeting", "budget  and Targeting", "BUDGET AND TARGETING"):
        note_unclear(actor=agent, gesture_id=gift(agent).pk, gap=gap, now=NOW)
    note_unclear(actor=agent, gesture_id=gift(agent).pk, gap="Parking", now=NOW)

    (found,) = frictions(manager, at=NOW).intake
    assert (found.name, found.times, found.given, found.asked) == ("Budget and targeting", 3, (("AUD", 60_00),), None)

    words = "What is the budget, and whom is it for?"
    item = put_on_checklist(actor=manager, gap_id=found.gap_id, words=words, now=NOW)
    assert [item.words for item in checklist()] == [words]
    assert frictions(manager, at=NOW).intake[0].asked == item
    again = put_on_checklist(actor=manager, gap_id=found.gap_id, words="Which budget?", now=NOW)
    assert [item.words for item in checklist()] == ["Which budget?"]
    take_off_checklist(actor=manager, item_id=again.pk, now=NOW)
    assert checklist() == []
    assert ChecklistItem.objects.count() == 2


def test_the_same_case_is_one_occasion_and_each_gift_is_said_once(agent: Actor, manager: Actor) -> None:
    case = make_case(agent)
    for amount in ("20", "21", "22"):
        gesture = make_gesture(agent, case, "credit", amount)
        note_unclear(actor=agent, gesture_id=gesture.pk, gap="Budget", now=NOW)

    assert frictions(manager, at=NOW).intake == ()
    with pytest.raises(FrictionRefused, match="said_before"):
        note_unclear(actor=agent, gesture_id=gesture.pk, gap="Parking", now=NOW)
    assert (Unclear.objects.count(), Gap.objects.count()) == (3, 1)


def test_who_may(agent: Actor, manager: Actor) -> None:
    gesture, other = gift(agent), make_actor("wren")
    for note in (
        lambda: note_unclear(actor=other, gesture_id=gesture.pk, gap="Budget", now=NOW),
        lambda: note_hurt(actor=other, gesture_id=gesture.pk, words="It hurt.", now=NOW),
    ):
        with pytest.raises(NotPermitted, match="given_by_another"):
            note()
    with pytest.raises(NotPermitted, match="floor_only"):
        frictions(agent, at=NOW)
    with pytest.raises(NotPermitted, match="managers_only"):
        put_on_checklist(actor=agent, gap_id=1, words="What?", now=NOW)
    with pytest.raises(FrictionRefused, match="not_known"):
        put_on_checklist(actor=manager, gap_id=1, words="What?", now=NOW)


@pytest.mark.item("S4.33")
def test_a_decision_may_hurt_in_one_line_and_stands(agent: Actor) -> None:
    gesture = gift(agent, "400")

    note_hurt(actor=agent, gesture_id=gesture.pk, words="  A whole week of tips.  ", now=NOW)

    found = hurt_of(gesture)
    assert found is not None
    assert found.words == "A whole week of tips."
    assert Gesture.objects.get(pk=gesture.pk).settling == "not_needed"
    for words, code in (("", "missing"), ("x" * 201, "too_long"), ("Again.", "said_before")):
        with pytest.raises(FrictionRefused, match=code):
            note_hurt(actor=agent, gesture_id=gesture.pk, words=words, now=NOW)


def claim(actor: Actor, days_ago: int, *, amount: str | None = "20", customer: str = "mr-lee") -> Case:
    """Return an earlier case of a customer on which something was given."""
    case = make_case(actor, customer=customer)
    Case.objects.filter(pk=case.pk).update(opened_at=NOW - timedelta(days=days_ago))
    make_gesture(actor, case, "note" if amount is None else "credit", amount)
    case.refresh_from_db()
    return case


@pytest.mark.item("S4.33")
def test_a_look_closer_takes_three_independent_claims_and_shows_what_is_known_in_general(agent: Actor) -> None:
    other = make_actor("wren")
    here = make_case(agent, customer="mr-lee")
    for actor, days in ((agent, 200), (other, 90)):
        claim(actor, days)
    assert look_closer(agent, here, at=NOW) is None

    claim(agent, 30)

    found = look_closer(agent, here, at=NOW)
    assert found is not None
    assert (found.claims, len(found.days), found.base_rates) == (3, 3, BASE_RATES)
    (rate,) = found.base_rates
    assert (rate.basis_points, rate.source, rate.grade) == (10_50, "Appriss Retail", "vendor_claim")
    assert not {"score", "risk", "suspicion"} & {name for name in dir(found) if not name.startswith("_")}


@pytest.mark.item("S4.33")
def test_claims_that_hang_together_are_no_pattern(agent: Actor) -> None:
    other = make_actor("wren")
    here = make_case(agent, customer="mr-lee")
    first, second = claim(agent, 200), claim(other, 90)
    linked, same_day = claim(other, 30), claim(agent, 90)
    linked.linked.add(second)
    free = claim(agent, 10, amount=None)
    long_ago, of_this = claim(other, 400), claim(other, 5)
    of_this.linked.add(here)
    claim(other, 20, customer="somebody-else")

    assert look_closer(agent, here, at=NOW) is None
    assert {first.pk, second.pk, linked.pk, same_day.pk, free.pk, long_ago.pk, of_this.pk}
    assert look_closer(agent, make_case(agent, customer="mr-lee"), at=NOW) is not None, "here it is one more incident"


@pytest.mark.item("S4.33")
def test_what_one_colleague_heard_alone_is_no_pattern_and_nothing_is_ever_denied(agent: Actor) -> None:
    fresh = make_case(agent, customer="mr-lee")
    before = [
        (option.gesture, option.decision.authority)
        for option in offered(question_about(make_case(agent, customer="nobody-knew"), actor=agent, now=NOW))
    ]
    for days in (200, 150, 90):
        claim(agent, days)
    assert look_closer(agent, fresh, at=NOW) is None
    claim(make_actor("wren"), 60)

    assert look_closer(agent, fresh, at=NOW) is not None
    after = [
        (option.gesture, option.decision.authority) for option in offered(question_about(fresh, actor=agent, now=NOW))
    ]
    assert after == before
    assert look_closer(replace(agent, kind="assistant"), fresh, at=NOW) is None

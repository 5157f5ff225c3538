"""Every limit denies: in whatever scope and by whatever measure, counted from what was really given."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.forgetting.services.forget_customer import take_customer_out
from geste.apps.gestures.models import ToldScope
from geste.core.charter.vocabulary import BUILT_IN_SCOPES
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, propose, take_back

pytestmark = pytest.mark.django_db
CARD, OTHER_CARD = "4242", "1881"
SCOPES = """scopes:
  instrument: {{by: pay.card}}
  contact: {{by: call.number}}
  address: {{label: {{en: address, fr: adresse}}, by: delivery.address}}
"""
TOLD = CHARTER.replace(
    "  case:\n    danger",
    "  pay: {{card: {{type: text, from: customer}}}}\n  call: {{number: text}}\n  delivery: {{address: text}}\n"
    "  case:\n    danger",
).replace("roles:\n", f"{SCOPES}roles:\n", 1)
MEASURES = {"amount": "{{amount: 30}}", "times": "{{times: 1}}"}
Where = Callable[[], tuple[Actor, Case]]


def limited(per: str, measure: str) -> None:
    limit = f"  few: {{{{per: {per}, within: 30 days, covers: [credit], at_most: {MEASURES[measure]}}}}}\n"
    make_charter(TOLD.replace("limits:\n", f"limits:\n{limit}", 1))


def facts(**other: str) -> dict[str, object]:
    """What is known of a card, a call and an address; `other` puts another value in the place of one."""
    told = {"card": CARD, "number": "0299990000", "address": "12 Rue des Lilas", **other}
    return {"pay": {"card": told["card"]}, "call": {"number": told["number"]}, "delivery": {"address": told["address"]}}


def of(customer: str, name: str = "tomas", site: str = "Harbour", **other: str) -> tuple[Actor, Case]:
    """Somebody who gives, and a case of this customer in front of them."""
    actor = make_actor(name, site=site)
    return actor, make_case(actor, customer=customer, facts=facts(**other))


SAME: dict[str, Where] = {
    "customer": lambda: of("lee", "ana", card=OTHER_CARD),
    "agent": lambda: of("kim"),
    "instrument": lambda: of("kim", "ana"),
    "contact": lambda: of("kim", "ana"),
    "team": lambda: of("kim", "ana"),
    "site": lambda: of("kim", "ana"),
    "address": lambda: of("kim", "ana"),
}
ANOTHER: dict[str, Where] = {
    "case": lambda: of("lee"),
    "customer": lambda: of("kim"),
    "agent": lambda: of("kim", "ana"),
    "instrument": lambda: of("kim", card=OTHER_CARD),
    "contact": lambda: of("kim", number="0288880000"),
    "team": lambda: of("kim", "ana", site="Airport"),
    "site": lambda: of("kim", "ana", site="Airport"),
    "address": lambda: of("kim", address="3 Rue du Port"),
}


def test_every_scope_is_tried() -> None:
    assert set(ANOTHER) == {*BUILT_IN_SCOPES, "address"}


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("per", ANOTHER)
def test_what_was_given_in_its_scope_and_window_counts_and_nothing_else(per: str, measure: str) -> None:
    limited(per, measure)
    actor, case = of("lee")
    make_gesture(actor, case, "credit", "20")
    same_actor, same_case = SAME[per]() if per in SAME else (actor, case)

    declined = propose(same_actor, same_case, "credit", "20")
    elsewhere = propose(*ANOTHER[per](), "credit", "20")
    later = propose(same_actor, same_case, "credit", "20", now=NOW + timedelta(days=31))

    assert (declined.gesture, declined.decision.clause) == (None, "few")
    assert elsewhere.gesture is not None
    assert later.gesture is not None


@pytest.mark.parametrize("told", ["4242", " 42 42 ", "４２４２", {"claimed": "4242"}, {"confirmed": "4242"}])
def test_a_card_is_the_same_however_it_is_spelled_and_whoever_says_so(told: object) -> None:
    limited("instrument", "times")
    make_gesture(*of("lee"), "credit", "20")
    actor = make_actor("ana")

    again = propose(actor, make_case(actor, facts={"pay": {"card": told}}), "credit", "20")

    assert again.decision.clause == "few"


def test_a_card_nobody_has_stated_may_be_any_card_of_the_customer() -> None:
    limited("instrument", "times")
    make_gesture(*of("lee"), "credit", "20")
    actor = make_actor()

    unknown = propose(actor, make_case(actor, customer="lee"), "credit", "20")
    of_somebody_else = propose(actor, make_case(actor, customer="kim"), "credit", "20")
    known_again = propose(*of("kim", card=OTHER_CARD), "credit", "20")

    assert unknown.decision.clause == "few"
    assert of_somebody_else.gesture is not None
    assert known_again.decision.clause == "few"


def test_what_was_taken_back_counts_for_no_card() -> None:
    limited("instrument", "times")
    actor, case = of("lee")
    take_back(actor, make_gesture(actor, case, "credit", "20"))

    assert propose(*of("kim"), "credit", "20").gesture is not None


def test_the_card_counts_with_which_it_was_given() -> None:
    limited("instrument", "times")
    actor, case = of("lee")
    make_gesture(actor, case, "credit", "20")
    Case.objects.filter(pk=case.pk).update(facts=facts(card=OTHER_CARD))

    assert propose(*of("kim"), "credit", "20").decision.clause == "few"
    assert propose(*of("kim", card=OTHER_CARD), "credit", "20").gesture is not None


def test_whoever_is_forgotten_leaves_no_card_behind() -> None:
    limited("instrument", "times")
    actor, case = of("lee")
    make_gesture(actor, case, "credit", "20")
    assert propose(*of("kim"), "credit", "20").gesture is None

    take_customer_out(case, now=NOW)

    assert set(ToldScope.objects.values_list("digest", flat=True)) == {""}
    assert propose(*of("kim"), "credit", "20").gesture is not None

"""Training: decided like any other case, and counted nowhere."""

import pytest

from geste.apps.cases.models import Kind
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.gestures.selectors import question_about
from geste.apps.ledger.models import Account, Entry
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, propose
from tests.sums import balance_of

pytestmark = pytest.mark.django_db


def test_what_is_given_in_training_counts_in_no_total_and_against_no_limit() -> None:
    make_charter()
    actor = make_actor()
    opening = Opening(reference="try-1", kind=Kind.COMPLAINT, words="It is hot.", customer="lee", is_training=True)
    training = open_case(actor=actor, opening=opening, now=NOW)
    case = make_case(actor, customer="lee")

    for _ in range(3):
        make_gesture(actor, training, "drink", "20")

    assert Entry.objects.count() == 0
    standing = question_about(case, actor=actor, now=NOW).asked["standing"]
    assert standing == {"given": [], "envelopes": {"month": {"left": "1000.00"}}}
    assert propose(actor, case, "drink", "20").decision.route == "do"
    assert balance_of(Account.COST_PRICE) == 7_00


def test_training_has_its_own_cap_and_sees_nothing_of_life() -> None:
    make_charter()
    actor = make_actor()
    make_gesture(actor, make_case(actor, customer="lee"), "drink", "20")
    opening = Opening(reference="try-1", kind=Kind.COMPLAINT, words="It is hot.", customer="lee", is_training=True)
    training = open_case(actor=actor, opening=opening, now=NOW)

    assert make_gesture(actor, training, "credit", "450").entry is None
    assert propose(actor, training, "credit", "100").gesture is None

"""Thinking on pages: four questions beside the choice, none of them needed; and what others got binds nobody."""

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.people.models import User
from geste.apps.reviews.models import Consideration
from geste.apps.reviews.selectors import considerations_on
from tests.make import NOW, make_actor, make_case, make_gesture

pytestmark = pytest.mark.django_db
GIVE = {"gesture": "credit", "key": "one-tap-of-a-test", "amount": "40"}
QUESTIONS = (
    "What went wrong for this person?",
    "What would make it right?",
    "What will it cost us, and what if we do nothing?",
    "What would you be proud to tell a colleague?",
)
BINDS_NOBODY = "Decide for this customer: it creates no duty towards anybody else."


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.item("S0.26")
def test_the_questions_stand_beside_the_choice_and_none_is_needed(visitor: Client, case: Case) -> None:
    shown = page(visitor, f"/cases/{case.reference}")
    assert all(question in shown for question in QUESTIONS)
    fields = shown.split('id="thinking"')[1].split("</details>")[0]
    assert "required" not in fields

    visitor.post(f"/cases/{case.reference}/give", GIVE)

    assert Gesture.objects.count() == 1
    assert not Consideration.objects.exists()


@pytest.mark.item("S0.26")
def test_what_is_answered_goes_with_the_decision_and_stands_on_its_receipt(visitor: Client, case: Case) -> None:
    visitor.post(f"/cases/{case.reference}/give", {**GIVE, "thought-make_right": "A quiet room."})

    gesture = Gesture.objects.get()
    assert [(row.thought, row.words) for row in considerations_on(gesture.decision)] == [
        ("make_right", "A quiet room.")
    ]
    receipt = page(visitor, f"/receipts/{gesture.pk}")
    assert "A quiet room." in receipt
    assert receipt.count(QUESTIONS[1]) == 1

    visitor.post(f"/decisions/{gesture.decision_id}/thoughts", {"thought-proud": "I stayed."})
    assert "I stayed." in page(visitor, f"/receipts/{gesture.pk}")


@pytest.mark.item("S0.26")
def test_a_no_keeps_them_as_well(visitor: Client, case: Case) -> None:
    visitor.post(f"/cases/{case.reference}/give", {**GIVE, "amount": "700", "thought-cost": "A night."})

    decision = DecisionRecord.objects.get()
    assert not Gesture.objects.exists()
    assert [row.words for row in considerations_on(decision)] == ["A night."]


def test_nobody_elses_receipt_asks(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "40")
    colleague = Client()
    colleague.force_login(User.objects.get(pk=make_actor("leo").user_id))

    assert QUESTIONS[3] not in page(colleague, f"/receipts/{gesture.pk}")
    said = colleague.post(f"/decisions/{gesture.decision_id}/thoughts", {"thought-proud": "He stayed."})
    assert said.status_code == 403


def test_where_nothing_went_wrong_nobody_is_asked_what_did(visitor: Client, agent: Actor) -> None:
    wish = make_case(agent, reference="C-9", kind=Kind.REQUEST)

    shown = page(visitor, f"/cases/{wish.reference}")

    assert QUESTIONS[0] not in shown
    assert all(question in shown for question in QUESTIONS[1:])


@pytest.mark.item("S0.21")
@pytest.mark.parametrize(("language", "words"), [("en", BINDS_NOBODY), ("fr", "Décidez pour ce client")])
def test_the_screen_says_that_a_decision_for_one_binds_nobody_else(
    visitor: Client, case: Case, language: str, words: str
) -> None:
    visitor.cookies["django_language"] = language

    shown = page(visitor, f"/cases/{case.reference}")

    assert words in shown.split('id="answer"')[1].split("</section>")[0]


@pytest.mark.item("S0.21")
def test_what_similar_cases_got_is_shown_and_never_applied(visitor: Client, agent: Actor) -> None:
    same = {"case": {"loss": "service", "severity": "spoiled"}}
    for amount in ("50", "123.45"):
        past = make_case(agent, facts=same)
        make_gesture(agent, past, "credit", amount)
        settle_root_issue(actor=agent, case=past, state=RootIssue.FIXED, because="")
        close_case(actor=agent, case=past, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW)
    case = make_case(agent, reference="C-8", facts=same)

    for _ in range(2):
        shown = page(visitor, f"/cases/{case.reference}") + page(visitor, f"/cases/{case.reference}/nearest")

    assert "<strong>Credit</strong>" in shown
    # Nothing is given or decided by being shown, and no field holds what somebody else was given.
    assert not DecisionRecord.objects.filter(case=case).exists()
    assert 'value="123.45"' not in shown
    assert 'value="50"' not in shown
    assert 'value="50.00"' not in shown

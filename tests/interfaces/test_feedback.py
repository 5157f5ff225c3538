"""Did it leave them satisfied? Asked once something was given, answered with one tap, shown with its source."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord, Feedback, Gesture, Satisfaction, Source, Withdrawal
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from tests.interfaces.test_api import REPLAYED, TOKEN, post, problem_of
from tests.make import NOW, make_gesture, make_user, propose, take_back

pytestmark = pytest.mark.django_db
ASKED = "Did it leave them satisfied?"
TODAY = timezone.localdate()


@pytest.fixture
def program(user: User) -> Client:
    """Return a program that acts in the name of `user`."""
    make_api_token(user=user, label="till", secret=TOKEN, now=NOW)
    return Client(headers={"authorization": f"Bearer {TOKEN}"})


@pytest.fixture
def gesture(agent: Actor, case: Case) -> Gesture:
    return make_gesture(agent, case, "credit", "390")


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def taps(client: Client, decision: DecisionRecord, satisfaction: str = "satisfied", **typed: str) -> Any:
    form = {"key": "a-form-of-a-page", "source": "agent_note", "back": "case", "satisfaction": satisfaction, **typed}
    return client.post(f"/decisions/{decision.pk}/feedback", form)


@pytest.mark.item("S0.17")
def test_the_case_asks_once_something_was_given_and_not_before(visitor: Client, agent: Actor, case: Case) -> None:
    assert ASKED not in page_of(visitor, "/cases/C-1")

    given = make_gesture(agent, case, "credit", "390")
    assert ASKED in page_of(visitor, "/cases/C-1")

    take_back(agent, given, now=NOW)
    assert ASKED not in page_of(visitor, "/cases/C-1")


@pytest.mark.item("S0.17")
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("agent_note", "seen by us"),
        ("customer_reply", "said by the customer"),
        ("customer_returned", "the customer came back"),
    ],
)
def test_one_tap_answers_and_the_case_shows_where_it_is_known_from(
    visitor: Client, gesture: Gesture, source: str, said: str
) -> None:
    answer = taps(visitor, gesture.decision, source=source, words="“Merci !”", day=TODAY.isoformat())

    assert (answer.status_code, answer.url) == (302, "/cases/C-1#feedback")
    page = " ".join(page_of(visitor, "/cases/C-1").split())
    when = f"{TODAY.day} {TODAY:%B %Y}"
    assert f'<span class="tag satisfied">Satisfied</span> {said} · <span class="whole">{when}</span>' in page
    assert "<q>“Merci !”</q>" in page
    assert "Credit · Noted by Tomas" in page
    assert "<summary>Something else was heard</summary>" in page


def test_in_french(visitor: Client, gesture: Gesture) -> None:
    taps(visitor, gesture.decision, source="customer_returned")

    answer = visitor.get("/cases/C-1", headers={"accept-language": "fr"})

    page = answer.content.decode()
    assert "Le client est-il reparti satisfait\u00a0?" in page
    assert "Satisfait" in page
    assert "le client est revenu" in page


def test_the_form_of_the_page_is_the_one_that_is_read(visitor: Client, gesture: Gesture) -> None:
    page = page_of(visitor, "/cases/C-1")
    names = dict(re.findall(r'<input type="hidden" name="(key|back)" value="([^"]+)">', page))

    taps(visitor, gesture.decision, **names)
    taps(visitor, gesture.decision, **names)

    assert Feedback.objects.get().key == names["key"]
    assert re.findall(r'name="satisfaction" value="([^"]+)"', page) == [each.value for each in Satisfaction]
    assert re.findall(r'name="source" value="([^"]+)" ?(checked)?', page) == [
        ("agent_note", "checked"),
        ("customer_reply", ""),
        ("customer_returned", ""),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": "w" * 501}, "Keep it to a few lines: 500 characters at most."),
        ({"day": "2026-05-13"}, "That day lies before the decision. Which day was it?"),
        ({"day": (TODAY + timedelta(days=2)).isoformat()}, "That day has not come yet. Which day was it?"),
        ({"key": "short"}, "This form is incomplete. Load the page again."),
    ],
)
def test_what_cannot_be_noted_is_shown_as_it_was_typed(
    visitor: Client, gesture: Gesture, typed: dict[str, str], said: str
) -> None:
    answer = taps(visitor, gesture.decision, **{"words": "They smiled.", "source": "customer_reply", **typed})

    page = answer.content.decode()
    assert (answer.status_code, Feedback.objects.count()) == (422, 0)
    assert f'<p id="feedback-problem" class="problem" role="alert">{said}</p>' in page
    assert f'value="{typed.get("words", "They smiled.")}"' in page
    assert 'value="customer_reply" checked' in page


@pytest.mark.parametrize("typed", [{"satisfaction": "delighted"}, {"source": ""}, {"day": "tomorrow"}])
def test_what_no_form_of_ours_sends_is_refused(visitor: Client, gesture: Gesture, typed: dict[str, str]) -> None:
    assert taps(visitor, gesture.decision, **typed).status_code == 400


@pytest.mark.parametrize(
    ("back", "address"), [("receipt", "/receipts/{receipt}"), ("", "/decisions/{decision}/feedback")]
)
def test_one_comes_back_to_where_one_was_asked(visitor: Client, gesture: Gesture, back: str, address: str) -> None:
    to = address.format(receipt=gesture.pk, decision=gesture.decision_id)
    assert ASKED in page_of(visitor, to)

    assert taps(visitor, gesture.decision, back=back).url == f"{to}#feedback"


def test_a_mistake_is_withdrawn_and_the_question_comes_back(visitor: Client, gesture: Gesture) -> None:
    taps(visitor, gesture.decision)
    number = Feedback.objects.get().pk

    answer = visitor.post(f"/feedback/{number}/withdraw", {"back": "case"}, follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain == [("/cases/C-1#feedback", 302)]
    assert "<s>Satisfied</s>" in page
    assert "noted by mistake" in page
    assert "Something else was heard" not in page
    assert Withdrawal.objects.count() == 1


def test_nobody_is_offered_to_withdraw_what_a_colleague_noted(agent: Actor, gesture: Gesture) -> None:
    heard = Heard(key="a-colleagues-word", satisfaction=Satisfaction.UNCLEAR, source=Source.AGENT_NOTE)
    note_feedback(actor=agent, decision_id=gesture.decision_id, heard=heard, now=NOW)
    ana = Client()
    ana.force_login(make_user("ana"))

    assert "withdraw it" not in page_of(ana, "/cases/C-1")
    answer = ana.post(f"/feedback/{Feedback.objects.get().pk}/withdraw")
    assert (answer.status_code, Withdrawal.objects.count()) == (403, 0)
    assert "Only the person who noted it, or a steward, withdraws it." in answer.content.decode()


def test_ones_own_receipts_say_how_it_went(visitor: Client, agent: Actor, case: Case, gesture: Gesture) -> None:
    refused = propose(agent, case, "credit", "700").decision
    taps(visitor, gesture.decision)

    page = page_of(visitor, "/receipts/mine")

    went = re.findall(r'<a class="went" href="/decisions/(\d+)/feedback">([^<]+)<', page)
    assert went == [(str(refused.pk), "Not heard yet"), (str(gesture.decision_id), "Satisfied")]


def test_another_sites_decision_is_not_there(gesture: Gesture) -> None:
    leo = Client()
    leo.force_login(make_user("leo", site="Airport"))

    assert leo.get(f"/decisions/{gesture.decision_id}/feedback").status_code == 404
    assert taps(leo, gesture.decision).status_code == 404


BODY = {"key": "a-reply-that-came", "satisfaction": "not_satisfied", "source": "customer_reply", "words": "Still hot."}


def decided(program: Client, amount: str) -> int:
    """Decide over the API and return the number of the decision, as the answer tells it."""
    body = {"key": f"give-{amount}-now", "gesture": "credit", "amount": amount}
    answer = post(program, "cases/C-1/gestures", body).json()
    number = answer["decision"] if amount == "390" else answer["decision"]["number"]
    assert isinstance(number, int)
    return number


@pytest.mark.item("S0.17")
@pytest.mark.parametrize("amount", ["390", "700"])
def test_another_system_notes_what_it_heard_of_a_yes_and_of_a_no(program: Client, case: Case, amount: str) -> None:
    number = decided(program, amount)

    answer = post(program, f"decisions/{number}/feedback", BODY)

    feedback = Feedback.objects.get()
    noted = answer.json()
    assert answer.status_code == 201
    assert noted == {
        "number": feedback.pk,
        "decision": number,
        "satisfaction": "not_satisfied",
        "source": "customer_reply",
        "words": "Still hot.",
        "happened_on": feedback.happened_on.isoformat(),
        "noted_by": "Tomas",
        "noted_at": noted["noted_at"],
        "withdrawn_at": None,
    }
    assert program.get(f"/api/v1/decisions/{number}/feedback").json() == {"feedback": [noted]}


def test_the_same_key_gets_the_same_answer(program: Client, gesture: Gesture) -> None:
    path = f"decisions/{gesture.decision_id}/feedback"

    first, second = post(program, path, BODY), post(program, path, BODY)
    other = post(program, path, {**BODY, "words": "Cool now."})

    assert (first.status_code, second.status_code, other.status_code) == (201, 201, 422)
    assert first.content == second.content
    assert (first.headers.get(REPLAYED), second.headers.get(REPLAYED)) == (None, "true")
    assert problem_of(other)["code"] == "key.reused"
    assert Feedback.objects.count() == 1


def test_the_key_may_stand_in_the_header(program: Client, gesture: Gesture) -> None:
    body = {name: value for name, value in BODY.items() if name != "key"}

    answer = post(program, f"decisions/{gesture.decision_id}/feedback", body, **{"idempotency-key": "in-the-header"})

    assert (answer.status_code, Feedback.objects.get().key) == (201, "in-the-header")


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"key": None}, "input.missing", "key"),
        ({"satisfaction": None}, "input.missing", "satisfaction"),
        ({"source": 1}, "input.wrong_type", "source"),
        ({"satisfaction": "satisfyed"}, "word.not_listed", "satisfaction"),
        ({"source": "rumour"}, "word.not_listed", "source"),
        ({"happened_on": "20260514"}, "input.wrong_type", "happened_on"),
        ({"happened_on": "yesterday"}, "input.wrong_type", "happened_on"),
        ({"mood": "good"}, "input.not_known", "mood"),
    ],
)
def test_each_mistake_names_its_place(
    program: Client, gesture: Gesture, change: dict[str, object], code: str, path: str
) -> None:
    answer = post(program, f"decisions/{gesture.decision_id}/feedback", {**BODY, **change})

    problem = problem_of(answer)
    assert (answer.status_code, problem["code"]) == (422, "input.refused")
    assert [(found["code"], found["path"]) for found in problem["findings"]] == [(code, path)]


@pytest.mark.parametrize(
    ("change", "code", "english", "french"),
    [
        (
            {"happened_on": "2026-05-13"},
            "day.before_decision",
            "The day lies before the decision it is about.",
            "Ce jour précède la décision concernée.",
        ),
        ({"happened_on": "2999-01-01"}, "day.not_yet", "The day has not come yet.", "Ce jour n’est pas encore venu."),
        (
            {"words": "w" * 501},
            "words.too_long",
            "The words must be 500 characters at most.",
            "Les mots sont limités à 500 caractères.",
        ),
    ],
)
def test_what_cannot_be_so_is_said_in_both_languages(
    program: Client, gesture: Gesture, change: dict[str, object], code: str, english: str, french: str
) -> None:
    path, body = f"decisions/{gesture.decision_id}/feedback", {**BODY, **change}

    said = [problem_of(post(program, path, body, **{"accept-language": each})) for each in ("en", "fr")]

    assert [(problem["code"], problem["status"]) for problem in said] == [(code, 422)] * 2
    assert [problem["title"] for problem in said] == [english, french]
    assert Feedback.objects.count() == 0


def test_over_the_api_it_is_withdrawn_by_whoever_noted_it(program: Client, user: User, gesture: Gesture) -> None:
    number = post(program, f"decisions/{gesture.decision_id}/feedback", BODY).json()["number"]
    make_api_token(user=make_user("ana"), label="hers", secret="another-token", now=NOW)
    ana = Client(headers={"authorization": "Bearer another-token"})

    refused = post(ana, f"decisions/feedback/{number}/withdraw", {})
    withdrawn, again = (post(program, f"decisions/feedback/{number}/withdraw", {}) for _ in range(2))

    assert (refused.status_code, problem_of(refused)["code"]) == (403, "permission.noted_by_another")
    assert problem_of(refused)["title"] == "Only the person who noted it, or a steward, withdraws it."
    assert withdrawn.json()["withdrawn_at"] is not None
    assert withdrawn.content == again.content


@pytest.mark.parametrize(
    ("path", "code"),
    [("decisions/999/feedback", "decision.not_known"), ("decisions/feedback/999/withdraw", "feedback.not_known")],
)
def test_what_is_not_there_is_said(program: Client, path: str, code: str) -> None:
    answer = post(program, path, BODY)

    assert (answer.status_code, problem_of(answer)["code"]) == (404, code)


def test_another_site_hears_nothing_over_the_api(gesture: Gesture) -> None:
    make_api_token(user=make_user("leo", site="Airport"), label="his", secret="another-token", now=NOW)
    leo = Client(headers={"authorization": "Bearer another-token"})

    assert leo.get(f"/api/v1/decisions/{gesture.decision_id}/feedback").status_code == 404

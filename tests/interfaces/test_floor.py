"""The floor on pages: a harsh word is rewritten, a choice judged before its end is shown, what hurt is mended."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.charters.models import Draft
from geste.apps.gestures.models import DecisionRecord, Satisfaction, Source
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.people.models import DutyKind, User
from geste.apps.reviews.models import Calibration, CalibrationCase, CommentFlag, Conclusion, Reaction, Repair, Review
from tests.apps.reviewing import HARSH_WORDS, KIND_WORDS, act_first, drawn, somebody
from tests.make import NOW, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def decision(agent: Actor) -> DecisionRecord:
    """A decision of this minute: the page has a clock of its own."""
    case = make_case(agent)
    at = timezone.localtime() - timedelta(minutes=5)
    return propose(agent, case, "credit", "700", act_first=True, note="He could not wait.", now=at).decision


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


@pytest.mark.item("S2.15")
def test_the_manager_thanks_whoever_acted_first_with_one_tap(agent: Actor, decision: DecisionRecord) -> None:
    manager = browser(somebody("nadia", DutyKind.MANAGER))
    ready = "You acted when the customer needed it. That was yours to decide: thank you."
    assert ready in page(manager, "/floor")

    manager.post(f"/floor/words/{decision.pk}", {"words": ready})

    assert "Nobody waits for a word from you." in page(manager, "/floor")
    assert ready in page(browser(agent), "/heard")


@pytest.mark.item("S2.16", "S2.13")
def test_a_harsh_word_comes_back_with_a_better_one_and_may_still_go(agent: Actor, decision: DecisionRecord) -> None:
    manager = browser(somebody("nadia", DutyKind.MANAGER))

    shown = manager.post(f"/floor/words/{decision.pk}", {"words": HARSH_WORDS}).content.decode()

    assert "Before it goes:" in shown
    assert "Send it as it is" in shown
    assert HARSH_WORDS in shown
    assert not Reaction.objects.exists()
    long = "Thank you. " * 100
    assert long in manager.post(f"/floor/words/{decision.pk}", {"words": long}).content.decode()
    manager.post(f"/floor/words/{decision.pk}", {"words": KIND_WORDS, "offered": "absolute money"})
    assert [(word.words, word.tone) for word in Reaction.objects.all()] == [(KIND_WORDS, "support")]


@pytest.mark.item("S2.16")
def test_a_reviewer_to_whom_no_word_is_owed_finds_their_words_again_too(agent: Actor, decision: DecisionRecord) -> None:
    reviewer = browser(somebody("rose", DutyKind.REVIEWER))

    shown = reviewer.post(f"/floor/words/{decision.pk}", {"words": HARSH_WORDS}).content.decode()
    assert "Before it goes:" in shown
    assert HARSH_WORDS in shown
    reviewer.post(f"/floor/words/{decision.pk}", {"words": HARSH_WORDS, "instead": KIND_WORDS, "offered": "money"})

    assert [(word.words, word.tone) for word in Reaction.objects.all()] == [(KIND_WORDS, "support")]


@pytest.mark.item("S2.16")
def test_a_word_that_hurt_is_flagged_and_put_right(agent: Actor, decision: DecisionRecord) -> None:
    manager = browser(somebody("nadia", DutyKind.MANAGER))
    leader = browser(somebody("lena", DutyKind.LEADER))
    manager.post(f"/floor/words/{decision.pk}", {"words": HARSH_WORDS, "meant": "1"})
    word = Reaction.objects.get()

    browser(agent).post(f"/heard/words/{word.pk}/flag")

    assert "It is being put right." in page(browser(agent), "/heard")
    assert "Flagged: 1 · put right: 0 · beyond their day: 0" in page(leader, "/floor")
    flag = CommentFlag.objects.get()
    half = manager.post(f"/floor/repairs/{flag.pk}", {"apology": "", "restated": "You are backed."}).content.decode()
    assert "Say sorry first." in half
    assert not Repair.objects.exists()
    manager.post(f"/floor/repairs/{flag.pk}", {"apology": "That was unfair.", "restated": "You are backed."})
    assert "That was unfair." in page(browser(agent), "/heard")
    assert "Flagged: 1 · put right: 1 · beyond their day: 0" in page(leader, "/floor")


def test_the_end_is_shown_once_the_choice_is_judged(agent: Actor) -> None:
    decision = act_first(agent)
    reviewer = somebody("rose", DutyKind.REVIEWER)
    sample = drawn(reviewer, decision)
    heard = Heard(
        key="first-word", satisfaction=Satisfaction.NOT_SATISFIED, source=Source.CUSTOMER_REPLY, words="Never again."
    )
    note_feedback(actor=agent, decision_id=decision.pk, heard=heard, now=NOW + timedelta(days=1))
    client = browser(reviewer)
    before = page(client, f"/floor/drawn/{sample.pk}")
    assert "Never again." not in before
    assert "He could not wait." in before

    judged = {"strength": "", "verdict": "good_call"}
    assert "Name first what was good" in client.post(f"/floor/drawn/{sample.pk}/judge", judged).content.decode()
    client.post(f"/floor/drawn/{sample.pk}/judge", {**judged, "strength": "He asked the guest."})

    assert "Not satisfied: Never again." in page(client, f"/floor/drawn/{sample.pk}")
    told = page(browser(agent), "/heard")
    assert "He asked the guest." in told
    assert "Rose asked to look at it: The guest wrote to us." in told


@pytest.mark.item("S2.11")
def test_a_note_waits_for_a_first_word_and_an_answer_is_read(agent: Actor) -> None:
    decision = act_first(agent)
    reviewer = somebody("rose", DutyKind.REVIEWER)
    sample = drawn(reviewer, decision)
    client, theirs = browser(reviewer), browser(agent)
    client.post(f"/floor/drawn/{sample.pk}/judge", {"strength": "He asked the guest.", "verdict": "coach"})
    review = Review.objects.get()
    note = {"words": "What if the kitchen had been asked first?"}
    assert (
        "A first good word comes before any note. Send one."
        in client.post(f"/floor/reviews/{review.pk}/note", note).content.decode()
    )
    assert "He asked the guest." not in page(theirs, "/heard")

    client.post(f"/floor/words/{decision.pk}", {"words": KIND_WORDS})
    client.post(f"/floor/reviews/{review.pk}/note", note)
    assert "What if the kitchen had been asked first?" in page(theirs, "/heard")

    theirs.post(f"/heard/reviews/{review.pk}/answer", {"words": "The kitchen was closed."})
    assert "The kitchen was closed." in page(client, "/floor")
    client.post(f"/floor/reviews/{review.pk}/read")
    assert "The kitchen was closed." not in page(client, "/floor")


def test_whoever_has_no_duty_finds_an_empty_floor_and_no_draw(agent: Actor, decision: DecisionRecord) -> None:
    sample = drawn(somebody("rose", DutyKind.REVIEWER), decision)
    colleague = browser(make_actor("leo"))

    assert "You look after nobody else here." in page(colleague, "/floor")
    assert colleague.get(f"/floor/drawn/{sample.pk}").status_code == 403
    assert colleague.get("/floor/drawn/999").status_code == 404
    assert colleague.post(f"/floor/words/{decision.pk}", {"words": KIND_WORDS}).status_code == 403


def conclusion(**changes: str) -> dict[str, str]:
    words = {
        "key": "one-look-at-it",
        "charter_should_say": "A night without heating is worth a night.",
        "would_help": "A word with the kitchen.",
        "verdict": "extend_charter",
    }
    return words | changes


@pytest.mark.item("S0.12")
def test_what_was_done_first_is_settled_and_the_charter_is_asked_about_first(
    agent: Actor, decision: DecisionRecord
) -> None:
    reviewer, gesture = browser(somebody("rose", DutyKind.REVIEWER)), decision.gesture
    assert f'href="/floor/settle/{gesture.pk}"' in page(reviewer, "/floor")
    shown = page(reviewer, f"/floor/settle/{gesture.pk}")
    assert 0 < shown.index("First: what should the charter say?") < shown.index("Then: what would help the person?")
    assert "What is not negotiable was not kept" not in shown

    half = reviewer.post(f"/floor/settle/{gesture.pk}/conclude", conclusion(charter_should_say="", key="a-first-try"))
    assert "Say what the charter should say: that is what is learned here." in half.content.decode()
    reviewer.post(f"/floor/settle/{gesture.pk}/conclude", conclusion())

    settled = page(reviewer, f"/floor/settle/{gesture.pk}")
    assert "Your line stands in draft 1 of the charter." in settled.replace(str(Draft.objects.get().pk), "1")
    assert "It waits for whoever writes the charter." in settled
    assert "Nothing waits to be settled by you." in page(reviewer, "/floor")
    assert "What you did first" not in page(browser(agent), "/heard")
    reviewer.post(f"/floor/words/{decision.pk}", {"words": KIND_WORDS})
    heard = page(browser(agent), "/heard")
    assert "A night without heating is worth a night." in heard
    assert "A word with the kitchen." in heard


def test_whoever_decided_answers_what_was_concluded_and_it_waits_to_be_read(
    agent: Actor, decision: DecisionRecord
) -> None:
    rose = somebody("rose", DutyKind.REVIEWER)
    reviewer, author, gesture = browser(rose), browser(agent), decision.gesture
    reviewer.post(f"/floor/words/{decision.pk}", {"words": KIND_WORDS})
    reviewer.post(f"/floor/settle/{gesture.pk}/conclude", conclusion())
    number, long = Conclusion.objects.get().pk, "The kitchen was closed. " * 42
    address = f"/heard/conclusions/{number}/answer"
    assert f'action="{address}"' in page(author, "/heard")

    refused = author.post(address, {"words": long}).content.decode()
    assert 'role="alert"' in refused
    assert long.strip() in refused
    sent = author.post(address, {"words": "The kitchen was closed."}, follow=True).content.decode()
    assert "Sent. Whoever settled it has to read it." in sent
    assert f'action="{address}"' not in sent

    assert "The kitchen was closed." in page(reviewer, "/floor")
    assert "The kitchen was closed." in page(reviewer, f"/floor/settle/{gesture.pk}")
    read = reviewer.post(f"/floor/conclusions/{number}/read", follow=True).content.decode()
    assert "The kitchen was closed." not in read


@pytest.mark.item("S2.13")
def test_harsh_words_of_a_conclusion_come_back_with_better_ones(agent: Actor, decision: DecisionRecord) -> None:
    reviewer, gesture = browser(somebody("rose", DutyKind.REVIEWER)), decision.gesture

    shown = reviewer.post(f"/floor/settle/{gesture.pk}/conclude", conclusion(would_help=HARSH_WORDS)).content.decode()

    assert "Before it goes:" in shown
    assert HARSH_WORDS in shown
    assert "Keep it as it is" in shown
    assert "Nothing waits" not in page(reviewer, "/floor")


def test_a_conclusion_that_says_nothing_of_it_or_what_nobody_may_say_is_asked_again(
    agent: Actor, decision: DecisionRecord
) -> None:
    reviewer, gesture = browser(somebody("rose", DutyKind.REVIEWER)), decision.gesture

    for verdict in ("", "fired", "good_call"):
        shown = reviewer.post(f"/floor/settle/{gesture.pk}/conclude", conclusion(verdict=verdict)).content.decode()
        assert "Choose what you say of it." in shown
        assert "A word with the kitchen." in shown


def test_many_to_settle_come_in_pages(agent: Actor) -> None:
    for _ in range(11):
        act_first(agent)
    reviewer = browser(somebody("rose", DutyKind.REVIEWER))

    first, second = page(reviewer, "/floor"), page(reviewer, "/floor?page=2")

    assert (first.count("/floor/settle/"), second.count("/floor/settle/")) == (10, 1)
    assert "Page 1 of 2" in first


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (DutyKind.MANAGER, ["One-hop questions to you", "Handed over to you", "A first word is owed", "To settle"]),
        (DutyKind.REVIEWER, ["To settle", "Drawn to be looked at"]),
        (DutyKind.COACH, ["Drawn to be looked at"]),
        (DutyKind.LEADER, ["One-hop questions to you", "Handed over to you", "Words that hurt"]),
        (DutyKind.PLEDGE_KEEPER, []),
    ],
)
def test_each_finds_the_parts_that_are_theirs(agent: Actor, kind: DutyKind, titles: list[str]) -> None:
    shown = page(browser(somebody("nadia", kind)), "/floor")
    every = [
        "One-hop questions to you",
        "Handed over to you",
        "A first word is owed",
        "To settle",
        "Drawn to be looked at",
        "Words that hurt",
    ]

    assert [title for title in every if re.search(rf"<h2[^>]*>{title}", shown)] == titles


def test_a_decision_is_drawn_for_a_reason_that_its_author_reads(agent: Actor, decision: DecisionRecord) -> None:
    reviewer = browser(somebody("rose", DutyKind.REVIEWER))
    assert decision.case is not None
    found = page(reviewer, f"/floor/draw?about={decision.case.reference}")
    assert f'action="/floor/draw/{decision.pk}"' in found
    assert "Nothing found" in page(reviewer, "/floor/draw?about=nothing-of-the-kind")

    without = reviewer.post(f"/floor/draw/{decision.pk}", {"about": decision.case.reference, "reason": " "})
    assert "Say why: whoever decided reads it." in without.content.decode()
    reviewer.post(f"/floor/draw/{decision.pk}", {"reason": "The guest wrote to us."})

    assert "Rose asked to look at it: The guest wrote to us." in page(browser(agent), "/heard")
    assert browser(make_actor("leo")).get("/floor/draw").status_code == 403


def judge_all(client: Client, opinion: dict[str, str]) -> None:
    for case in CalibrationCase.objects.order_by("pk"):
        client.post(f"/floor/calibrations/decisions/{case.pk}/judge", opinion)


def test_two_judge_apart_and_see_where_they_part(agent: Actor) -> None:
    rose, rita = (somebody(name, DutyKind.REVIEWER) for name in ("rose", "rita"))
    samples = [drawn(rose, act_first(agent)).pk for _ in range(2)]
    first, second = browser(rose), browser(rita)
    assert "What is it about?" in page(first, "/floor/calibrations")
    chosen = {"samples": samples, "judges": [rose.user_id, rita.user_id]}
    refused = first.post("/floor/calibrations/open", {"about": "", **chosen}).content.decode()
    assert "Say in a few words what it is about." in refused
    first.post("/floor/calibrations/open", {"about": "Nights", **chosen})
    calibration, case = Calibration.objects.get(), CalibrationCase.objects.order_by("pk")[0]
    address = f"/floor/calibrations/{calibration.pk}"
    assert "2 decisions for you to judge" in page(second, "/floor")
    shown = page(second, f"/floor/calibrations/decisions/{case.pk}")
    assert "Tomas" not in shown

    opinion = {"choice": "good_call", "clarity": "clear", "measure": "right", "words": "Eleven is eleven."}
    judge_all(first, opinion)
    assert "Eleven is eleven." not in page(second, address)
    half = second.post(f"/floor/calibrations/decisions/{case.pk}/judge", {**opinion, "clarity": ""})
    assert "Answer the three questions." in half.content.decode()
    assert "Eleven is eleven." in half.content.decode()
    judge_all(second, {**opinion, "clarity": "silent", "words": "Of storms it says nothing."})

    result = page(first, address)
    assert "Eleven is eleven." in result
    assert "Of storms it says nothing." in result
    assert "You part: the words show where." in result
    assert "The same was said of 0 of 2." in result
    assert "The same was said of 2 of 2." in result
    first.post(f"{address}/guideline", {"words": "In a storm, noon is eleven."})
    assert "In a storm, noon is eleven." in page(second, address)
    assert "Over: see where you part" in page(second, "/floor")
    assert browser(agent).get(address).status_code == 404


@pytest.mark.item("S0.26")
def test_what_was_thought_about_is_shown_to_who_looks_again(agent: Actor, decision: DecisionRecord) -> None:
    browser(agent).post(f"/decisions/{decision.pk}/thoughts", {"thought-proud": "I stayed with him."})
    reviewer = somebody("rose", DutyKind.REVIEWER)

    for address in (f"/floor/drawn/{drawn(reviewer, decision).pk}", f"/floor/settle/{decision.gesture.pk}"):
        shown = page(browser(reviewer), address)
        assert "What would you be proud to tell a colleague?" in shown
        assert "I stayed with him." in shown


def test_no_page_of_the_floor_tells_what_a_decision_cost(agent: Actor, decision: DecisionRecord) -> None:
    manager = browser(somebody("nadia", DutyKind.MANAGER))

    assert "700" not in page(manager, "/floor").replace(f"words-{decision.pk}", "")


def test_the_floor_speaks_french(agent: Actor, decision: DecisionRecord) -> None:
    manager = browser(somebody("nadia", DutyKind.MANAGER))
    manager.cookies["django_language"] = "fr"

    assert "Un premier mot est dû" in page(manager, "/floor")

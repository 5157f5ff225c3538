"""Practice on pages: cases like this one beside the decision, sharing and asking in one tap, thanks, the week."""

from datetime import timedelta

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import DutyKind, User
from geste.apps.practice.models import (
    About,
    Contribution,
    CustomerConsent,
    Naming,
    Practice,
    Question,
    Reuse,
    Story,
    Thanks,
)
from geste.apps.practice.services.contribute import contribute
from tests.apps.reviewing import somebody
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db
HEAT = {"case": {"loss": "service", "severity": "spoiled"}}
LIVE = {"HX-Request": "true"}


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def past(agent: Actor) -> Case:
    """A case of one's own that is over, with a drink on it."""
    case = make_case(agent, reference="C-PAST", facts=HEAT)
    make_gesture(agent, case, "drink", "20")
    settle_root_issue(actor=agent, case=case, state=RootIssue.FIXED, because="")
    return close_case(actor=agent, case=case, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW)


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def after(client: Client, address: str, **typed: str) -> str:
    """Return the page a form leads to, or comes back on."""
    answer = client.post(address, typed, follow=True)
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


@pytest.mark.item("S0.31", "S0.46")
def test_what_one_shares_with_one_tap_a_colleague_takes_up_with_one(agent: Actor, past: Case) -> None:
    shown = after(browser(agent), "/cases/C-PAST/share")
    practice = Practice.objects.get()
    assert "Shared. Put the words right" in shown
    assert practice.title.startswith("A drink (")
    assert not practice.is_named

    colleague = make_actor("leo")
    new = make_case(colleague, reference="C-NEW", facts=HEAT)
    leo = browser(colleague)
    beside = page(leo, "/cases/C-NEW/nearest", **LIVE)
    assert "What a colleague did:" in beside
    assert "<html" not in beside
    assert "Tomas" not in beside.partition("Ask a colleague")[0]

    after(leo, "/cases/C-NEW/reuse", practice=str(practice.pk))

    assert list(Reuse.objects.values_list("case", "reused_by")) == [(new.pk, colleague.user_id)]
    assert "You use this here." in page(leo, "/cases/C-NEW/nearest")
    assert "It helped in 1 other case. Thank you." in page(browser(agent), f"/practice/{practice.pk}")
    assert "It helped in" not in page(leo, f"/practice/{practice.pk}")


@pytest.mark.item("S0.32")
def test_the_nearest_cases_come_after_the_verdicts_without_a_name_and_with_their_ending(
    agent: Actor, past: Case
) -> None:
    case = make_case(make_actor("leo"), reference="C-NEW", facts=HEAT)
    whole = page(browser(agent), f"/cases/{case.reference}")
    assert 'hx-get="/cases/C-NEW/nearest?glance"' in whole
    assert "Fixed, and a gesture" not in whole.partition("How did it end?")[0]

    alone = page(browser(agent), "/cases/C-NEW/nearest")

    assert "<strong>A drink</strong>" in alone
    assert "Fixed, and a gesture" in alone
    assert "Mr Lee" not in alone.partition("</h1>")[2]
    assert "20.00" not in alone


@pytest.mark.item("S0.21")
def test_what_such_cases_received_is_told_when_it_is_opened_and_obliges_to_nothing(agent: Actor) -> None:
    for amount in ("10", "20", "30", "40", "50"):
        case = make_case(agent, facts=HEAT)
        make_gesture(agent, case, "drink", amount)
        settle_root_issue(actor=agent, case=case, state=RootIssue.FIXED, because="")
        close_case(actor=agent, case=case, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW)
    make_case(agent, reference="C-NEW", facts=HEAT)
    given = Gesture.objects.count()

    shown = page(browser(agent), "/cases/C-NEW/nearest")

    assert "A drink: half of them from A$20.00 to A$40.00" in shown
    assert "creates no duty towards anybody else" in shown
    assert Gesture.objects.count() == given


@pytest.mark.item("S0.32")
def test_a_colleague_is_asked_with_one_tap_and_answers_from_any_page(agent: Actor) -> None:
    make_case(agent, reference="C-NEW", facts=HEAT)
    leo = browser(make_actor("leo"))

    assert "Asked. You need not wait" in after(browser(agent), "/cases/C-NEW/colleague")

    question = Question.objects.get()
    assert "Tomas asks what you would do" in page(leo, "/practice")
    assert "Write a few words." in after(leo, f"/questions/{question.pk}/reply", words=" ")
    after(leo, f"/questions/{question.pk}/reply", words="I would bring a fan up first.")
    assert "Tomas asks what you would do" not in page(leo, "/practice")
    assert "I would bring a fan up first." in page(browser(agent), "/cases/C-NEW/nearest")


def test_one_puts_the_words_of_ones_own_right_and_takes_them_back(agent: Actor, past: Case) -> None:
    mine = browser(agent)
    after(mine, "/cases/C-PAST/share", named="1")
    practice = Practice.objects.get()
    assert "Shared by Tomas" in page(mine, "/practice")

    refused = after(mine, f"/practice/{practice.pk}/words", title="Mr Lee had a drink", done="", why="")
    assert "Tell it without the customer" in refused
    assert "Mr Lee had a drink" in refused
    after(mine, f"/practice/{practice.pk}/words", title="A fan, then a drink", done="Both.", why="Somebody came.")
    assert "Shared by a colleague" in page(mine, "/practice?q=somebody came")
    assert "Nothing found." in page(mine, "/practice?q=parking")
    assert "A fan, then a drink" in page(mine, "/practice?tag=case.loss%3Dservice")

    assert browser(make_actor("leo")).post(f"/practice/{practice.pk}/withdraw").status_code == 403
    after(mine, f"/practice/{practice.pk}/withdraw")
    assert "Nobody has shared anything yet." in page(mine, "/practice")
    assert mine.get(f"/practice/{practice.pk}").status_code == 404


@pytest.mark.item("S4.12")
def test_a_story_is_read_once_whoever_it_names_and_the_customer_agreed(agent: Actor, past: Case) -> None:
    leo, ana = make_actor("leo"), browser(make_actor("ana"))
    mine, theirs = browser(agent), browser(leo)
    telling = {
        "cases": "C-PAST",
        "title": "24 degrees",
        "before": "Mr Lee could not sleep.",
        "after": "Leo brought a fan.",
    }
    assert "There is no case C-404 here." in after(mine, "/stories/tell", **{**telling, "cases": "C-404"})
    assert "Say how it became" in after(mine, "/stories/tell", **{**telling, "after": ""})

    after(mine, "/stories/tell", **telling)
    story = Story.objects.get()
    assert ana.get(f"/stories/{story.pk}").status_code == 404
    assert "Tomas tells a story with you in it" in page(theirs, "/stories")
    after(theirs, f"/stories/{story.pk}/agree", agrees="yes")
    assert ana.get(f"/stories/{story.pk}").status_code == 404
    after(mine, "/cases/C-PAST/consent", consent="yes")
    assert "Leo brought a fan." in page(ana, f"/stories/{story.pk}")
    assert "24 degrees" in page(ana, "/digest")

    after(mine, "/cases/C-PAST/consent", consent="no")
    assert ana.get(f"/stories/{story.pk}").status_code == 404
    assert CustomerConsent.objects.get().withdrawn_at is not None
    assert Naming.objects.get().agrees
    after(mine, f"/stories/{story.pk}/withdraw")
    assert mine.get(f"/stories/{story.pk}").status_code == 404


@pytest.mark.item("S2.12", "S0.51")
def test_thanks_are_looked_at_said_and_read_by_whoever_was_thanked(agent: Actor) -> None:
    leo = make_actor("leo")
    theirs, mine = browser(leo), browser(agent)
    to = str(agent.user_id)

    shown = after(theirs, "/thanks/say", to=to, words="Great job, thanks!")
    assert "This would fit anybody." in shown
    assert "Great job, thanks!" in shown
    assert not Thanks.objects.exists()
    after(theirs, "/thanks/say", to=to, words="You sat down with the guest before deciding.")
    assert "You sat down with the guest" in page(mine, "/thanks")
    assert "You sat down with the guest" not in page(browser(make_actor("ana")), "/thanks")
    assert "You sat down with the guest" not in page(theirs, "/digest")

    after(mine, f"/thanks/{Thanks.objects.get().pk}/share", share="yes")
    assert "You sat down with the guest" in page(theirs, "/digest")
    assert "Pick a colleague to thank." in after(theirs, "/thanks/say", to="999", words="You stayed until three.")


@pytest.mark.item("S2.12")
def test_whom_one_might_thank_shows_what_was_decided_and_no_amount(agent: Actor) -> None:
    leo = make_actor("leo")
    make_gesture(leo, make_case(leo), "credit", "321")
    from geste.apps.practice.suggesting import whom_to_thank

    assert [one.decision.decided_by_id for one in whom_to_thank(agent, now=NOW)] == [leo.user_id]
    assert "321" not in page(browser(agent), "/thanks")


@pytest.mark.item("S0.51")
def test_what_is_asked_for_turns_red_on_the_managers_page_once_its_day_has_passed(agent: Actor) -> None:
    manager = browser(somebody("nadia", DutyKind.MANAGER))
    mine = browser(agent)
    assert "Say what it is" in after(mine, "/needs/ask", words="A card reader.")

    after(mine, "/needs/ask", about="tool", words="A second card reader.")
    assert "A second card reader." in page(manager, "/floor")
    assert "card late" not in page(manager, "/floor")
    line = Contribution.objects.get()
    past = contribute(actor=agent, about=About.INFORMATION, words="Who is on call.", now=NOW - timedelta(days=300))
    assert "card late" in page(manager, "/floor")
    assert "card late" in page(mine, "/needs")
    assert "Who is on call." not in page(browser(make_actor("leo")), "/floor")

    answer = f"/needs/{past.pk}/answer"
    assert "Say what becomes of it." in after(manager, answer, words="On the board.")
    assert "Say in a few words" in after(manager, answer, fate="not", words="")
    assert "That is no day." in after(manager, answer, fate="later", words="Soon.", until="next spring")
    after(manager, answer, fate="done", words="It is on the board.")
    assert "card late" not in page(manager, "/floor")
    assert "It is on the board." in page(mine, "/needs")
    assert mine.post(f"/needs/{line.pk}/answer", {"fate": "done", "words": "Done."}).status_code == 403


@pytest.mark.item("S0.35")
def test_right_after_a_decision_one_line_says_what_would_have_prevented_it(agent: Actor) -> None:
    case = make_case(agent, reference="C-NEW")
    gesture = make_gesture(agent, case, "note")
    mine = browser(agent)
    receipt = page(mine, f"/receipts/{gesture.pk}")
    assert "What would have prevented this?" in receipt
    assert "It began when it was sold" in receipt

    shown = after(mine, "/needs/prevented", reference="C-NEW", about="sales", words="We sold it with breakfast.")

    assert "We sold it with breakfast." in shown
    assert "What would have prevented it, when selling" in shown
    assert [(row.about, row.case_id) for row in Contribution.objects.all()] == [("sales", case.pk)]
    assert "Write a few words." in after(mine, "/needs/prevented", reference="C-NEW", words="")
    assert mine.post("/needs/prevented", {"about": "tool", "words": "x"}).status_code == 400


def test_leaders_promise_the_days(agent: Actor) -> None:
    leader, mine = browser(somebody("lena", DutyKind.LEADER)), browser(agent)
    assert "within 14 days" in page(mine, "/needs")
    assert "Promise between 1 and 60 days." in after(leader, "/needs/days", days="90")
    after(leader, "/needs/days", days="7")
    assert "within 7 days" in page(mine, "/needs")
    assert mine.post("/needs/days", {"days": "3"}).status_code == 403


@pytest.mark.item("S2.18")
def test_the_week_says_nothing_yet_and_has_weeks_before_it(agent: Actor) -> None:
    mine = browser(agent)

    shown = page(mine, "/digest")

    assert shown.count("Nothing yet.") >= 3
    assert "The week before" in shown
    assert "The week after" not in shown
    earlier = page(mine, "/digest/2026-05-14?whose=house")
    assert "Our week until 14" in earlier
    assert "The week after" in earlier
    for week in ("yesterday", "0001-01-01", "9999-12-31"):
        assert mine.get(f"/digest/{week}").status_code == 404


def test_the_pages_speak_french(agent: Actor) -> None:
    mine = browser(agent)
    mine.cookies["django_language"] = "fr"

    assert "Ce dont j’ai besoin" in page(mine, "/needs")
    assert "Notre semaine jusqu’au" in page(mine, "/digest")
    assert "Mercis" in page(mine, "/thanks")

"""Frictions on pages: named on a receipt, seen on the floor, asked at the start; a look closer that accuses nobody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Understanding
from geste.apps.cases.services.note_understanding import note_understanding
from geste.apps.frictions.models import ChecklistItem, Gap
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import DutyKind, User
from tests.apps.reviewing import somebody
from tests.make import make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def gift(actor: Actor) -> Gesture:
    return make_gesture(actor, make_case(actor), "credit", "20", now=timezone.localtime())


@pytest.mark.item("S4.31")
def test_what_was_unclear_at_the_start_comes_back_as_a_question_at_the_start(agent: Actor) -> None:
    desk, floor = browser(agent), browser(somebody("nadia", DutyKind.MANAGER))
    for _ in range(3):
        desk.post(f"/receipts/{(gesture := gift(agent)).pk}/unclear", {"gap": "Budget"})
    assert "Unclear at the start: Budget" in page(desk, f"/receipts/{gesture.pk}")

    shown = page(floor, "/floor/frictions")
    assert "Budget" in shown
    assert "3 times · A$60.00 given because of it" in " ".join(shown.split())
    assert "Budget: is that agreed?" in shown
    gap = Gap.objects.get()
    assert floor.post(f"/floor/frictions/{gap.pk}/ask", {"words": " "}).status_code == 422
    floor.post(f"/floor/frictions/{gap.pk}/ask", {"words": "Which budget is agreed?"})

    assert "Which budget is agreed?" in page(desk, "/cases/new")
    assert "Asked at the start: Which budget is agreed?" in page(floor, "/floor/frictions")
    floor.post(f"/floor/frictions/items/{ChecklistItem.objects.get().pk}/off")
    assert "Which budget is agreed?" not in page(desk, "/cases/new")


@pytest.mark.item("S4.28")
def test_five_misunderstandings_are_told_as_ours(agent: Actor) -> None:
    floor = browser(somebody("nadia", DutyKind.MANAGER))
    for _ in range(5):
        case = make_case(agent, facts={"case": {"loss": "money"}})
        Case.objects.filter(pk=case.pk).update(opened_at=timezone.now() - timedelta(days=2))
        note_understanding(actor=agent, case=case, understanding=Understanding.PARTLY)

    shown = " ".join(page(floor, "/floor/frictions").split())

    assert "it is we who do not say it clearly" in shown
    assert "<strong>money</strong> · 5 customers" in shown
    page(browser(agent), "/floor/frictions", 403)


@pytest.mark.item("S4.33")
def test_it_may_hurt_and_only_whoever_gave_it_says_so(agent: Actor) -> None:
    gesture, desk, other = gift(agent), browser(agent), browser(make_actor("wren"))
    assert "This hurts" in page(desk, f"/receipts/{gesture.pk}")
    assert "This hurts" not in page(other, f"/receipts/{gesture.pk}")

    desk.post(f"/receipts/{gesture.pk}/hurt", {"words": "A week of tips."})
    told = desk.post(f"/receipts/{gesture.pk}/hurt", {"words": "Again."}, follow=True).content.decode()

    assert "It hurt: A week of tips." in told
    assert "That it hurt is written down already." in told
    assert other.post(f"/receipts/{gesture.pk}/hurt", {"words": "x"}).status_code == 403
    assert other.post(f"/receipts/{gesture.pk}/unclear", {"gap": "x"}).status_code == 403


@pytest.mark.item("S4.33")
def test_a_look_closer_accuses_nobody_and_changes_nothing(agent: Actor) -> None:
    other, at = make_actor("wren"), timezone.localtime()
    for actor, days in ((agent, 90), (other, 60), (agent, 30)):
        case = make_case(actor, customer="mr-lee")
        Case.objects.filter(pk=case.pk).update(opened_at=at - timedelta(days=days))
        make_gesture(actor, case, "credit", "20", now=at - timedelta(days=days))
    here = make_case(agent, customer="mr-lee")

    shown = " ".join(page(browser(agent), f"/cases/{here.reference}").split())

    assert "3 earlier claims: look closer, kindly" in shown
    assert "10.5% of claims and appeasements in retail" in shown
    assert "no evidence for your house" in shown
    assert "Nothing that you may give changes." in shown
    assert "look closer" not in page(browser(agent), f"/cases/{make_case(agent).reference}")

"""Feedback on its page: asked by anybody, said without a name, honest in a house of few, counted for leaders."""

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, User
from geste.apps.pledges.models import Invitation
from tests.make import make_charter
from tests.pledges import called, on_duty, team_of

pytestmark = pytest.mark.django_db(transaction=True)


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


@pytest.mark.item("S1.21")
def test_an_owner_asks_hears_and_answers_and_the_leaders_page_counts_it() -> None:
    make_charter()
    team_of("Shop", "ana", "leo")
    owner, ana = browser(on_duty("olga", DutyKind.LEADER)), browser(called("ana"))
    assert "Nobody has asked yet." in page(owner, "/pledge/feedback")
    owner.post("/pledge/feedback/ask", {"question": "What should I stop doing?", "to": "house"})
    asked = Invitation.objects.get()

    assert "So few are asked that it may be known who wrote it" in page(ana, "/pledge/feedback")
    ana.post(f"/pledge/feedback/{asked.pk}/say", {"words": "Answering for us."})
    shown = page(owner, "/pledge/feedback")
    assert "Answering for us." in shown
    assert "Ana" not in shown
    assert "Answering for us." not in page(browser(called("leo")), "/pledge/feedback")
    owner.post(f"/pledge/feedback/{asked.pk}/answer", {"words": "I count to ten."})

    assert "I count to ten." in page(ana, "/pledge/feedback")
    counted = page(ana, "/pledge/leaders")
    assert "Leaders and managers asked 1 time." in counted
    assert "1 line came back." in counted
    assert "(too few people to say)" in counted


def test_a_slip_says_what_is_missing() -> None:
    make_charter()
    ana = browser(on_duty("ana", DutyKind.REVIEWER))

    refused = ana.post("/pledge/feedback/ask", {"question": "", "to": "house"})

    assert (refused.status_code, "Write one line." in refused.content.decode()) == (422, True)
    assert ana.post("/pledge/feedback/99/say", {"words": "Well."}).status_code == 404

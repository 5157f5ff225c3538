"""News on pages: counted only where it asks for something, opened with one tap, and chosen by whoever it is for."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case
from geste.apps.gestures.proposals import Proposal
from geste.apps.hops.models import Hop
from geste.apps.hops.services.answer_hop import Said, answer_hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.notices.models import Choice, Kind, Mailbox, Notice
from geste.apps.notices.telling import News, tell
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.flow import FLOW
from geste.interfaces.web.notices.leading import PAGES, WITH_ITS_NUMBER
from tests.make import make_user

pytestmark = pytest.mark.django_db
CHOSEN = {"address": "lead@harbour.example", "from": "7", "until": "15", "friday": "on", "way:thanked": "at_once"}


@pytest.fixture
def lead(user: User) -> User:
    """Return the one who is asked."""
    return make_user("nadia")


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def ask(agent: Actor, case: Case) -> Hop:
    proposal = Proposal(key="asked-once", gesture="credit", amount="700")
    at = timezone.localtime()
    hop = ask_hop(actor=agent, case=case, proposal=proposal, because="A second bad night.", now=at)
    hand_on_events(flow=FLOW, now=at)
    return hop


def page(client: Client, address: str = "/notices") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_to_hear_is_said_kindly_and_counted_nowhere(lead: User) -> None:
    shown = page(browser(lead))

    assert "Nothing yet." in shown
    assert 'class="count"' not in shown.partition("<main")[0]
    assert "I have read it all" not in shown


def test_a_question_is_counted_opened_and_no_longer_counted(lead: User, agent: Actor, case: Case) -> None:
    hop = ask(agent, case)
    client = browser(lead)
    assert '<span class="count">1</span>' in page(client, "/charter")
    assert "Tomas asks you for a quick yes or no" in page(client)

    answer = client.post(f"/notices/{Notice.objects.get(to=lead).pk}/open")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/hops/{hop.pk}")
    assert '<span class="count">' not in page(client, "/charter").partition("<main")[0]


def test_what_is_only_nice_to_know_is_not_counted(lead: User, agent: Actor, case: Case, visitor: Client) -> None:
    hop = ask(agent, case)
    at = timezone.localtime()
    answer_hop(actor=actor_for(lead), number=hop.pk, said=Said(word="yes"), now=at)
    hand_on_events(flow=FLOW, now=at)

    assert '<span class="count">' not in page(visitor, "/charter").partition("<main")[0]
    assert "Nadia answered your question" in page(visitor)
    assert 'class="fresh"' in page(visitor)
    visitor.post("/notices/read")
    assert 'class="fresh"' not in page(visitor)


def test_another_persons_news_is_not_there(lead: User, agent: Actor, case: Case, visitor: Client) -> None:
    ask(agent, case)

    assert visitor.post(f"/notices/{Notice.objects.get(to=lead).pk}/open").status_code == 404
    assert Notice.objects.get(to=lead).read_at is None


def test_every_kind_leads_to_a_page(lead: User) -> None:
    assert {*PAGES, *WITH_ITS_NUMBER} == set(Kind)
    now = timezone.localtime()
    for kind in Kind:
        tell([lead.pk], News(kind, f"about:{kind}", "1", "Tomas"), at=now, now=now)
    client = browser(lead)

    for notice in Notice.objects.all():
        assert client.post(f"/notices/{notice.pk}/open").headers["Location"].startswith("/")


def test_news_comes_page_by_page(lead: User) -> None:
    now = timezone.localtime()
    for number in range(26):
        news = News(Kind.THANKED, f"thanks:{number}", name=f"Colleague {number}")
        tell([lead.pk], news, at=now - timedelta(minutes=number), now=now)
    client = browser(lead)

    assert "Colleague 24 thanks you" in page(client)
    assert "Colleague 25 thanks you" not in page(client)
    assert "Colleague 25 thanks you" in page(client, "/notices?page=2")


def test_one_chooses_where_when_and_of_what(lead: User) -> None:
    client = browser(lead)

    assert client.post("/notices/choices/keep", CHOSEN).status_code == 302

    mailbox = Mailbox.objects.get()
    assert (mailbox.user, mailbox.address, mailbox.from_hour, mailbox.until_hour) == (lead, CHOSEN["address"], 7, 15)
    assert (mailbox.works_weekends, mailbox.wants_friday) == (False, True)
    assert list(Choice.objects.values_list("kind", "way")) == [("thanked", "at_once")]
    shown = page(client, "/notices/choices")
    assert CHOSEN["address"] in shown
    assert "Kept." in shown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"address": "lead@"}, "This is no e-mail address. Leave it empty to get none."),
        ({"until": "7"}, "The working day ends before it begins. Pick its hours again."),
        ({"from": "eight"}, "The working day ends before it begins. Pick its hours again."),
    ],
)
def test_what_cannot_be_kept_comes_back_as_it_was_typed(lead: User, changes: dict[str, str], words: str) -> None:
    answer = browser(lead).post("/notices/choices/keep", CHOSEN | changes)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert words in shown
    assert (CHOSEN | changes)["address"] in shown
    assert 'value="at_once" selected' in shown
    assert not Mailbox.objects.exists()


def test_it_is_all_there_in_french(lead: User) -> None:
    User.objects.filter(pk=lead.pk).update(language="fr")
    client = browser(lead)
    client.cookies["geste_language"] = "fr"
    client.post("/language", {"language": "fr", "next": "/notices"})

    assert "Nouvelles" in page(client)
    assert "Le vendredi" in page(client, "/notices/choices")

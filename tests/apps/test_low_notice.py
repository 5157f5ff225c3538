"""One word when an envelope is nearly used up: to stewards, once in a period, on the page and by e-mail."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.ledger.models import EnvelopePeriod, LowNotice
from geste.apps.ledger.selectors import low_notices
from geste.apps.ledger.services.note_low import TRY_AGAIN_AFTER, note_known
from geste.apps.notices.services.choose import Chosen, choose
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.config.letters import can_write, write_to_stewards
from geste.config.options import Options
from geste.flow import FLOW
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db
HOUSE = Options(
    mail_url="smtp://mail.example.org", mail_from="Geste <geste@example.org>", mail_stewards=("g@example.org",)
)


class Server(BaseEmailBackend):
    """A mail server that keeps what it is given, once it is up."""

    def __init__(self, *, is_up: bool = True) -> None:
        super().__init__()
        self.is_up = is_up
        self.sent: list[EmailMessage] = []

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not self.is_up:
            raise SMTPServerDisconnected
        self.sent += email_messages
        return len(email_messages)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def steward(agent: Actor) -> Actor:
    return actor_for(User.objects.get(username="grace"))


@pytest.fixture
def low(agent: Actor) -> LowNotice:
    """Return the word about an envelope that is used up but for a little."""
    make_gesture(agent, make_case(agent, facts={"stay": {"price": "390"}}), "credit", "20")
    row = EnvelopePeriod.objects.get()
    EnvelopePeriod.objects.update(promised=row.left * 6)
    make_gesture(agent, make_case(agent, facts={"stay": {"price": "390"}}), "credit", "20")
    for _ in range(2):
        hand_on_events(flow=FLOW, now=NOW)
    return LowNotice.objects.get()


def write(server: Server, *, later: timedelta = timedelta()) -> int:
    return write_to_stewards(HOUSE, now=NOW + later, open_server=lambda _: server)


def page(actor: Actor) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client.get("/").content.decode()


def test_stewards_are_told_on_their_first_page_until_one_of_them_knows(
    agent: Actor, steward: Actor, low: LowNotice
) -> None:
    said = "is nearly used up: A$"
    assert (said in page(steward), said in page(agent)) == (True, False)

    client = Client()
    client.force_login(User.objects.get(pk=steward.user_id))
    assert client.post(f"/books/low/{low.pk}").headers["Location"] == "/"

    assert said not in page(steward)
    low.refresh_from_db()
    assert low.known_by_id == steward.user_id


def test_only_stewards_say_that_they_know(agent: Actor, low: LowNotice) -> None:
    with pytest.raises(NotPermitted):
        note_known(actor=agent, number=low.pk, now=NOW)

    assert low_notices() == [low]


def test_an_envelope_that_was_raised_is_not_told_of_any_more(low: LowNotice) -> None:
    EnvelopePeriod.objects.update(promised=1)

    assert low_notices() == []
    assert write(Server()) == 0
    low.refresh_from_db()
    assert low.letter_due_at is None


def test_one_letter_goes_to_whoever_looks_after_the_charter(low: LowNotice) -> None:
    server = Server()

    assert [write(server), write(server), write(server, later=timedelta(days=1))] == [1, 0, 0]

    (letter,) = server.sent
    assert (letter.to, letter.from_email) == (["g@example.org"], "Geste <geste@example.org>")
    assert letter.subject.endswith(" left")
    assert "Nothing stops." in letter.body
    assert "{" not in f"{letter.subject}{letter.body}"


def test_a_letter_that_does_not_get_away_is_tried_again_later(low: LowNotice) -> None:
    server = Server(is_up=False)
    assert [write(server), write(server)] == [0, 0]

    server.is_up = True

    assert write(server, later=TRY_AGAIN_AFTER - timedelta(seconds=1)) == 0
    assert write(server, later=TRY_AGAIN_AFTER) == 1


@pytest.mark.parametrize("missing", [{"mail_url": ""}, {"mail_stewards": ()}, {"demo": True}])
def test_a_house_without_a_way_or_an_address_writes_to_nobody(missing: dict[str, object]) -> None:
    assert can_write(HOUSE)
    assert not can_write(replace(HOUSE, **missing))  # type: ignore[arg-type]


def test_each_steward_is_written_to_in_their_own_language(low: LowNotice, steward: Actor) -> None:
    User.objects.filter(pk=steward.user_id).update(language="fr")
    choose(actor=steward, chosen=Chosen(address="G@example.org", ways={}))
    house, server = replace(HOUSE, mail_stewards=("g@example.org", "boss@example.org", "desk@example.org")), Server()

    assert write_to_stewards(house, now=NOW, open_server=lambda _: server) == 1

    assert [letter.to for letter in server.sent] == [["g@example.org"], ["boss@example.org", "desk@example.org"]]
    french, english = (f"{letter.subject} {letter.body}" for letter in server.sent)
    assert ("enveloppe" in french.lower(), "nearly used up" in english) == (True, True)
    assert french.split() != english.split()

"""Letters to people: through a real mail server, once at the most, without an amount or a confidence."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail.backends.smtp import EmailBackend

from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.gestures.proposals import Proposal
from geste.apps.hops.services.answer_hop import Said, answer_hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.notices.models import Letter, Notice
from geste.apps.notices.services.choose import Chosen, choose
from geste.apps.notices.services.mark_read import mark_all_read
from geste.apps.notices.services.send_letter import begin_friday
from geste.apps.people.models import User
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.config.connecting import mail_server
from geste.config.notice_letters import can_write_to_people, write_to_people
from geste.config.options import Options
from geste.flow import FLOW
from tests.fakes.smtp_server import PostOffice, post_office
from tests.make import NOW, make_case
from tests.permitted.house import House, make_house

pytestmark = pytest.mark.django_db
MORNING = NOW.replace(hour=9)
FRIDAY = (NOW + timedelta(days=1)).replace(hour=14)
WORDS = "I was told off in front of everybody for room 12."


class PowerCut(BaseException):
    """The machine stops here."""


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office() as office:
        yield office


@pytest.fixture
def options(office: PostOffice) -> Options:
    return Options(
        mail_url=office.url, mail_from="Geste <geste@harbour.example>", address="https://geste.harbour.example"
    )


@pytest.fixture
def house() -> House:
    house = make_house()
    for name in ("lead", "keeper", "author"):
        choose(actor=house[name], chosen=Chosen(address=f"{name}@harbour.example", ways={}))
    return house


def ask(house: House) -> int:
    proposal = Proposal(key="asked-once", gesture="credit", amount="700")
    case = make_case(house["author"])
    hop = ask_hop(actor=house["author"], case=case, proposal=proposal, because="Mr Lee is furious.", now=MORNING)
    hand_on_events(flow=FLOW, now=MORNING)
    return hop.pk


def test_what_cannot_wait_goes_at_once_with_a_line_and_a_link(
    house: House, office: PostOffice, options: Options
) -> None:
    ask(house)

    assert write_to_people(options, now=MORNING) == 1
    assert write_to_people(options, now=MORNING) == 0

    (letter,) = office.letters
    assert office.addressed_to == ["lead@harbour.example"]
    assert letter["Subject"] == "Author asks you for a quick yes or no"
    assert letter["Message-ID"] == f"<notice-{Notice.objects.get().pk}@harbour.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    for kind in ("plain", "html"):
        body = letter.get_body((kind,))
        assert body is not None
        assert "https://geste.harbour.example/notices" in body.get_content()
        assert not any(told in body.get_content() for told in ("700", "furious", "Lee", "credit"))


def test_it_comes_in_the_language_of_whoever_reads_it(house: House, office: PostOffice, options: Options) -> None:
    User.objects.filter(username="keeper").update(language="fr")
    report_breach(actor=house["author"], telling=Telling("telling_off", WORDS), now=MORNING)
    hand_on_events(flow=FLOW, now=MORNING)

    write_to_people(options, now=MORNING)

    (letter,) = office.letters
    assert letter["Subject"].strip() == "Quelqu’un signale qu’une promesse de l’engagement n’a pas été tenue"
    assert WORDS not in letter.as_string()
    assert "Author" not in letter.as_string()


def test_outside_the_working_day_nothing_is_sent(house: House, office: PostOffice, options: Options) -> None:
    ask(house)
    Letter.objects.update(due_at=MORNING + timedelta(days=1))

    assert write_to_people(options, now=MORNING) == 0
    assert office.letters == []


def test_what_was_done_or_read_meanwhile_is_not_written_about(
    house: House, office: PostOffice, options: Options
) -> None:
    hop = ask(house)
    answer_hop(actor=house["lead"], number=hop, said=Said(word="yes"), now=MORNING)
    hand_on_events(flow=FLOW, now=MORNING)

    assert write_to_people(options, now=MORNING) == 0
    assert (office.letters, Letter.objects.get().due_at) == ([], None)


def test_a_server_that_is_down_or_busy_is_asked_again(house: House, office: PostOffice, options: Options) -> None:
    ask(house)
    away = replace(options, mail_url="smtp://127.0.0.1:1")
    assert write_to_people(away, now=MORNING) == 0
    office.trouble = "refuse for now"
    assert write_to_people(options, now=MORNING + timedelta(minutes=14)) == 0
    assert write_to_people(options, now=MORNING + timedelta(minutes=15)) == 0
    office.trouble = ""

    assert write_to_people(options, now=MORNING + timedelta(minutes=30)) == 1
    assert len(office.letters) == 1


def test_nobody_is_asked_for_ever(house: House, office: PostOffice, options: Options) -> None:
    ask(house)
    away = replace(options, mail_url="smtp://127.0.0.1:1")
    for quarters in range(6):
        write_to_people(away, now=MORNING + quarters * timedelta(minutes=15))

    assert (Letter.objects.get().due_at, Letter.objects.get().tries) == (None, 5)


def test_an_address_that_is_refused_is_left_alone(house: House, office: PostOffice, options: Options) -> None:
    ask(house)
    office.trouble = "refuse the address"
    write_to_people(options, now=MORNING)
    office.trouble = ""

    assert write_to_people(options, now=MORNING + timedelta(days=1)) == 0
    assert office.letters == []


def test_a_letter_that_may_have_arrived_is_not_sent_again(house: House, office: PostOffice, options: Options) -> None:
    ask(house)
    office.trouble = "hang up after taking it"
    assert write_to_people(options, now=MORNING) == 0
    office.trouble = ""

    assert write_to_people(options, now=MORNING + timedelta(days=1)) == 0
    assert len(office.letters) == 1


@pytest.mark.parametrize(("where", "arrive"), [("open", 1), ("send_messages", 1)])
def test_a_power_cut_at_any_moment_doubles_no_letter(
    house: House, office: PostOffice, options: Options, monkeypatch: pytest.MonkeyPatch, where: str, arrive: int
) -> None:
    ask(house)
    usual = getattr(EmailBackend, where)

    def cut(server: EmailBackend, *letters: Any) -> None:
        if where == "send_messages":
            usual(server, *letters)
            server.close()
        raise PowerCut

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, where, cut)
        with pytest.raises(PowerCut):
            write_to_people(options, now=MORNING)

    for hours in range(3):
        write_to_people(options, now=MORNING + hours * timedelta(hours=1))
    assert len(office.letters) == arrive


def test_fridays_letter_brings_the_week_with_ones_own_news_once(
    house: House, office: PostOffice, options: Options
) -> None:
    hop = ask(house)
    answer_hop(actor=house["lead"], number=hop, said=Said(word="yes"), now=MORNING)
    hand_on_events(flow=FLOW, now=MORNING)
    assert begin_friday(now=FRIDAY - timedelta(hours=1)) == 0
    assert [begin_friday(now=FRIDAY), begin_friday(now=FRIDAY)] == [3, 0]

    write_to_people(options, now=FRIDAY)
    write_to_people(options, now=FRIDAY + timedelta(hours=1))

    # Lead and keeper have nothing to hear, and the house has not done anything yet: no empty letter goes.
    (letter,) = office.letters
    assert office.addressed_to == ["author@harbour.example"]
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Lead answered your question" in body.get_content()
    assert "700" not in letter.as_string()


def test_fridays_letter_does_not_say_what_was_read_or_written_about(
    house: House, office: PostOffice, options: Options
) -> None:
    hop = ask(house)
    write_to_people(options, now=MORNING)
    answer_hop(actor=house["lead"], number=hop, said=Said(word="yes"), now=MORNING)
    hand_on_events(flow=FLOW, now=MORNING)
    mark_all_read(actor=house["author"], now=MORNING)
    begin_friday(now=FRIDAY)

    assert write_to_people(options, now=FRIDAY) == 0
    assert office.addressed_to == ["lead@harbour.example"]


def test_a_house_that_cannot_send_or_does_not_know_its_address_sends_nothing() -> None:
    ready = Options(mail_url="smtp://mail.example.org", mail_from="g@example.org", address="https://geste.example.org")

    assert can_write_to_people(ready)
    assert not can_write_to_people(replace(ready, address=""))
    assert not can_write_to_people(replace(ready, mail_url=""))
    assert not can_write_to_people(replace(ready, demo=True))
    assert mail_server(ready.mail_url).host == "mail.example.org"

"""My page: useful from the first day, for one person alone; a coach reads words, and the person reads that they did."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

import geste
from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, User
from geste.apps.portraits.models import Consent, EvidenceItem, EvidenceLink, Look
from geste.apps.portraits.services.give_consent import give_consent
from geste.apps.portraits.services.note_own_look import note_own_look
from geste.apps.reviews.services.react import react
from tests.apps.portraying import coach, colleagues, on_duty, refuse
from tests.apps.reviewing import KIND_WORDS, said, somebody
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db(transaction=True)


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_on_the_first_day_the_page_says_what_there_will_be() -> None:
    make_charter()

    shown = page(browser(make_actor()), "/mine")

    assert "Nobody else sees this page." in shown
    assert "Nothing yet. Words to your decisions arrive here." in shown
    assert "Nothing you gave waits for anybody." in shown
    assert "The first case is waiting for you" in shown
    assert 'href="/mine" aria-current="page"' in shown


def test_the_page_gathers_what_i_gave_what_is_to_settle_and_what_i_was_told() -> None:
    make_charter()
    actor = make_actor()
    make_gesture(actor, make_case(actor), "credit", "40")
    first = propose(actor, make_case(actor), "credit", "700", act_first=True, note="He could not wait.")
    manager = somebody("nadia", DutyKind.MANAGER)
    react(actor=manager, decision_id=first.decision.pk, wording=said(), now=NOW)

    shown = page(browser(actor), "/mine")

    settle, given = shown.split('id="settle-title"')[1].split('id="given-title"')
    assert "A$700.00" in settle
    assert "A$40.00" not in settle
    assert "A$40.00" in given
    assert KIND_WORDS in shown
    assert "A$700.00" not in page(browser(manager), "/mine")


@pytest.mark.item("S0.43", "S0.44")
def test_the_room_is_told_in_words_with_the_cases_on_both_sides() -> None:
    colleagues()
    actor = make_actor("stan")
    refuse(actor, 16)
    client = browser(actor)

    shown = page(client, "/mine/room")

    assert "Room not used" in shown
    assert "0 of 16" in shown
    assert "It most likely lies between 0 and" in shown
    assert "Cases in which nothing was given" in shown
    assert "Speaks against it" in shown
    assert len(set(re.findall(r'href="/cases/(C\d+)"', shown))) == 16
    assert not any(name in shown for name in ("Abe", "Bea", "Cid", "Dot", "Eli", "Fay"))


@pytest.mark.item("S0.44")
def test_below_twelve_cases_it_says_not_enough_yet_and_why() -> None:
    make_charter()

    shown = page(browser(make_actor()), "/mine/room")

    assert "Not enough yet" in shown
    assert "It takes 12 comparable cases." in shown
    assert "Your team has no coach yet." in shown


@pytest.mark.item("S0.43")
def test_the_person_lets_a_coach_look_reads_that_they_did_and_ends_it() -> None:
    make_charter()
    actor, cora = make_actor("ria"), coach()
    theirs, coachs = browser(actor), browser(cora)
    page(theirs, "/mine/room")
    theirs.post("/mine/consents", {"coach": cora.user_id})
    assert "Look; Ria reads that you did" in page(coachs, "/mine/coached")

    told = coachs.post(f"/mine/coached/{actor.user_id}/look").content.decode()

    words = re.sub(r"<[^>]+>", " ", told.split("<h1>")[1])
    assert "All cases · Not enough yet" in words
    assert not re.search(r"\d", words)
    assert "Cora saw in words how you use your room." in page(theirs, "/mine/who-looked")
    theirs.post(f"/mine/consents/{Consent.objects.get().pk}/end")
    assert coachs.post(f"/mine/coached/{actor.user_id}/look").status_code == 403
    assert "Nobody shares anything with you." in page(coachs, "/mine/coached")


@pytest.mark.item("S0.43")
def test_a_coach_is_told_that_the_person_comes_first() -> None:
    make_charter()
    actor, cora = make_actor("ria"), coach()
    give_consent(actor=actor, coach_id=cora.user_id, now=NOW)

    assert "They have not looked at it themselves yet." in page(browser(cora), "/mine/coached")
    assert browser(cora).post(f"/mine/coached/{actor.user_id}/look").status_code == 403
    assert not Look.objects.exists()


@pytest.mark.item("S0.43")
@pytest.mark.parametrize("kind", [*DutyKind, None])
def test_without_consent_no_duty_opens_it(kind: DutyKind | None) -> None:
    make_charter()
    actor = make_actor("ria")
    note_own_look(actor=actor, now=timezone.localtime())
    other = on_duty("otto", *([kind] if kind else []))

    assert browser(other).post(f"/mine/coached/{actor.user_id}/look").status_code == 403
    assert Look.objects.exclude(looker=actor.user_id).count() == 0


@pytest.mark.item("S0.43")
def test_there_is_no_way_out_for_it_but_these_pages() -> None:
    package, own = Path(geste.__file__).parent, ("apps/portraits/", "interfaces/web/mine/")
    reading = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "apps.portraits.room" in path.read_text(encoding="utf-8")
    }

    assert {path for path in reading if not path.startswith(own)} == set()
    assert "interfaces/web/mine/room.py" in reading


@pytest.mark.item("S0.47")
def test_a_file_is_made_printed_and_given_away_without_customer_or_amount() -> None:
    make_charter()
    actor = make_actor("ria")
    case = make_case(actor)
    make_gesture(actor, case, "credit", "123.45")
    client, anybody = browser(actor), Client()
    assert "Nothing yet. Begin one when you like" in page(client, "/mine/evidence")
    begun = client.post("/mine/evidence/begin", {"title": "My year"})
    address = begun.headers["Location"]
    assert "Mr Lee, room 507" in page(client, address)
    client.post(f"{address}/pieces", {"kind": "case", "words": "He could not wait.", "case": case.reference})
    assert client.post(f"{address}/pieces", {"kind": "case", "words": ""}).status_code == 422

    made = client.post(f"{address}/share", {"given_to": "Helen", "days": "7"}).content.decode()
    link = re.search(r"<code>http://testserver(/shared/[\w-]+)</code>", made)
    assert link is not None
    read = anybody.get(link[1])

    told = read.content.decode()
    assert "He could not wait." in told
    assert "Ria" in told
    assert not any(secret in told for secret in ("Mr Lee", "123", case.reference))
    assert read.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(f"{address}/page.pdf").content.startswith(b"%PDF-")
    looked = page(client, "/mine/who-looked")
    assert "Somebody with your link opened “My year”." in looked
    assert "You gave it to: Helen" in looked
    client.post(f"/mine/links/{EvidenceLink.objects.get().pk}/end")
    assert anybody.get(link[1]).status_code == 404
    assert browser(on_duty("otto", DutyKind.MANAGER, DutyKind.LEADER)).get(address).status_code == 404


def test_nothing_typed_into_a_file_is_lost_when_it_cannot_be_kept() -> None:
    make_charter()
    client, long = browser(make_actor("ria")), "A long year. " * 100
    assert "Keep the title to" in (said := client.post("/mine/evidence/begin", {"title": long}).content.decode())
    assert long in said
    address = client.post("/mine/evidence/begin", {"title": "My year"}).headers["Location"]
    client.post(f"{address}/pieces", {"kind": "help", "words": "Showed Sam the desk."})
    piece = EvidenceItem.objects.get()

    refused = [
        client.post(f"{address}/words", {"title": "My year", "words": long}),
        client.post(f"{address}/pieces", {"kind": "help", "words": long}),
        client.post(f"/mine/pieces/{piece.pk}", {"words": long}),
        client.post(f"{address}/share", {"given_to": long, "days": "7"}),
    ]
    emptied = client.post(f"/mine/pieces/{piece.pk}", {"words": " "})

    assert [(one.status_code, long in one.content.decode()) for one in refused] == [(422, True)] * 4
    assert "Say something about it, in your own words." in emptied.content.decode()
    assert EvidenceItem.objects.get().words == "Showed Sam the desk."


def test_a_mail_program_that_looks_ahead_has_read_nothing() -> None:
    make_charter()
    actor = make_actor("ria")
    client = browser(actor)
    address = client.post("/mine/evidence/begin", {"title": "My year"}).headers["Location"]
    made = client.post(f"{address}/share", {"days": "7"}).content.decode()
    link = re.search(r"<code>http://testserver(/shared/[\w-]+)</code>", made)
    assert link is not None

    assert Client().head(link[1]).status_code == 200
    assert not Look.objects.exists()


@pytest.mark.item("S2.17")
def test_practice_shows_a_situation_says_what_the_charter_says_and_goes_on() -> None:
    make_charter()
    client = browser(make_actor("ria"))
    first = page(client, "/mine/practice")
    assert "Every guest should want to come back." in first
    assert "You have not begun. That stops nothing" in first
    assert "You think of: A note" in first

    told = client.post("/mine/practice/say", {"scenario": "red_line.safety", "said": "within"}).content.decode()

    assert "The charter says it differently" in told
    assert "Not this: it is a red line" in told
    assert "Call the duty manager." in told
    nothing = client.post("/mine/practice/say", {"scenario": "red_line.safety"})
    assert (nothing.status_code, "Pick what you would do." in nothing.content.decode()) == (422, True)
    client.post("/mine/practice/trust", {"what_it_is": "5"})
    assert "You are under way. What you may give does not wait for it." in page(client, "/mine/practice")

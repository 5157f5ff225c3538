"""The studio over HTTP, without scripts: read by everybody, written and signed by those who look after the charter."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Kind, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.charters.models import Candidate, CharterText, Draft
from geste.apps.charters.notice import NOTICE
from geste.apps.charters.services.put_away_draft import put_away_draft
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.save_draft import Typed, save_draft
from geste.apps.charters.services.sign_candidate import sign_candidate
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.pledges.services.answer_pulse import answer_pulse
from tests.make import CHARTER, make_case, make_charter, make_user
from tests.pledges import team_of

pytestmark = pytest.mark.django_db

LIVE = {"HX-Request": "true"}
REASON = "The month ran dry on the tenth."
PASSWORD = "correct horse battery"


def text_of(answer: Any) -> str:
    """Return what a person reads of a page, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def today() -> date:
    return timezone.localtime().date()


def spelled(change: tuple[str, str] = ("", ""), *, version: int = 2, effective: date | None = None) -> str:
    """Return the charter as a next version that begins today, with one thing changed."""
    before, after = change
    assert before in CHARTER
    return CHARTER.replace(before, after).format(version=version, effective=(effective or today()).isoformat())


FEARS = ("job", "payback", "telling_off")
GIVES = ("case_cap: 500", "case_cap: 600")
TAKES = ("case_cap: 500", "case_cap: 400")


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def grace(user: User) -> Client:
    """Return the browser of the steward who published the first version."""
    return browser_of(User.objects.get(username="grace"))


@pytest.fixture
def ben(grace: Client) -> Client:
    """Return the browser of a second steward."""
    return browser_of(make_user("ben", is_steward=True))


def steward(name: str = "grace") -> Actor:
    return actor_for(User.objects.get(username=name))


def begun(text: str, name: str = "grace") -> Draft:
    return start_draft(actor=steward(name), text=text, now=timezone.localtime())


def put_forward(text: str, name: str = "grace") -> Candidate:
    draft = begun(text, name)
    return put_forward_draft(actor=steward(name), number=draft.pk, revision=1, now=timezone.localtime())


def fields(draft: Draft, text: str, reason: str = "", **more: str) -> dict[str, str]:
    """Return what the form of a freshly opened page sends."""
    revision = str(draft.revision)
    return {"text": text, "written_reason": reason, "revision": revision, "page": "page-of-a-test", **more}


def make_known(text: str, *, reason: str = REASON) -> None:
    """Publish the next version, as two people do."""
    now = timezone.localtime()
    draft = begun("")
    typed = Typed(text=text, written_reason=reason, revision=1, page="")
    save_draft(actor=steward(), number=draft.pk, typed=typed, now=now)
    candidate = put_forward_draft(actor=steward(), number=draft.pk, revision=2, now=now)
    sign_candidate(actor=steward("ben"), number=candidate.pk, now=now)


# ------------------------------------------------------------------------------------------------ read by everybody


def test_everybody_reads_the_charter_in_force_who_published_it_and_since_when(visitor: Client) -> None:
    text = text_of(visitor.get("/studio"))

    assert "Version 1 in force Since 1 January 2026" in text
    assert "Published by Grace alone, with no other steward to sign, Monday 13 April 2026, 15:07" in text
    assert "Harbour House: charter, version 1, in force from 1 January 2026 What we are here for" in text
    assert "Write the next version" not in text


@pytest.mark.item("S0.8")
def test_dead_ends_are_counted_where_the_charter_is_read(visitor: Client, agent: Actor) -> None:
    assert "Dead ends" not in text_of(visitor.get("/studio"))
    for outcome in (Outcome.NO_OPTION, Outcome.HEARD):
        close_case(actor=agent, case=make_case(agent, kind=Kind.REQUEST), outcome=outcome, now=timezone.now())

    text = text_of(visitor.get("/studio"))

    assert "Dead ends 1 of 2 cases closed in the last four weeks ended with nothing tried." in text


@pytest.mark.item("S0.5")
@pytest.mark.usefixtures("ben")
def test_everybody_reads_what_is_to_come_why_and_from_when(visitor: Client) -> None:
    make_known(spelled(GIVES))
    begins = today() + NOTICE
    make_known(spelled(TAKES, version=3, effective=begins))

    text = text_of(visitor.get("/studio"))

    day = f"{begins.day} {begins:%B} {begins.year}"
    taken = "Taken from Reception: what may be given per case in all goes from A$600 to A$400."
    assert f"From {day} Version 3 takes 1 thing back Why: {REASON} {taken}" in text
    assert f"Version 3 comes next takes back From {day} Why: {REASON} Written by Grace Put forward by Grace" in text
    assert "What it changed after version 1: gives 1 thing Given to Reception" in text
    assert "Version 2 in force" in text
    assert "The first version." in text


@pytest.mark.usefixtures("ben")
def test_the_same_in_french(visitor: Client) -> None:
    make_known(spelled(TAKES, effective=today() + NOTICE))
    visitor.cookies["django_language"] = "fr"

    text = text_of(visitor.get("/studio"))

    assert "L’atelier de la charte" in text
    assert "Depuis le 1er janvier 2026" in text
    assert f"Version 2 reprend 1 chose Pourquoi : {REASON}" in text
    assert "En moins pour Réception : ce que l’on peut offrir en tout par dossier passe de 500 $AU" in text
    assert "Ce qu’elle a changé après la version 1 : reprend 1 chose" in text


@pytest.mark.usefixtures("ben")
def test_a_version_is_shown_whole_and_compared_with_any_other(visitor: Client) -> None:
    make_known(spelled(GIVES))
    make_known(spelled(("trust_line: 50", "trust_line: 60"), version=3, effective=today() + NOTICE))

    followed = text_of(visitor.get("/studio/versions/3"))
    chosen = text_of(visitor.get("/studio/versions/3?with=1"))
    from_the_other_side = text_of(visitor.get("/studio/versions/1?with=3"))

    assert "Compared with version 2 Taken from Reception: what may be given per case in all goes" in followed
    assert "goes from A$600 to A$500." in followed
    assert "Compared with version 1 Given to everyone: " in chosen
    assert "goes from A$50 to A$60" in chosen
    assert "goes from A$600" not in chosen
    assert "Compared with version 3 Given to everyone: " in from_the_other_side
    assert "case_cap: 500" in followed


def test_the_only_version_is_compared_with_nothing(visitor: Client) -> None:
    text = text_of(visitor.get("/studio/versions/1"))

    assert "Version 1 in force From 1 January 2026" in text
    assert "Compared with" not in text


@pytest.mark.parametrize("address", ["/studio/versions/2", "/studio/versions/1?with=9", f"/studio/versions/{'9' * 30}"])
def test_a_version_that_is_not_there_is_not_found(visitor: Client, address: str) -> None:
    answer = visitor.get(address)

    assert answer.status_code == 404
    assert "There is nothing here" in text_of(answer)


def test_a_version_is_printed_on_one_page_in_the_readers_language(visitor: Client) -> None:
    visitor.cookies["django_language"] = "fr"

    answer = visitor.get("/studio/versions/1/page")

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'inline; filename="harbour-v1-fr.pdf"'
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.usefixtures("ben")
def test_a_charter_too_long_for_a_page_says_so(visitor: Client) -> None:
    gestures = "".join(
        f"  g{number}: {{{{name: A very long name of a gesture that takes its room number {number}, kind: attention, "
        "amount: none}}\n"
        for number in range(150)
    )
    make_known(spelled(("gestures:\n", f"gestures:\n{gestures}")))

    answer = visitor.get("/studio/versions/2/page")

    assert answer.status_code == 422
    assert "This charter is too long for one page" in text_of(answer)


@pytest.mark.parametrize(("asked", "shown"), [("", [4, 3, 2, 1]), ("?before=3", [2, 1]), ("?before=x", [4, 3, 2, 1])])
def test_the_log_is_read_in_pieces(visitor: Client, asked: str, shown: list[int]) -> None:
    for version in (2, 3, 4):
        make_charter(version=version)

    page = visitor.get(f"/studio{asked}").content.decode()

    assert [int(number) for number in re.findall(r'id="version-(\d+)"', page)] == shown


def test_a_version_whose_day_another_took_never_began(visitor: Client) -> None:
    make_charter(version=2, effective=date(2200, 1, 1))
    make_charter(version=3, effective=date(2200, 1, 1))

    text = text_of(visitor.get("/studio"))

    assert "Version 2 replaced before it began From 1 January 2200" in text
    assert "Version 3 comes next" in text


def test_before_the_first_version_the_studio_says_how_to_begin(db: None) -> None:
    text = text_of(browser_of(make_user("grace", is_steward=True)).get("/studio"))
    others = text_of(browser_of(make_user("ana")).get("/studio"))

    assert "No charter is in force yet Begin with a ready charter of your trade" in text
    assert "Ask the person who looks after the charter to publish one." in others
    assert "Nothing is published yet." in others


# --------------------------------------------------------------------------------------------- only stewards write


@pytest.mark.parametrize("address", ["drafts", "drafts/{draft}", "drafts/{draft}/beside", "candidates/{candidate}"])
def test_others_do_not_see_what_is_being_written(visitor: Client, grace: Client, address: str) -> None:
    candidate = put_forward(spelled(GIVES))

    answer = visitor.get("/studio/" + address.format(draft=candidate.draft_id, candidate=candidate.pk))

    assert answer.status_code == 403
    assert "Only the person who looks after the charter may do this." in text_of(answer)
    assert "case_cap" not in answer.content.decode()


WRITING = ("save", "check", "day", "put-forward", "put-away", "take-up")


@pytest.mark.parametrize("verb", WRITING)
def test_others_do_not_write(visitor: Client, grace: Client, verb: str) -> None:
    draft = begun("as it was")

    answer = visitor.post(f"/studio/drafts/{draft.pk}/{verb}", fields(draft, "changed", effective="2200-01-01"))

    assert answer.status_code == 403
    assert Draft.objects.get().text == "as it was"
    assert Draft.objects.get().ending == ""


def test_others_neither_start_nor_sign(visitor: Client, grace: Client) -> None:
    candidate = put_forward(spelled(GIVES))

    assert visitor.post("/studio/drafts/start", {"start": "empty:"}).status_code == 403
    assert visitor.post(f"/studio/candidates/{candidate.pk}/sign").status_code == 403
    assert (Draft.objects.count(), CharterText.objects.count()) == (1, 1)


@pytest.mark.parametrize("address", ["drafts/7", "drafts/7/beside", "candidates/7", f"drafts/{'9' * 30}"])
def test_what_is_not_there_is_not_found(grace: Client, address: str) -> None:
    answer = grace.get(f"/studio/{address}")

    assert answer.status_code == 404
    assert "There is nothing here" in text_of(answer)


@pytest.mark.parametrize("verb", WRITING)
def test_writing_on_what_is_not_there_is_not_found(grace: Client, verb: str) -> None:
    fields = {"text": "x", "written_reason": "", "revision": "1", "page": "p", "effective": "2200-01-01"}

    assert grace.post(f"/studio/drafts/7/{verb}", fields).status_code == 404
    assert Draft.objects.count() == 0


# -------------------------------------------------------------------------------------------------- a draft begins


def test_a_draft_begins_with_the_newest_version_its_number_and_its_day_filled_in(grace: Client) -> None:
    page = text_of(grace.get("/studio/drafts"))
    answer = grace.post("/studio/drafts/start", {"start": "version:1"})

    draft = Draft.objects.get()
    assert "Your own charter Version 1 A ready charter A bakery of five people" in page
    assert answer.headers["Location"] == f"/studio/drafts/{draft.pk}"
    assert draft.text == spelled(effective=today() + NOTICE)


def test_a_draft_begins_with_a_ready_charter(grace: Client) -> None:
    grace.post("/studio/drafts/start", {"start": "preset:bakery"})

    text = Draft.objects.get().text
    assert "charter: harbour\nname: Au Bon Matin\nversion: 2\n" in text


def test_a_draft_begins_with_an_empty_page(grace: Client) -> None:
    answer = grace.post("/studio/drafts/start", {"start": "empty:"})

    page = text_of(grace.get(answer.headers["Location"]))
    assert Draft.objects.get().text == ""
    assert "to mend" in page


@pytest.mark.parametrize("start", ["version:9", "version:x", "preset:../hotel", "preset:", "", "other:x"])
def test_a_draft_does_not_begin_with_what_is_not_there(grace: Client, start: str) -> None:
    assert grace.post("/studio/drafts/start", {"start": start}).status_code == 404
    assert Draft.objects.count() == 0


# ------------------------------------------------------------------------------------------------ what one types


def test_what_is_typed_is_saved_word_for_word_and_answered(grace: Client) -> None:
    draft = begun(spelled())
    typed = "\n" + spelled(("case_cap: 500", "case_cap: lots")).replace("\n", "\r\n") + "# <b>&amp;"

    answer = grace.post(f"/studio/drafts/{draft.pk}/save", fields(draft, typed, REASON))
    page = grace.get(answer.headers["Location"])

    kept = Draft.objects.get()
    assert (kept.text, kept.written_reason) == (typed.replace("\r\n", "\n"), REASON)
    shown = re.search(r'<textarea id="text".*?>\n(.*?)</textarea>', page.content.decode(), re.DOTALL)
    assert shown is not None
    assert unescape(shown[1]) == kept.text
    assert 'href="#line-10" data-line="10"' in page.content.decode()
    assert '<li id="line-10" class="faulty"><code>case_cap: lots</code></li>' in page.content.decode()
    assert "Line 10 “lots” is no amount in AUD. Write it like 12.50. case_cap: lots" in text_of(page)


def test_what_is_typed_is_answered_live_and_saved(grace: Client) -> None:
    draft = begun(spelled())

    answer = grace.post(f"/studio/drafts/{draft.pk}/check", fields(draft, spelled(TAKES), REASON), headers=LIVE)

    text = text_of(answer)
    earliest = today() + NOTICE
    assert "<html" not in answer.content.decode()
    assert "The text is sound." in text
    assert "Compared with version 1 Taken from Reception: what may be given per case in all" in text
    assert "It takes something back, so it needs 14 days’ notice: nobody’s room to act shrinks overnight." in text
    assert f'name="effective" value="{earliest.isoformat()}"' in answer.content.decode()
    assert "Saved by Grace" in text
    assert Draft.objects.get().text == spelled(TAKES)


def test_a_live_answer_in_french(grace: Client) -> None:
    draft = begun(spelled())
    grace.cookies["django_language"] = "fr"

    text = text_of(grace.post(f"/studio/drafts/{draft.pk}/check", fields(draft, spelled(TAKES)), headers=LIVE))

    assert "Le texte est valide." in text
    assert "Cette version reprend quelque chose. Écrivez pourquoi" in text
    assert "il lui faut un préavis de 14 jours, car la marge de manœuvre de personne ne rétrécit" in text


@pytest.mark.parametrize(
    "typed",
    ["", "charter: [", "\t\u202e{{", "x: " * 60_000, "- a\n" * 30_000, "a: &a [*a]", "💶" * 1_000],
    ids=["nothing", "open bracket", "no words", "much", "a long list", "itself", "one word"],
)
def test_hostile_texts_are_answered_and_kept(grace: Client, typed: str) -> None:
    draft = begun(spelled())

    answer = grace.post(f"/studio/drafts/{draft.pk}/check", fields(draft, typed), headers=LIVE)

    assert answer.status_code == 200
    assert "to mend" in text_of(answer)
    assert Draft.objects.get().text == typed


def test_the_day_is_chosen_with_a_button_and_what_was_typed_stays(grace: Client) -> None:
    draft = begun(spelled())
    typed = fields(draft, spelled(TAKES), REASON, effective=(today() + NOTICE).isoformat())

    answer = grace.post(f"/studio/drafts/{draft.pk}/day", typed)

    kept = Draft.objects.get()
    assert answer.headers["Location"] == f"/studio/drafts/{draft.pk}"
    assert (kept.text, kept.written_reason) == (spelled(TAKES, effective=today() + NOTICE), REASON)
    page = text_of(grace.get(answer.headers["Location"]))
    assert "Ready to be put forward It takes something back, with a reason and with notice." in page


@pytest.mark.parametrize("day", ["tomorrow", "", "2200-13-01"])
def test_a_day_that_is_none_only_saves(grace: Client, day: str) -> None:
    draft = begun(spelled())

    grace.post(f"/studio/drafts/{draft.pk}/day", fields(draft, spelled(GIVES), effective=day))

    assert Draft.objects.get().text == spelled(GIVES)


def test_what_only_gives_may_begin_sooner_than_it_says(grace: Client) -> None:
    draft = begun(spelled(GIVES, effective=today() + timedelta(days=30)))

    page = text_of(grace.get(f"/studio/drafts/{draft.pk}"))

    now = today()
    assert f"Begin as early as {now.day} {now:%B} {now.year}" in page
    assert "Ready to be put forward" in page


# ------------------------------------------------------------------------------------------- two people write at once


def test_two_people_who_write_at_once_see_both(grace: Client, ben: Client) -> None:
    draft = begun(spelled())
    ben.post(f"/studio/drafts/{draft.pk}/save", fields(draft, spelled(GIVES)))

    answer = grace.post(f"/studio/drafts/{draft.pk}/save", fields(draft, spelled(TAKES), REASON))

    own = Draft.objects.exclude(pk=draft.pk).get()
    assert answer.headers["Location"] == f"/studio/drafts/{own.pk}/beside"
    page = text_of(grace.get(answer.headers["Location"]))
    assert "Ben saved the draft while it was being written on elsewhere. Nothing is lost: both are kept." in page
    assert f"Draft {draft.pk} case_cap: 600 Draft {own.pk} case_cap: 400" in page
    assert f"Draft {own.pk} {REASON}" in page
    assert (own.text, own.written_reason) == (spelled(TAKES), REASON)
    draft.refresh_from_db()
    assert draft.text == spelled(GIVES)
    assert f"kept apart from draft {draft.pk}" in text_of(ben.get("/studio"))


def test_a_live_answer_says_at_once_that_somebody_else_writes(grace: Client, ben: Client) -> None:
    draft = begun(spelled())
    ben.post(f"/studio/drafts/{draft.pk}/check", fields(draft, spelled(GIVES), page="ben"), headers=LIVE)

    for text in (spelled(TAKES)[:-1], spelled(TAKES)):
        answer = grace.post(f"/studio/drafts/{draft.pk}/check", fields(draft, text), headers=LIVE)

    own = Draft.objects.exclude(pk=draft.pk).get()
    assert f"Ben wrote on this draft at the same time. What you type is kept as draft {own.pk}" in text_of(answer)
    assert own.text == spelled(TAKES)


@pytest.mark.parametrize("missing", ["revision", "page"])
def test_a_form_that_does_not_say_what_it_has_seen_overwrites_nothing(grace: Client, ben: Client, missing: str) -> None:
    draft = begun(spelled())
    ben.post(f"/studio/drafts/{draft.pk}/save", fields(draft, spelled(GIVES)))
    sent = {name: value for name, value in fields(draft, spelled(TAKES)).items() if name != missing}

    grace.post(f"/studio/drafts/{draft.pk}/save", sent)

    draft.refresh_from_db()
    assert draft.text == spelled(GIVES)
    assert set(Draft.objects.values_list("text", flat=True)) == {spelled(GIVES), spelled(TAKES)}


@pytest.mark.parametrize("revision", ["", "one", "-1", "9" * 5000, "²"])
def test_a_revision_that_is_no_number_overwrites_nothing(grace: Client, revision: str) -> None:
    draft = begun(spelled())

    answer = grace.post(f"/studio/drafts/{draft.pk}/save", {**fields(draft, "mine"), "revision": revision})

    assert answer.status_code == 302
    assert set(Draft.objects.values_list("text", flat=True)) == {spelled(), "mine"}


def test_a_draft_with_nothing_beside_it_is_only_itself(grace: Client) -> None:
    draft = begun(spelled())

    assert grace.get(f"/studio/drafts/{draft.pk}/beside").headers["Location"] == f"/studio/drafts/{draft.pk}"


@pytest.mark.parametrize("form", ["save", "check"])
def test_what_was_typed_waits_for_who_has_to_sign_in_again(grace: Client, form: str) -> None:
    draft, user = begun(spelled()), User.objects.get(username="grace")
    user.set_password(PASSWORD)
    user.save()
    page, client = f"/studio/drafts/{draft.pk}", Client()
    live = LIVE if form == "check" else {}

    away = client.post(f"{page}/{form}", fields(draft, spelled(TAKES), REASON), headers=live)
    way = away.headers["HX-Redirect"] if live else away.headers["Location"]
    client.post(way, {"username": "grace", "password": PASSWORD, "next": page})
    shown = client.get(page)

    assert way == f"/sign-in?next={page}"
    assert "The page was out of date, so nothing was written." in text_of(shown)
    assert "case_cap: 400" in shown.content.decode()
    assert f"\n{REASON}</textarea>" in shown.content.decode()
    assert Draft.objects.get().text == spelled()


def test_a_button_pressed_after_signing_out_does_not_empty_the_page(grace: Client) -> None:
    draft, client = begun(spelled()), Client()

    client.post(f"/studio/drafts/{draft.pk}/put-away")
    client.force_login(User.objects.get(username="grace"))
    page = client.get(f"/studio/drafts/{draft.pk}")

    assert "case_cap: 500" in page.content.decode()
    assert "out of date" not in text_of(page)


# ------------------------------------------------------------------------------------------------- put forward, sign


def test_two_people_publish(grace: Client, ben: Client) -> None:
    draft = begun(spelled())
    answer = grace.post(f"/studio/drafts/{draft.pk}/put-forward", fields(draft, spelled(GIVES), REASON))
    candidate = Candidate.objects.get()
    address = f"/studio/candidates/{candidate.pk}"
    assert answer.headers["Location"] == address

    own = text_of(grace.get(address))
    others = text_of(ben.get(address))
    signed = ben.post(f"{address}/sign", follow=True)

    assert "Waiting for a second signature You put it forward, so somebody else signs it: Ben." in own
    assert "Sign and publish" not in own
    assert "Version 2, to be signed Put forward by Grace" in others
    assert f"Why: {REASON} Compared with version 1 Given to Reception" in others
    assert "Sign and publish" in others
    row = CharterText.objects.get(version=2)
    assert (row.text, row.written_reason) == (spelled(GIVES), REASON)
    now = today()
    assert f"Version 2 is published. It begins on {now.day} {now:%B} {now.year}." in text_of(signed)
    assert "Version 2 in force" in text_of(signed)
    assert grace.get(address).headers["Location"] == "/studio/versions/2"
    assert "This draft has been published." in text_of(grace.get(f"/studio/drafts/{draft.pk}"))


def test_the_same_person_does_not_sign_what_they_put_forward(grace: Client, ben: Client) -> None:
    candidate = put_forward(spelled(GIVES))

    answer = grace.post(f"/studio/candidates/{candidate.pk}/sign")

    assert answer.status_code == 403
    assert "You put this forward yourself. Another steward signs it." in text_of(answer)
    assert CharterText.objects.count() == 1


def test_one_steward_alone_publishes_and_the_log_says_so(grace: Client) -> None:
    candidate = put_forward(spelled(GIVES))

    page = text_of(grace.get(f"/studio/candidates/{candidate.pk}"))
    answer = grace.post(f"/studio/candidates/{candidate.pk}/sign", follow=True)

    assert "You are the only steward So you publish it alone, and the change log will say so." in page
    assert "Published by Grace alone, with no other steward to sign" in text_of(answer)


@pytest.mark.parametrize(
    ("change", "effective", "reason", "said"),
    [
        (TAKES, 0, REASON, "It takes something back, so it needs 14 days’ notice"),
        (TAKES, 13, REASON, "It takes something back, so it needs 14 days’ notice"),
        (TAKES, 14, "", "It takes something back. Write down why: everybody it concerns will read it."),
        (GIVES, -1, "", "Its day is over. The earliest is "),
        (GIVES, 0, "x" * 2001, "Keep the reason to 2000 characters."),
        (("version: {version}", "version: 1"), 0, "", "what is published never changes. Write “version: 2”."),
        (("currency: AUD", "currency: gold"), 0, "", "The text is not sound yet. Mend what is listed"),
    ],
)
def test_what_may_not_be_published_says_why_and_is_kept(
    grace: Client, change: tuple[str, str], effective: int, reason: str, said: str
) -> None:
    draft = begun("")
    text = spelled(change, effective=today() + timedelta(days=effective))

    answer = grace.post(f"/studio/drafts/{draft.pk}/put-forward", fields(draft, text, reason))

    assert answer.status_code == 422
    alert = re.search(r'<p class="problem" role="alert">(.*?)</p>', answer.content.decode())
    assert alert is not None
    assert said in unescape(alert[1])
    assert (Draft.objects.get().text, Draft.objects.get().written_reason) == (text, reason)
    assert Candidate.objects.count() == 0


def test_a_draft_written_on_since_is_not_signed(grace: Client, ben: Client) -> None:
    candidate = put_forward(spelled(GIVES))
    warning = text_of(ben.get(f"/studio/drafts/{candidate.draft_id}"))
    grace.post(f"/studio/drafts/{candidate.draft_id}/save", fields(candidate.draft, spelled()))

    answer = ben.post(f"/studio/candidates/{candidate.pk}/sign")

    assert "Grace has put this draft forward. Whoever writes on it takes it back from signing." in warning
    assert answer.status_code == 409
    assert "Somebody has written on the draft since." in text_of(answer)
    assert "Sign and publish" not in text_of(answer)
    assert CharterText.objects.count() == 1


def test_what_another_version_has_overtaken_is_not_signed(grace: Client, ben: Client) -> None:
    candidate = put_forward(spelled(GIVES))
    make_known(spelled(("trust_line: 50", "trust_line: 60")))

    answer = ben.post(f"/studio/candidates/{candidate.pk}/sign")

    assert answer.status_code == 409
    assert "Another version has been published since" in text_of(answer)


def test_notice_that_has_run_short_meanwhile_is_said(grace: Client, ben: Client) -> None:
    candidate = put_forward(spelled(GIVES))
    late = timezone.localtime() - timedelta(days=3)
    text = spelled(TAKES, effective=today() + timedelta(days=12))
    rows = Candidate.objects.filter(pk=candidate.pk)
    super(type(rows), rows).update(text=text, written_reason=REASON, put_forward_at=late)

    answer = ben.post(f"/studio/candidates/{candidate.pk}/sign")

    assert answer.status_code == 422
    assert "it needs 14 days’ notice" in text_of(answer)
    assert CharterText.objects.count() == 1


def test_a_draft_is_put_away_and_taken_up_again(grace: Client) -> None:
    draft = begun(spelled())

    away = grace.post(f"/studio/drafts/{draft.pk}/put-away", follow=True)
    shown = text_of(grace.get(f"/studio/drafts/{draft.pk}"))
    back = grace.post(f"/studio/drafts/{draft.pk}/take-up")

    assert f"Draft {draft.pk} is put away. You may take it up again." in text_of(away)
    assert "This draft is put away. Take it up again" in shown
    assert back.headers["Location"] == f"/studio/drafts/{draft.pk}"
    assert "Put forward to sign" not in shown
    assert "Go on to publish" in text_of(grace.get(f"/studio/drafts/{draft.pk}"))


def test_a_form_of_a_draft_that_has_ended_keeps_what_was_typed(grace: Client) -> None:
    draft = begun(spelled())
    put_away_draft(actor=steward(), number=draft.pk)

    answer = grace.post(f"/studio/drafts/{draft.pk}/put-forward", fields(draft, spelled(GIVES)))

    own = Draft.objects.exclude(pk=draft.pk).get()
    assert answer.headers["Location"] == f"/studio/drafts/{own.pk}/beside"
    assert "Put away since." in text_of(grace.get(answer.headers["Location"]))
    assert own.text == spelled(GIVES)


FORMS = ("drafts/start", "candidates/1/sign", *(f"drafts/1/{verb}" for verb in WRITING))


@pytest.mark.parametrize("address", FORMS)
def test_an_address_for_forms_says_so(grace: Client, address: str) -> None:
    answer = grace.get(f"/studio/{address}")

    assert answer.status_code == 405
    assert "This address is only for forms" in text_of(answer)


@pytest.mark.parametrize("address", FORMS)
def test_a_form_without_its_token_writes_nothing(grace: Client, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = grace.cookies
    begun(spelled())

    answer = strict.post(f"/studio/{address}", {"text": "x", "start": "empty:"})

    assert answer.status_code == 403
    assert Draft.objects.get().text == spelled()


@pytest.mark.item("S2.25")
def test_a_version_that_raises_caps_says_what_people_fear_and_stops_nobody(grace: Client) -> None:
    gives, says = put_forward(spelled(GIVES)), put_forward(spelled(("Every guest", "Each guest")))

    raising, saying = (grace.get(f"/studio/candidates/{it.pk}").content.decode() for it in (gives, says))

    asked = "It raises caps, and nobody has been asked what they fear."
    assert (asked in raising, asked in saying) == (True, False)
    nights = team_of("Nights", *(f"night{number}" for number in range(5)))
    for weeks, score in ((2, 4), (1, 2)):
        moment = timezone.localtime() - timedelta(weeks=weeks)
        for member in nights.users.all():
            answer_pulse(actor=actor_for(member), scores=dict.fromkeys(FEARS, score), now=moment)
        page = grace.get(f"/studio/candidates/{gives.pk}").content.decode()
        assert ("It raises caps while people still fear using those they have." in page) is (weeks == 2)
    assert grace.post(f"/studio/candidates/{gives.pk}/sign").status_code == 302

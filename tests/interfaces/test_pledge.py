"""Pledge pages: read by everybody, written by leaders; a broken promise is told in one line and answered."""

import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from pypdf import PdfReader

from geste.apps.audit.pledge import current_pledge
from geste.apps.people.models import DutyKind, User
from geste.apps.pledges.models import Aboard, Breach, LeaderAct
from geste.apps.pledges.quarters import quarters_over
from geste.apps.pledges.services.answer_pulse import answer_pulse
from geste.interfaces.web.visitor import now
from tests.pledges import called, on_duty, signed_pledge, team_of

pytestmark = pytest.mark.django_db
CODE = re.compile(r'<code id="code">([^<]+)</code>')


def office(name: str) -> Client:
    """Return somebody's browser."""
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_everybody_reads_the_pledge_and_who_has_not_signed_it(visitor: Client) -> None:
    page = read(visitor, "/pledge")

    assert "What you give is the company’s cost." in page
    assert "Nobody who leads here has put their name to them yet." in page
    assert "article L1331-2" in page
    assert "Put it forward, and sign" not in page


@pytest.mark.item("S2.8")
def test_a_leader_writes_it_and_it_holds(visitor: Client) -> None:
    on_duty("sophie", DutyKind.LEADER)
    fields = {
        f"{promise}-{tongue}": f"{promise} in {tongue}"
        for promise in ("job", "payback", "telling_off")
        for tongue in ("en", "fr")
    }

    short = office("sophie").post("/pledge/words", {**fields, "job-fr": " "})
    done = office("sophie").post("/pledge/words", fields, follow=True)

    assert short.status_code == 422
    assert "Each promise needs its words in English and in French." in short.content.decode()
    assert "payback in en" in short.content.decode()
    assert "Version 3 holds from now on." in done.content.decode()
    assert "Sophie" in read(visitor, "/pledge")
    assert "telling_off in en" in read(visitor, "/pledge")
    assert current_pledge().version == 3
    assert visitor.post("/pledge/words", fields).status_code == 403


def test_the_second_leader_reads_what_waits_and_signs(user: User) -> None:
    sophie = on_duty("sophie", DutyKind.LEADER)
    on_duty("karim", DutyKind.LEADER)
    signed_pledge(sophie)

    page = read(office("karim"), "/pledge")
    overtaken = office("karim").post("/pledge/7/sign")
    done = office("karim").post("/pledge/3/sign", follow=True).content.decode()

    assert "Until Karim has signed too, the version before it holds." in page
    assert overtaken.status_code == 422
    assert "Version 3 holds from now on." in done


@pytest.mark.item("S2.10")
def test_a_broken_promise_is_told_read_and_repaired(visitor: Client) -> None:
    on_duty("ines", DutyKind.PLEDGE_KEEPER)
    told = {"promise": "payback", "words": "They took the price of the room off my tip.", "concerns": "grace"}

    form = read(visitor, "/pledge/broken")
    done = visitor.post("/pledge/broken/say", told, follow=True).content.decode()
    keeper, breach = office("ines"), Breach.objects.get()
    work = read(keeper, "/pledge/keepers")
    empty = keeper.post(f"/pledge/keepers/{breach.pk}/answer", {"fate": "answered", "words": ""})
    keeper.post(f"/pledge/keepers/{breach.pk}/answer", {"fate": "answered", "words": "I asked both today."})
    keeper.post(f"/pledge/keepers/{breach.pk}/answer", {"fate": "repaired", "words": "It was paid back."})
    mine = read(visitor, "/pledge/broken")

    assert "Your line goes to Ines, and to nobody else." in form
    assert "But you are few here" in form
    assert "It is with the keepers." in done
    assert "about Grace, who does not read this" in work
    assert "Tomas" in work
    assert empty.status_code == 422
    assert "It was paid back." in mine
    assert "repaired" in mine
    assert visitor.get("/pledge/keepers").status_code == 403
    assert visitor.post(f"/pledge/keepers/{breach.pk}/answer", {}).status_code == 403


def test_without_a_name_a_code_leads_back_to_the_answer(visitor: Client) -> None:
    on_duty("ines", DutyKind.PLEDGE_KEEPER)
    told = {"promise": "telling_off", "words": "I was told off in front of the guests.", "nameless": "on"}

    code = CODE.search(visitor.post("/pledge/broken/say", told).content.decode())
    assert code is not None
    found = visitor.post("/pledge/broken/answer", {"code": f" {code[1].upper()} "}).content.decode()
    wrong = visitor.post("/pledge/broken/answer", {"code": "0000"})

    assert "I was told off in front of the guests." in found
    assert "Nobody has answered yet." in found
    assert wrong.status_code == 422
    assert Breach.objects.get().said_by is None
    assert "Tomas" not in read(office("ines"), "/pledge/keepers").partition("<main")[2]


def test_a_keeper_whom_it_concerns_finds_nothing(visitor: Client) -> None:
    on_duty("ines", DutyKind.PLEDGE_KEEPER)
    on_duty("paul", DutyKind.STAFF_REPRESENTATIVE)
    told = {"promise": "job", "words": "I was threatened with my notice.", "concerns": "ines"}
    visitor.post("/pledge/broken/say", told)
    breach = Breach.objects.get()

    assert "No report waits." in read(office("ines"), "/pledge/keepers")
    answer = office("ines").post(f"/pledge/keepers/{breach.pk}/answer", {"fate": "answered", "words": "No."})
    assert answer.status_code == 404
    assert "I was threatened with my notice." in read(office("paul"), "/pledge/keepers")


@pytest.mark.item("S2.14")
def test_a_manager_signs_and_the_map_says_what_is_missing(visitor: Client) -> None:
    nights, finance = team_of("Nights", "ana"), team_of("Finance", "bruno")
    on_duty("nadia", DutyKind.MANAGER, team=nights)
    on_duty("sophie", DutyKind.LEADER)
    office("sophie").post(f"/pledge/aboard/{finance.pk}/department", {"relied": "1"})
    lines = {f"line-{number}": f"I do thing number {number} every week." for number in range(3)}

    before = read(visitor, "/pledge/aboard")
    vague = office("nadia").post(f"/pledge/aboard/{nights.pk}/sign", {**lines, "line-1": "Support", "remind": "14"})
    done = office("nadia").post(f"/pledge/aboard/{nights.pk}/sign", {**lines, "remind": "14"}, follow=True)
    after = read(visitor, "/pledge/aboard")

    assert "0 of 3 teams" in before
    assert "Waiting for Nadia." in before
    assert vague.status_code == 422
    assert 'value="Support"' in vague.content.decode()
    assert "You are on board for Nights." in done.content.decode()
    assert "1 of 3 teams is live" in after
    assert "Finance has not signed yet: what this team gives may meet questions there." in after
    assert "I do thing number 2 every week." in after
    assert Aboard.objects.count() == 1
    assert visitor.post(f"/pledge/aboard/{nights.pk}/sign", lines).status_code == 403
    assert visitor.post(f"/pledge/aboard/{finance.pk}/department").status_code == 403
    assert visitor.post("/pledge/aboard/999/sign", lines).status_code == 404


def test_three_questions_are_answered_once_and_shown_of_five(visitor: Client, user: User) -> None:
    given = {"job": "2", "payback": "3", "telling_off": "5"}

    asked = read(visitor, "/pledge/fears")
    short = visitor.post("/pledge/pulse", {**given, "job": "9"})
    done = visitor.post("/pledge/pulse", given, follow=True).content.decode()
    again = visitor.post("/pledge/pulse", given)

    assert "If I gave too much, I could be made to pay for it." in asked
    assert short.status_code == 422
    assert "Counted. Nothing of it is kept under your name." in done
    assert "too few answers" in done
    assert again.status_code == 422
    assert "If I gave too much" not in again.content.decode()


@pytest.mark.item("S2.7")
def test_what_is_said_felt_and_done_is_one_chart_and_one_table(visitor: Client) -> None:
    nights = team_of("Nights", *(f"night{number}" for number in range(5)))
    for number in range(5):
        actor = called(f"night{number}")
        scores = {"job": 1, "payback": 1, "telling_off": 1}
        answer_pulse(actor=actor, scores=scores, now=now() - timedelta(weeks=1))

    page = read(office("night0"), "/pledge/fears")

    svg, table = page[page.index("<svg class=") :].split("</svg>")
    assert svg.count('<g class="') == 3
    assert svg.count("<circle") == 13
    rows = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(.*?)</tr>", table)
    assert [name.partition(":")[0] for name, _ in rows] == ["Declared", "Experienced", "Done"]
    assert [re.findall(r"<td>([^<]+)", cells)[-1] for _, cells in rows] == ["0", "100", "–"]
    assert nights.name in page
    assert "Nights" not in read(visitor, "/pledge/fears")


@pytest.mark.item("S0.53")
def test_the_pact_shows_both_sides_and_everybody_signs_their_own(visitor: Client) -> None:
    page = read(visitor, "/pledge/pact")
    done = visitor.post("/pledge/pact/sign", follow=True).content.decode()

    assert "What those who lead promise" in page
    assert "I give nothing to myself or my family." in page
    assert page.count("Not counted.") == 10
    assert "You have promised your side." in done
    assert "Tomas" not in done.partition("<main")[2]


def test_an_act_of_a_leader_waits_for_whoever_saw_it(visitor: Client) -> None:
    on_duty("sophie", DutyKind.LEADER)
    act = {"kind": "frontline", "words": "Friday evening at reception", "day": "2026-05-01", "hours": "4"}

    vague = office("sophie").post("/pledge/leaders/say", {**act, "hours": "many"})
    undated = office("sophie").post("/pledge/leaders/say", {**act, "day": "last Friday"})
    office("sophie").post("/pledge/leaders/say", act)
    number = LeaderAct.objects.get().pk
    waiting = read(office("sophie"), "/pledge/leaders")
    own = office("sophie").post(f"/pledge/leaders/{number}/confirm")
    done = visitor.post(f"/pledge/leaders/{number}/confirm", follow=True).content.decode()
    twice = visitor.post(f"/pledge/leaders/{number}/confirm")

    assert vague.status_code == 422
    assert "That is no day." in undated.content.decode()
    assert "waits for somebody who saw it" in waiting
    assert "I saw it" not in waiting
    assert (own.status_code, twice.status_code) == (403, 422)
    assert "confirmed by Tomas" in done
    assert visitor.post("/pledge/leaders/999/confirm").status_code == 404
    assert visitor.post("/pledge/leaders/say", act).status_code == 403


def test_a_report_is_issued_read_printed_and_countersigned(visitor: Client) -> None:
    on_duty("ines", DutyKind.PLEDGE_KEEPER)
    on_duty("paul", DutyKind.STAFF_REPRESENTATIVE)
    quarter = quarters_over(now())[0]

    missing = visitor.get(f"/pledge/quarters/{quarter}")
    issued = office("ines").post("/pledge/quarters/issue", {"quarter": quarter}, follow=True).content.decode()
    twice = office("ines").post("/pledge/quarters/issue", {"quarter": quarter})
    office("paul").post(f"/pledge/quarters/{quarter}/countersign", {"remark": "Seen."})
    page = read(visitor, f"/pledge/quarters/{quarter}")
    printed = visitor.get(f"/pledge/quarters/{quarter}/page.pdf")

    assert missing.status_code == 404
    assert "Not countersigned yet" in issued
    assert twice.status_code == 422
    assert "Countersigned by Paul" in page
    assert "it says what it said when it was issued" in page
    pdf = PdfReader(io.BytesIO(printed.content))
    text = pdf.pages[0].extract_text()
    assert len(pdf.pages) == 1
    assert "Countersigned by Paul" in text
    assert "No telling-off" in text
    assert visitor.post("/pledge/quarters/issue", {"quarter": quarter}).status_code == 403
    assert visitor.post(f"/pledge/quarters/{quarter}/countersign").status_code == 403
    assert visitor.post("/pledge/quarters/2001-Q1/countersign").status_code == 404
    assert visitor.get("/pledge/quarters/2001-Q1/page.pdf").status_code == 404


def test_a_leader_sets_the_first_weeks(visitor: Client) -> None:
    on_duty("sophie", DutyKind.LEADER)

    wrong = office("sophie").post("/pledge/start-up", {"days": "many", "decisions": "10"})
    done = office("sophie").post("/pledge/start-up", {"days": "30", "decisions": "10"}, follow=True).content.decode()

    assert wrong.status_code == 422
    assert "In the first 30 days of the house, and for the first 10 decisions of each person" in done
    assert visitor.post("/pledge/start-up", {"days": "0", "decisions": "0"}).status_code == 403

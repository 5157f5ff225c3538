"""The digest: a week in words for a team or the house, and today's, this week's and this month's story, or none yet."""

from datetime import date, datetime, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, Team
from geste.apps.practice.digest import Digest, Week, digest_for, letter_of, rhythm
from geste.apps.practice.models import About, Fate
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute
from geste.apps.practice.services.say_thanks import Word, say_thanks, share_thanks
from geste.apps.practice.services.share_practice import Shared, share_practice, withdraw_practice
from geste.apps.practice.services.tell_story import Telling, tell_story
from geste.phrases.digest import Said
from tests.apps.reviewing import somebody
from tests.make import NOW, SYDNEY, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db
DAY = NOW.date()
SECTIONS = ("dared", "learned", "thanks", "practices", "rules", "needs")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def lines(digest: Digest) -> dict[str, list[tuple[str, str]]]:
    return {section.name: [(said.about, said.words) for said in section.lines] for section in digest.sections}


def of_house(day: date = DAY, language: str = "en") -> Digest:
    return digest_for(day=day, team=None, language=language, now=NOW)


def live(agent: Actor) -> None:
    """A week in which something of everything happened."""
    case = make_case(agent, facts={"case": {"loss": "service"}})
    propose(agent, case, "credit", "700", act_first=True, note="He could not wait.")
    telling = Telling(title="24 degrees at night", before="It was hot.", after="Two fans for each floor.")
    tell_story(actor=agent, cases=[case], telling=telling, now=NOW)
    share_practice(actor=agent, case=case, shared=Shared(title="A fan first", done="Bring it up."), now=NOW)
    leo = make_actor("leo")
    word = Word(to=agent.user_id, words="You stayed with the guest until he slept.", language="en")
    thanks = say_thanks(actor=leo, word=word, now=NOW)
    share_thanks(actor=agent, thanks=thanks, is_shared=True, now=NOW)
    need = contribute(actor=agent, about=About.AUTHORITY, words="A night without asking.", now=NOW)
    answer = Answer(fate=Fate.DONE, words="A night is yours to give.")
    answer_contribution(actor=somebody("nadia", DutyKind.MANAGER), contribution=need, answer=answer, now=NOW)


@pytest.mark.item("S2.18")
def test_a_week_is_seven_days_by_the_clocks_of_the_place() -> None:
    week = Week(date(2026, 5, 15), SYDNEY)

    assert week.since == datetime(2026, 5, 9, tzinfo=SYDNEY)
    assert week.until == datetime(2026, 5, 16, tzinfo=SYDNEY)


@pytest.mark.item("S2.18")
def test_what_there_is_not_says_nothing_yet(agent: Actor) -> None:
    digest = of_house()

    assert lines(digest) == {name: [] for name in SECTIONS}
    assert digest.is_empty
    told = rhythm(team=None, language="en", now=NOW)
    assert (told.line_up, told.story, told.rules) == (None, None, ())
    assert letter_of(digest).text.count("othing yet") == 5


@pytest.mark.item("S2.18", "S0.51")
def test_a_week_is_told_from_what_happened_without_a_figure(agent: Actor) -> None:
    live(agent)

    assert lines(of_house()) == {
        "dared": [("Acted first", "Credit")],
        "learned": [("24 degrees at night", "Two fans for each floor.")],
        "thanks": [("To Tomas", "You stayed with the guest until he slept.")],
        "practices": [("A fan first", "Bring it up.")],
        "rules": [("You asked for room to act", "A night is yours to give.")],
        "needs": [("Room to act: done", "A night is yours to give.")],
    }
    assert "700" not in letter_of(of_house()).text
    assert of_house(DAY + timedelta(days=7)).is_empty
    assert lines(of_house(language="fr"))["dared"] == [("Agi d’abord", "Avoir")]


@pytest.mark.item("S2.18")
def test_today_this_week_and_this_month_have_their_story(agent: Actor) -> None:
    live(agent)
    told = rhythm(team=None, language="en", now=NOW)

    assert told.story == Said("24 degrees at night", "Two fans for each floor.")
    assert told.rules == (Said("You asked for room to act", "A night is yours to give."),)
    mornings = {rhythm(team=None, language="en", now=NOW + timedelta(days=days)).line_up for days in (0, 1)}
    assert mornings == {told.story, Said("A fan first", "Bring it up.")}
    assert rhythm(team=None, language="en", now=NOW + timedelta(days=8)).line_up is None
    assert rhythm(team=None, language="en", now=NOW + timedelta(days=30)).rules == ()


@pytest.mark.item("S2.18")
def test_a_rule_that_changed_is_told_with_its_reason(agent: Actor) -> None:
    make_charter(version=2)

    told = rhythm(team=None, language="en", now=NOW)

    assert told.rules == (Said("Version 2 of the charter", "A test needs it."),)


def test_each_team_reads_its_own_week(agent: Actor) -> None:
    live(agent)
    make_actor("zoe", site="Airport")
    night, elsewhere = Team.objects.get(site__name="Harbour"), Team.objects.get(site__name="Airport")

    own = digest_for(day=DAY, team=night, language="en", now=NOW)
    other = digest_for(day=DAY, team=elsewhere, language="en", now=NOW)

    assert lines(own) == lines(of_house())
    assert [name for name, told in lines(other).items() if told] == ["learned", "rules"]


@pytest.mark.item("S2.12")
def test_many_gestures_are_one_line_and_small_ones_within_the_charter_none(agent: Actor) -> None:
    for _ in range(3):
        propose(agent, make_case(agent), "credit", "700", act_first=True, note="He could not wait.")
    make_gesture(agent, make_case(agent), "drink", "20")

    assert lines(of_house())["dared"] == [("Acted first", "Credit")]


def test_what_is_withdrawn_is_gone_from_weeks_that_are_over(agent: Actor) -> None:
    case = make_case(agent)
    practice = share_practice(actor=agent, case=case, shared=Shared(title="A fan", done="Bring it."), now=NOW)
    withdraw_practice(actor=agent, practice=practice, now=NOW)

    assert lines(of_house())["practices"] == []


def test_a_letter_says_in_text_and_in_html_what_the_page_says(agent: Actor) -> None:
    case = make_case(agent)
    shared = Shared(title="Fans & <ice>", done="Bring both.")
    share_practice(actor=agent, case=case, shared=shared, now=NOW)

    told = letter_of(of_house(), "https://geste.example/digest")

    assert told.subject == "Our week until 14\u00a0May\u00a02026"
    assert "* Fans & <ice>\n  Bring both." in told.text
    assert "<strong>Fans &amp; &lt;ice&gt;</strong><br>Bring both." in told.html
    assert "https://geste.example/digest" in told.text
    assert 'href="https://geste.example/digest"' in told.html
    assert letter_of(of_house(language="fr")).subject == "Notre semaine jusqu’au 14\u00a0mai\u00a02026"

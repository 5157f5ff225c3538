"""People at the desk: one who wanted to be heard, one who is mistaken, one in danger, one nobody wrote down yet."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import expect

from geste.apps.cases.models import Case, HelpCall
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import User
from tests.environment.watch import Watch
from tests.stories.person import NARROW, WIDE, Person, before_it_listens, fits

pytestmark = pytest.mark.browser

LEE, WHITE, ITO, BRANDT = (
    "Mr Lee, room 507",
    "Mr White, checking out",
    "Ms Ito, table 6",
    "Ms Brandt, Norfolk Engineering",
)
AMOUNT = re.compile(r"\$|€|\d[.,]\d\d")
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
COUNT = """for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => window.interacted(), true);"""
WHERE = """() => {
    const it = document.activeElement;
    const part = it.closest("#facts, #answer, .around, .story, .above, .calls, .demo, header, main");
    return part ? part.id || part.className || part.tagName.toLowerCase() : it.className;
}"""


@dataclass(frozen=True, slots=True)
class Said:
    """What the desk says in one language."""

    heard: str
    close_heard: str
    closed: str
    ended: str
    misunderstanding: str
    could_not_have_known: str
    nobodys_fault: str
    call_help: str
    whom: str
    called: str
    there: str
    is_there: str
    over: str
    room: str
    open_a_case: str
    words: str
    who: str
    known: str
    open_it: str
    look: str
    missing: str
    nothing_matches: str


SAID = {
    "en": Said(
        heard="Nothing is asked: they wanted to be heard",
        close_heard="Heard: close the case",
        closed="Case H3 is closed.",
        ended="Heard: nothing was asked",
        misunderstanding="Is there a misunderstanding?",
        could_not_have_known="Yes: they could not have known",
        nobodys_fault="It is nobody’s fault, and what you may give stays the same.",
        call_help="Call help here, now",
        whom="Call 000 and the duty manager. No talk of compensation.",
        called="Help is called",
        there="I am there",
        is_there="Ana Petit is there",
        over="It is over",
        room="left of your A$500.00 on this case",
        open_a_case="Open a case",
        words="What happened, in the customer’s own words",
        who="Who it is",
        known="2 cases, last on 6 June 2026",
        open_it="Open the case",
        look="Look among our customers",
        missing="What happened, in the customer’s own words? A few are enough.",
        nothing_matches="No open case matches “brandt”.",
    ),
    "fr": Said(
        heard="Rien n’est demandé : la personne voulait être écoutée",
        close_heard="Écouté : clore le dossier",
        closed="Le dossier H3 est clos.",
        ended="Écouté : rien n’était demandé",
        misunderstanding="Y a-t-il un malentendu ?",
        could_not_have_known="Oui : la personne ne pouvait pas le savoir",
        nobodys_fault="Ce n’est la faute de personne, et ce que vous pouvez offrir reste le même.",
        call_help="Appeler à l’aide, maintenant",
        whom="Appelez le 000 et le responsable. On ne parle pas de dédommagement.",
        called="On appelle à l’aide",
        there="J’y suis",
        is_there="Ana Petit y est",
        over="C’est terminé",
        room="restants sur vos 500,00 $AU pour ce dossier",
        open_a_case="Ouvrir un dossier",
        words="Ce qui s’est passé, avec les mots du client",
        who="Qui est-ce",
        known="2 dossiers, le dernier le 6 juin 2026",
        open_it="Ouvrir le dossier",
        look="Chercher parmi nos clients",
        missing="Que s’est-il passé, avec les mots du client ? Quelques-uns suffisent.",
        nothing_matches="Aucun dossier ouvert ne correspond à « brandt ».",
    ),
}


@pytest.fixture
def said(language: str) -> Said:
    """Return what the pages say to this person."""
    return SAID[language]


def presses(person: Person, name: str) -> None:
    """Press a button of the page."""
    person.page.get_by_role("main").get_by_role("button", name=name).first.click()


def unfolds(person: Person, summary: str) -> None:
    """Open a part that is folded away."""
    person.page.locator("summary").filter(has_text=summary).click()


@pytest.mark.item("S0.2")
def test_a_complaint_that_only_wanted_to_be_heard_ends_heard(tomas: Person, said: Said) -> None:
    tomas.comes_in()
    tomas.opens(BRANDT)

    unfolds(tomas, said.heard)
    presses(tomas, said.close_heard)

    tomas.reads(said.closed)
    assert Case.objects.get(reference="H3").outcome == "heard"
    assert not Gesture.objects.filter(case__reference="H3").exists()
    tomas.page.locator("#q").fill("brandt")
    tomas.page.locator("#q").press("Enter")
    tomas.reads(said.nothing_matches)
    tomas.page.locator(".empty .button").click()
    tomas.reads(BRANDT, said.ended)


@pytest.mark.item("S4.27")
def test_a_customer_who_is_mistaken_is_helped_kindly(tomas: Person, said: Said) -> None:
    tomas.comes_in()
    tomas.opens(WHITE)
    tomas.reads(said.room)

    unfolds(tomas, said.misunderstanding)
    presses(tomas, said.could_not_have_known)

    tomas.reads(said.nobodys_fault, "I see how our wording leads to that. Let’s sort it out.", said.room)
    tomas.asks_for("waive_fee", "18")
    tomas.gives("waive_fee")
    tomas.reads(tomas.words.stamp)
    assert Gesture.objects.get(case__reference="H7").settling == "not_needed"


@pytest.mark.item("S4.16")
def test_in_danger_help_comes_first_and_all_talk_of_money_stops(
    tomas: Person, said: Said, link_for: Callable[[User], str]
) -> None:
    tomas.comes_in()
    tomas.opens(ITO)

    tomas.reads(said.whom)
    expect(tomas.page.locator(".whom")).to_be_in_viewport()
    expect(tomas.card("call_help")).to_be_visible()
    expect(tomas.page.locator("input[name=amount]")).to_have_count(0)
    assert AMOUNT.findall(tomas.page.locator("main").inner_text()) == []
    assert fits(tomas.page)
    presses(tomas, said.call_help)

    ana = replace(tomas, link=link_for(User.objects.get(username="ana")))
    ana.page.context.clear_cookies()
    ana.comes_in()
    expect(ana.page.locator("#help")).to_contain_text(said.called)
    ana.page.locator("#help").get_by_role("button", name=said.there).click()
    ana.reads(said.is_there)
    expect(ana.page.locator("#help")).to_be_empty()
    presses(ana, said.over)
    expect(ana.page.locator(".help-first")).to_have_count(0)
    assert [call.step for call in HelpCall.objects.order_by("pk")] == ["called", "there", "over"]


@pytest.mark.item("S0.18")
@on_two_screens
@pytest.mark.item("S0.18")
def test_three_interactions_at_most_lead_from_an_open_case_to_a_gesture(tomas: Person) -> None:
    counted: list[None] = []
    tomas.comes_in()
    tomas.page.expose_function("interacted", lambda: counted.append(None))
    tomas.page.add_init_script(COUNT)
    tomas.opens(LEE)
    counted.clear()

    tomas.gives("night_credit")

    tomas.reads(tomas.words.stamp, tomas.words.night)
    assert len(counted) == 1


@pytest.mark.parametrize(("language", "width"), [("en", WIDE)])
def test_a_name_typed_before_the_page_listens_is_looked_up_too(tomas: Person, said: Said) -> None:
    tomas.comes_in()

    with before_it_listens(tomas.page, f"{tomas.home}/cases/new"):
        tomas.page.get_by_label(said.who, exact=True).fill("lee")

    expect(tomas.page.get_by_label(f"{LEE} {said.known}")).to_be_visible()


@on_two_screens
def test_a_case_is_opened_for_somebody_we_know(tomas: Person, said: Said) -> None:
    tomas.comes_in()
    tomas.page.keyboard.press("/")
    expect(tomas.page.locator("#q")).to_be_focused()
    tomas.page.get_by_role("main").get_by_role("link", name=said.open_a_case).click()
    expect(tomas.page.locator("#words")).to_be_focused()

    tomas.page.keyboard.type("The lift is stuck again.")
    tomas.page.get_by_label(said.who, exact=True).fill("lee")
    tomas.page.get_by_label(f"{LEE} {said.known}").check()
    presses(tomas, said.open_it)

    expect(tomas.page.get_by_role("heading", level=1)).to_have_text(LEE)
    tomas.reads("The lift is stuck again.")
    assert Case.objects.get(words="The lift is stuck again.").customer == "lee"


@on_two_screens
@pytest.mark.without_scripts
def test_without_scripts_a_case_is_opened_as_well(tomas: Person, said: Said, watch: Watch) -> None:
    watch.expect_status(422)
    tomas.comes_in()
    tomas.page.get_by_role("main").get_by_role("link", name=said.open_a_case).click()
    tomas.page.get_by_label(said.who, exact=True).fill("lee")
    presses(tomas, said.look)
    tomas.page.get_by_label(f"{LEE} {said.known}").check()
    presses(tomas, said.open_it)
    tomas.reads(said.missing)
    tomas.page.get_by_label(said.words).fill("The lift is stuck again.")
    presses(tomas, said.open_it)

    tomas.reads("The lift is stuck again.")
    assert Case.objects.get(words="The lift is stuck again.").customer == "lee"


@pytest.mark.parametrize(("language", "width"), [("en", WIDE)])
def test_the_keyboard_goes_through_the_case_page_as_one_reads_it(tomas: Person) -> None:
    tomas.comes_in()
    tomas.opens(LEE)
    tomas.page.locator("body").focus()

    parts: list[str] = []
    for _ in range(150):
        tomas.page.keyboard.press("Tab")
        if tomas.page.evaluate("document.activeElement === document.body"):
            break
        where = tomas.page.evaluate(WHERE)
        if parts[-1:] != [where]:
            parts.append(where)

    assert parts == ["skip", "demo", "top", "above", "content", "story", "facts", "answer", "around"]


@on_two_screens
def test_what_is_typed_outlives_a_lost_network_and_a_reload(tomas: Person, said: Said, watch: Watch) -> None:
    tomas.comes_in()
    tomas.opens(LEE)
    tomas.page.wait_for_load_state()
    tomas.page.context.set_offline(True)
    tomas.states("stay.affected_nights", "2")
    tomas.asks_for("food_and_drink", "12")
    tomas.reads(tomas.words.not_arrived)
    watch.seen.clear()
    tomas.page.context.set_offline(False)

    tomas.page.reload()

    expect(tomas.page.locator("#is-back")).to_be_visible()
    expect(tomas.card("night_credit")).to_contain_text(tomas.words.up_to_two_nights)
    expect(tomas.card("food_and_drink").locator("input[name=amount]")).to_have_value("12")
    assert Case.objects.get(reference="H1").facts["stay"]["affected_nights"] == 2
    tomas.gives("food_and_drink")
    tomas.reads(tomas.words.stamp)
    tomas.page.wait_for_function("() => document.readyState === 'complete'")
    assert kept(tomas) == []


@on_two_screens
def test_a_case_half_written_is_there_again_but_for_nobody_else(tomas: Person, said: Said) -> None:
    tomas.comes_in()
    tomas.goes_to("/cases/new")
    tomas.page.get_by_label(said.words).fill("The lift is stuck again.")
    tomas.goes_to("/")
    tomas.goes_to("/cases/new")
    expect(tomas.page.get_by_label(said.words)).to_have_value("The lift is stuck again.")
    assert len(kept(tomas)) == 1

    tomas.page.locator("header [data-forgets] button").click()

    expect(tomas.page.get_by_role("heading", level=1)).to_be_visible()
    assert kept(tomas) == []


def kept(person: Person) -> list[str]:
    """Return what the browser keeps of what was typed."""
    found: list[str] = person.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('geste:'))")
    return found

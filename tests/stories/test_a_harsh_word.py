"""A manager's harsh word: a better one is offered, one tap sends it, their own goes all the same, and is put right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.reviews.models import Reaction, Remarked
from geste.flow import FLOW
from geste.phrases.typography import set_words
from tests.stories.conftest import Clock
from tests.stories.person import NARROW, Person
from tests.stories.test_everybody_can_use_it import problems_of

pytestmark = pytest.mark.browser
SYDNEY = ZoneInfo("Australia/Sydney")
DESK = 1280
KINDS = ["absolute", "blame", "money"]
Sits = Callable[[str, str, int], Person]


@dataclass(frozen=True, slots=True)
class Said:
    """What is written, and what the pages say to it, in one language."""

    harsh: str
    noticed: list[str]
    better: str
    take_it: str
    as_it_is: str
    sent: str
    alarm: str
    news: str
    this_hurt: str
    being_put_right: str
    to_put_right: str
    sorry: str
    what_holds: str
    put_right: str
    counted: str
    repaired: str


SAID = {
    "en": Said(
        harsh="You should have asked me first. You always do it, and it cost us 700. The room was hot, I know.",
        noticed=[
            "This may be heard as a telling-off. Our pledge promises none.",
            "This holds a “never” or an “every time” against somebody.",
            "This tells the person who decided what it cost. The envelope bears it, not the person.",
        ],
        better=(
            "You did right to decide. Tell me what you saw; then let’s look at what would have helped you. "
            "The 700 is borne by the envelope. What did you see, and what came of it? The room was hot, I know."
        ),
        take_it="Send this instead",
        as_it_is="Send it as it is",
        sent="Sent. It reaches whoever decided.",
        alarm="1 decision has heard nothing but a harsh word. Back it today.",
        news="Helen Marsh has a word for you about something you decided",
        this_hurt="This hurt",
        being_put_right="It is being put right.",
        to_put_right="It hurt whoever it was said to. To put right before 30 June 2026.",
        sorry="That was unfair of me. I was tired, and you were alone.",
        what_holds="Whoever decides in good faith is backed here. Nobody is told off for it.",
        put_right="Put right. Whoever was hurt reads it.",
        counted="Flagged: 1 · put right: 1 · beyond their day: 0",
        repaired="Helen Marsh put a word right that hurt you",
    ),
    "fr": Said(
        harsh=(
            "Vous auriez dû me demander d’abord. Vous le faites à chaque fois, et cela nous a coûté 700 dollars. "
            "La chambre était trop chaude, je sais."
        ),
        noticed=[
            "Cela peut être entendu comme un reproche. Notre promesse n’en admet aucun.",
            "Un « jamais » ou un « chaque fois » est retenu ici contre quelqu’un.",
            "Cela dit à la personne qui a décidé ce qu’elle a coûté. C’est l’enveloppe qui le porte, pas elle.",
        ],
        better=(
            "Vous avez bien fait de décider. Racontez-moi ce que vous avez vu ; nous verrons ensuite ce qui vous "
            "aurait aidé. Les 700 sont portés par l’enveloppe. Qu’avez-vous vu, et qu’est-ce que cela a donné ? "
            "La chambre était trop chaude, je sais."
        ),
        take_it="Envoyer plutôt cela",
        as_it_is="Envoyer tel quel",
        sent="Envoyé. La personne qui a décidé le reçoit.",
        alarm="1 décision n’a reçu qu’un mot dur. Soutenez-la aujourd’hui.",
        news="Helen Marsh a un mot pour vous sur une de vos décisions",
        this_hurt="Cela m’a blessé",
        being_put_right="C’est en cours de réparation.",
        to_put_right="Ce mot a blessé la personne qui l’a reçu. À réparer avant le 30 juin 2026.",
        sorry="C’était injuste de ma part. Vous étiez là, pas moi.",
        what_holds="Ici, qui décide de bonne foi est soutenu. Personne ne se fait réprimander pour cela.",
        put_right="Réparé. La personne blessée le lit.",
        counted="Signalés : 1 · réparés : 1 · hors délai : 0",
        repaired="Helen Marsh a réparé un mot qui vous avait blessé",
    ),
}


def at(hour: int, minute: int = 0) -> datetime:
    """Return a moment of that Wednesday."""
    return datetime(2026, 6, 24, hour, minute, tzinfo=SYDNEY)


@pytest.fixture
def decision(clock: Clock, hotel: User) -> DecisionRecord:
    """Return what the night auditor did first in the night. It is a quarter past eight now."""
    clock.set(at(8, 15))
    case = Case.objects.get(reference="H1")
    first = Proposal(key="done-first", gesture="night_credit", amount="700", act_first=True, note="Two hot nights.")
    return give_gesture(actor=actor_for(hotel), case=case, proposal=first, now=at(1, 7)).decision


def the_worker_goes_round(clock: Clock) -> None:
    """Let everybody hear of what has happened."""
    hand_on_events(flow=FLOW, now=clock())


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.item("S2.13", "S2.16")
def test_the_better_word_is_taken_with_one_tap(
    clock: Clock, decision: DecisionRecord, language: str, with_a_browser: Sits
) -> None:
    said = SAID[language]
    helen = with_a_browser("helen", language, DESK)
    helen.goes_to("/floor")
    helen.page.locator(f"#words-{decision.pk}").fill(said.harsh)
    card = helen.page.locator("li.card", has=helen.page.locator(f"#words-{decision.pk}"))
    card.get_by_role("button").click()

    expect(card.get_by_role("alert").get_by_role("listitem")).to_have_text(said.noticed)
    expect(card.get_by_role("alert").locator("blockquote")).to_have_text(said.better)
    expect(card.get_by_role("textbox")).to_have_value(said.harsh)
    assert not Reaction.objects.filter(decision=decision).exists()
    assert problems_of(helen.page) == []
    take_it = card.get_by_role("button", name=said.take_it)
    expect(take_it).to_be_focused()
    expect(take_it).to_be_in_viewport()
    take_it.click()

    helen.reads(said.sent)
    expect(helen.page.locator(f"#words-{decision.pk}")).to_have_count(0)
    word = Reaction.objects.get(decision=decision)
    assert (word.words, word.tone) == (set_words(said.better, language), "support")
    assert sorted(Remarked.objects.values_list("kind", "after")) == [(kind, "rewritten") for kind in KINDS]
    the_worker_goes_round(clock)
    tomas = with_a_browser("tomas", language, NARROW)
    tomas.goes_to("/notices")
    tomas.page.get_by_role("main").get_by_role("button", name=said.news).first.click()
    tomas.reads(said.better)
    assert problems_of(tomas.page) == []


@pytest.mark.parametrize("language", ["en", pytest.param("fr", marks=pytest.mark.slow)])
@pytest.mark.item("S2.13", "S2.16")
def test_with_the_keyboard_alone_their_own_word_goes_all_the_same_and_is_put_right(
    clock: Clock, decision: DecisionRecord, language: str, with_a_browser: Sits
) -> None:
    said = SAID[language]
    helen = with_a_browser("helen", language, DESK)
    sends_their_own_word(helen, said, decision)
    word = Reaction.objects.get(decision=decision)
    assert (word.words, word.tone) == (said.harsh, "criticism")
    assert sorted(Remarked.objects.values_list("kind", "after")) == [(kind, "as_it_was") for kind in KINDS]

    tomas = with_a_browser("tomas", language, NARROW)
    tomas.goes_to("/heard")
    tomas.reads(said.harsh)
    tomas.page.get_by_role("main").get_by_role("button", name=said.this_hurt).first.click()
    tomas.reads(said.being_put_right)
    assert problems_of(tomas.page) == []

    puts_it_right(helen, said)
    the_worker_goes_round(clock)
    tomas.goes_to("/notices")
    tomas.page.get_by_role("main").get_by_role("button", name=said.repaired).click()
    tomas.reads(said.sorry, said.what_holds)


def sends_their_own_word(helen: Person, said: Said, decision: DecisionRecord) -> None:
    """Write a harsh word, find the better one under one's fingers, and send one's own: nothing stands in the way."""
    helen.goes_to("/floor")
    keyboard, words = helen.page.keyboard, helen.page.locator(f"#words-{decision.pk}")
    helen.tabs_to(words)
    keyboard.press("Control+a")
    keyboard.insert_text(said.harsh)
    keyboard.press("Tab")
    keyboard.press("Enter")
    card = helen.page.locator("li.card", has=words)
    expect(card.get_by_role("button", name=said.take_it)).to_be_focused()
    helen.tabs_to(card.get_by_role("button", name=said.as_it_is))
    keyboard.press("Enter")
    helen.reads(said.sent, said.alarm)


def puts_it_right(helen: Person, said: Said) -> None:
    """Say sorry, and what holds, by the day it is due; it is counted, and nobody is named."""
    helen.goes_to("/floor")
    helen.reads(said.to_put_right)
    assert problems_of(helen.page) == []
    apology = helen.page.locator("textarea[name=apology]")
    helen.tabs_to(apology)
    helen.page.keyboard.insert_text(said.sorry)
    helen.tabs_to(helen.page.locator("form", has=apology).get_by_role("button"))
    helen.page.keyboard.press("Enter")
    helen.reads(said.put_right, said.counted)

"""The night auditor acts first at one in the morning, alone, and is thanked by noon: one in each language."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import Entry
from geste.apps.people.models import User
from geste.apps.practice.models import Thanks
from geste.apps.reviews.models import Conclusion, Reaction, Review
from geste.flow import FLOW
from geste.phrases.typography import set_words
from tests.stories.conftest import Clock
from tests.stories.person import NARROW, Person
from tests.stories.test_everybody_can_use_it import problems_of

pytestmark = pytest.mark.browser
SYDNEY = ZoneInfo("Australia/Sydney")
DESK = 1280
OTHER = {"en": "fr", "fr": "en"}
AMOUNT = re.compile(r"\$|\b700\b")
OKOYE = "Ms Okoye, room 214"
# What people write, in their own language; whoever reads it finds it as it was written.
HEAT = {"en": "It is boiling in here.", "fr": "On étouffe ici."}
WHY = {"en": "Two nights of heat, and a train at six.", "fr": "Deux nuits de chaleur, et un train à six heures."}
LINE = {"en": "A second hot night is worth two.", "fr": "Une seconde nuit trop chaude en vaut deux."}
THANKS = {
    "en": "You decided at one in the morning, with Ms Okoye before you and nobody to ask.",
    "fr": "À une heure du matin, vous avez écouté Ms Okoye, et vous avez décidé.",
}


@dataclass(frozen=True, slots=True)
class Night:
    """What the pages say in the night, and by noon, to whoever decided."""

    protected: str
    exceptions: str
    moment: str
    amount: str
    honoured: str
    news: list[str]
    thanks_from: str
    settled: str


@dataclass(frozen=True, slots=True)
class Morning:
    """What the pages say in the morning, to whoever looks after others."""

    owed: str
    due: str
    ready: str
    sent: str
    said: str
    keeps: str
    first: str
    verdicts: list[str]
    settled: str


NIGHT = {
    "en": Night(
        protected="You are protected: not your job, not your pay, not a telling-off.",
        exceptions="The only exceptions are fraud, discrimination, danger to somebody’s safety",
        moment="Wednesday 24 June 2026, 01:07",
        amount="A$700.00",
        honoured="You acted first. It is honoured to the customer whatever is said afterwards",
        news=["What you did first is settled", "Helen Marsh thanks you", "Helen Marsh has a word for you"],
        thanks_from="Thanks from Helen Marsh",
        settled="You acted first, and it has been settled. The customer keeps everything.",
    ),
    "fr": Night(
        protected="La charte vous protège : ni votre poste, ni votre paie, ni une remontrance.",
        exceptions="Seules exceptions : la fraude, la discrimination, la sécurité d’une personne",
        moment="mercredi 24 juin 2026 à 1 h 07",
        amount="700,00 $AU",
        honoured="Vous avez agi d’abord. La parole donnée au client est tenue quoi qu’on en dise ensuite",
        news=[
            "Ce que vous aviez fait d’abord est réglé",
            "Helen Marsh vous remercie",
            "Helen Marsh a un mot pour vous",
        ],
        thanks_from="Merci de Helen Marsh",
        settled="Vous avez agi d’abord, et c’est régularisé. Le client garde tout.",
    ),
}
MORNING = {
    "en": Morning(
        owed="Tomás Rivera · Acted first · Night credit · Ms Okoye, room 214",
        due="Wednesday 24 June 2026, 01:07 · due before 30 June 2026",
        ready="You acted when the customer needed it. That was yours to decide: thank you.",
        sent="Sent. It reaches whoever decided.",
        said="Said. It reaches nobody else.",
        keeps="It was done in good faith, and the customer keeps it whatever is said here.",
        first="First: what should the charter say?",
        verdicts=[
            "The charter should cover this: propose the line",
            "We learn: the charter was not clear",
            "To talk over: this drifts from the charter",
        ],
        settled="Settled. The customer keeps everything.",
    ),
    "fr": Morning(
        owed="Tomás Rivera · A agi d’abord · Nuit offerte · Ms Okoye, room 214",
        due="mercredi 24 juin 2026 à 1 h 07 · dû avant le 30 juin 2026",
        ready="Vous avez agi quand le client en avait besoin. C’était à vous de décider : merci.",
        sent="Envoyé. La personne qui a décidé le reçoit.",
        said="C’est dit. Personne d’autre ne le lit.",
        keeps="C’était fait de bonne foi, et le client le garde quoi que l’on dise ici.",
        first="D’abord : que devrait dire la charte ?",
        verdicts=[
            "La charte devrait le couvrir : proposer la ligne",
            "Nous apprenons : la charte n’était pas claire",
            "À reparler : cela s’écarte de la charte",
        ],
        settled="Régularisé. Le client garde tout.",
    ),
}


@pytest.fixture
def night(clock: Clock) -> Clock:
    """Return the clock of the house, at seven minutes past one."""
    clock.set(at(1, 7))
    return clock


def at(hour: int, minute: int = 0) -> datetime:
    """Return a moment of that Wednesday."""
    return datetime(2026, 6, 24, hour, minute, tzinfo=SYDNEY)


def go_on_to(clock: Clock, moment: datetime) -> None:
    """Let what has happened be heard of, and the clock go on."""
    hand_on_events(flow=FLOW, now=clock())
    clock.set(moment)


@pytest.mark.parametrize(("language", "width"), [("en", NARROW), pytest.param("fr", NARROW, marks=pytest.mark.slow)])
@pytest.mark.item("S0.12", "S2.8", "S2.12", "S2.13", "S2.15", "S4.1")
def test_alone_at_one_somebody_acts_first_and_is_thanked_by_noon(
    night: Clock, tomas: Person, language: str, with_a_browser: Callable[[str, str, int], Person]
) -> None:
    gesture = acts_first(tomas, language)

    go_on_to(night, at(8, 15))
    helen = with_a_browser("helen", OTHER[language], DESK)
    says_thanks(helen, OTHER[language], gesture, theirs=WHY[language])
    go_on_to(night, at(9, 30))
    priya = with_a_browser("priya", OTHER[language], DESK)
    settles(priya, OTHER[language], gesture)

    go_on_to(night, at(11, 55))
    hears_of_it(tomas, language, gesture)
    assert_the_books_know_no_person(gesture)


def acts_first(tomas: Person, language: str) -> Gesture:
    """Open a case on a telephone at night, and give what the charter does not cover, having read what protects."""
    said = NIGHT[language]
    tomas.comes_in()
    tomas.page.get_by_role("banner").locator("a.new").click()
    tomas.page.locator("#words").fill(HEAT[language])
    tomas.page.locator("#name").fill(OKOYE)
    tomas.page.locator("#opening > .button").click()
    expect(tomas.page.get_by_role("heading", level=1)).to_have_text(OKOYE)
    tomas.reads(said.exceptions)

    tomas.asks_for("night_credit", "700")
    expect(tomas.card("night_credit").locator(".act-first")).to_contain_text(said.protected, use_inner_text=True)
    tomas.card("night_credit").get_by_label(tomas.words.why).fill(WHY[language])
    assert problems_of(tomas.page) == []
    tomas.page.get_by_role("button", name=tomas.words.act_first).click()

    tomas.reads(tomas.words.stamp, said.moment, said.amount, said.honoured, WHY[language], said.exceptions)
    assert problems_of(tomas.page) == []
    return Gesture.objects.latest("pk")


def says_thanks(helen: Person, language: str, gesture: Gesture, *, theirs: str) -> None:
    """Find in the morning what was done in the night, back it with one tap, and say thanks for having decided."""
    said = MORNING[language]
    helen.goes_to("/floor")
    helen.reads(said.owed, said.due, theirs)
    word = helen.page.locator(f"#words-{gesture.decision_id}")
    expect(word).to_have_value(set_words(said.ready, language))
    assert AMOUNT.findall(helen.page.locator("main").inner_text()) == []
    assert problems_of(helen.page) == []
    helen.page.locator("form", has=word).get_by_role("button").click()
    helen.reads(said.sent)
    expect(word).to_have_count(0)

    helen.goes_to("/thanks")
    helen.page.locator(f"#words-{gesture.decision_id}").fill(THANKS[language])
    assert problems_of(helen.page) == []
    helen.page.locator("form", has=helen.page.locator(f"#words-{gesture.decision_id}")).get_by_role("button").click()
    helen.reads(said.said)


def settles(priya: Person, language: str, gesture: Gesture) -> None:
    """Settle it: what the charter should say comes first, and nobody may call it a breach."""
    said = MORNING[language]
    priya.goes_to("/floor")
    assert problems_of(priya.page) == []
    priya.page.locator(f"a[href='/floor/settle/{gesture.pk}']").click()
    priya.reads(said.keeps, said.first)
    expect(priya.page.get_by_role("group").first.locator("label")).to_have_text(said.verdicts, use_inner_text=True)
    assert problems_of(priya.page) == []

    priya.page.locator("#charter_should_say").fill(LINE[language])
    priya.page.get_by_label(said.verdicts[0]).check()
    priya.page.locator("form.card .button").click()
    priya.reads(said.settled, said.verdicts[0], LINE[language])


def hears_of_it(tomas: Person, language: str, gesture: Gesture) -> None:
    """Read before noon, on the telephone, what was said: among the news, on one's own page, on the receipt."""
    said, theirs = NIGHT[language], OTHER[language]
    tomas.goes_to("/notices")
    for line, words in zip(tomas.page.locator(".news .fresh .what").all(), said.news, strict=False):
        expect(line).to_contain_text(words, use_inner_text=True)
    assert problems_of(tomas.page) == []
    tomas.page.locator(".news button").nth(1).click()
    tomas.reads(THANKS[theirs])

    tomas.goes_to("/mine")
    tomas.reads(MORNING[theirs].ready, THANKS[theirs], said.thanks_from)
    assert problems_of(tomas.page) == []
    tomas.page.locator(f"main a[href='/receipts/{gesture.pk}']").click()
    tomas.reads(said.settled, said.amount)


def assert_the_books_know_no_person(gesture: Gesture) -> None:
    """It was posted once and moved once, from an account that is empty again to its envelope; it is no breach."""
    gesture.refresh_from_db()
    entries = Entry.objects.filter(gesture_key=gesture.key)
    assert list(entries.order_by("pk").values_list("debit", "credit", "amount")) == [
        ("to_settle", "waived_fees", 70_000),
        ("foregone_revenue", "to_settle", 70_000),
    ]
    assert not any(field.related_model is User for field in Entry._meta.fields)
    assert Conclusion.objects.get(settlement__gesture=gesture).verdict == "extend_charter"
    assert not Review.objects.filter(sample__decision=gesture.decision_id).exists()
    assert Reaction.objects.get(decision=gesture.decision_id).tone == "support"
    assert Thanks.objects.get(decision=gesture.decision_id).said_to == gesture.given_by

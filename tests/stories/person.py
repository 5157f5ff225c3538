"""Person: somebody at the desk, in a real browser, who knows what the pages say in their language."""

from dataclasses import dataclass

MOST_TABS = 150
LANGUAGES = ("en", "fr")
NARROW, WIDE = 390, 1440
HEIGHT = 900


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages of the hotel say in one language."""

    queue: str
    waiting: str
    room_before: str
    room_after: str
    night_credit: str
    explained: str
    ask_nights: str
    nights: str
    beyond: str
    act_first: str
    why: str
    give: str
    stamp: str
    amount: str
    back: str
    given: str
    nothing_here: str
    back_to_cases: str
    nobody_waits: str
    nothing_given: str
    update: str
    skip: str
    honoured: str


WORDS = {
    "en": Words(
        queue="Open cases",
        waiting="10 people wait for you",
        room_before="A$500.00 left of your A$500.00 on this case",
        room_after="A$110.00 left of your A$500.00 on this case",
        night_credit="Night credit",
        explained="Due by right: no gesture, and it counts against no cap.",
        ask_nights="How many nights were spoiled?",
        nights="Nights spoiled",
        beyond="Beyond the charter",
        act_first="Act first, settle later Night credit",
        why="One line: why is it right?",
        give="Give Night credit",
        stamp="Decided in good faith under charter v3. You are protected.",
        amount="A$390.00",
        back="Back to the case",
        given="Given on this case",
        nothing_here="There is nothing here",
        back_to_cases="Back to the cases",
        nobody_waits="Nobody is waiting. Well done.",
        nothing_given="Nothing was given. Night credit:",
        update="Update the verdicts",
        skip="Skip to the content",
        honoured="You acted first. It is honoured to the customer",
    ),
    "fr": Words(
        queue="Dossiers ouverts",
        waiting="10 personnes vous attendent",
        room_before="500,00 $AU restants sur vos 500,00 $AU pour ce dossier",
        room_after="110,00 $AU restants sur vos 500,00 $AU pour ce dossier",
        night_credit="Nuit offerte",
        explained="",
        ask_nights="Combien de nuits ont été gâchées ?",
        nights="Nuits gâchées",
        beyond="",
        act_first="",
        why="",
        give="",
        stamp="",
        amount="390,00 $AU",
        back="",
        given="",
        nothing_here="",
        back_to_cases="",
        nobody_waits="",
        nothing_given="",
        update="",
        skip="",
        honoured="",
    ),
}

"""Frictions: what was unclear at the start of some of the demonstration's cases, and what hurt, told like the rest."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.frictions.models import Gap, Unclear
from geste.apps.frictions.services.change_checklist import put_on_checklist
from geste.apps.frictions.services.note_hurt import note_hurt
from geste.apps.frictions.services.note_unclear import note_unclear
from geste.apps.gestures.models import Gesture
from geste.core.charter.vocabulary import Text
from geste.demo.company import Company

LAST_WEEKS = timedelta(weeks=10)
OF_ONE_GAP = 4
# Invented: what nobody asked at the start, in each trade.
GAPS: Mapping[str, tuple[Text, Text]] = {
    "hotel": (
        Text("When they really arrive", "L’heure réelle d’arrivée"),
        Text("How many keys they need", "Le nombre de clés souhaité"),
    ),
    "shop": (
        Text("Where it may be left", "Où déposer le colis"),
        Text("Which size they usually take", "La taille habituelle"),
    ),
    "contact_centre": (
        Text("On which number to call back", "Le numéro de rappel"),
        Text("Whether they work from home", "Le télétravail éventuel"),
    ),
}
ASKED = Text("When will you arrive, and how?", "À quelle heure arrivez-vous, et comment ?")
HURT = "It was a lot for a small house, and right all the same."


def tell_frictions(company: Company, leader: Actor, actors: Mapping[int, Actor], at: datetime) -> None:
    """Name two gaps, ask about the first one at the start from now on, and let the largest gesture hurt. Told once."""
    if Unclear.objects.exists() or company.id not in GAPS:
        return
    recent = Gesture.objects.filter(given_at__gt=at - LAST_WEEKS, given_at__lte=at, amount__gt=0, reversal=None)
    recent = recent.exclude(case=None).filter(given_by__in=actors)
    given = list(recent.select_related("given_by").order_by("-given_at", "pk")[: 2 * OF_ONE_GAP])
    for number, gesture in enumerate(given):
        gap = GAPS[company.id][number // OF_ONE_GAP].en
        note_unclear(actor=actors[gesture.given_by_id], gesture_id=gesture.pk, gap=gap, now=gesture.given_at)
    largest = recent.order_by("-amount", "pk").first()
    if largest is not None:
        note_hurt(actor=actors[largest.given_by_id], gesture_id=largest.pk, words=HURT, now=largest.given_at)
    first = Gap.objects.order_by("pk").first()
    if company.id == "hotel" and first is not None:
        put_on_checklist(actor=leader, gap_id=first.pk, words=ASKED.en, now=at)

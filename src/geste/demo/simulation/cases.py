"""Cases: what happens to customers, in their words, and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geste.apps.cases.models import Kind
from geste.core.charter.vocabulary import Text
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.choices import Way
from geste.demo.simulation.customers import Customer
from geste.demo.simulation.days import Arrival, Happening
from geste.demo.simulation.draws import Between, Facts, Scene, drawn, nested
from geste.demo.story import ToldCase
from geste.phrases.typography import set_words

SECOND_FAILURE = "case.second_failure"
A_WHILE = Between(3, 25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One thing that happens to customers, or that is asked for them.

    `known` is there when the case is opened, `learnt` is stated while it is talked over. `words` have the slots that
    `slots` draw, and {thing} for one of `things`. `again` is what somebody says whom it has happened to before; only
    an incident with such words can fail a second time.
    """

    source: str
    happens: Happening
    heard_by: tuple[str, ...]
    words: tuple[Text, ...]
    ways: tuple[Way, ...]
    again: tuple[Text, ...] = ()
    things: tuple[Text, ...] = ()
    slots: Facts = field(default_factory=dict)
    known: Facts = field(default_factory=dict)
    learnt: Facts = field(default_factory=dict)
    kind: Kind = Kind.COMPLAINT
    minutes: Between = A_WHILE


def told_case(
    arrival: Arrival, incident: Incident, customer: Customer, *, reference: str, heard_by: str, chance: Chance
) -> ToldCase:
    """Return what happened to one customer, before anything is done about it."""
    scene = Scene(chance, arrival.at, dict(customer.facts))
    known = drawn(incident.known, scene)
    learnt = drawn(incident.learnt, scene)
    is_again = bool(incident.again) and customer.came_before_with(arrival.incident)
    if is_again:
        learnt[SECOND_FAILURE] = True
    words = chance.one_of(incident.again if is_again else incident.words).in_language(customer.language)
    slots = drawn(incident.slots, scene)
    if incident.things:
        slots["thing"] = chance.one_of(incident.things).in_language(customer.language)
    return ToldCase(
        reference=reference,
        heard_by=heard_by,
        at=arrival.at.isoformat(timespec="seconds"),
        customer=customer.key,
        customer_label=customer.label,
        language=customer.language,
        words=spoken(words, slots, customer.language),
        about=arrival.incident,
        kind=incident.kind,
        facts=nested({**customer.facts, **known}),
        learnt=learnt,
        minutes=incident.minutes.draw(scene),
    )


def spoken(words: str, slots: Mapping[str, object], language: str) -> str:
    """Return words with their slots filled, set as their language sets them."""
    return set_words(words.format(**slots), language)

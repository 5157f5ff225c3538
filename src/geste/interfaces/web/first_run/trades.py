"""Trades: the ready charters as an owner recognises them, and a first case of each to try the charter on."""

from collections.abc import Mapping
from dataclasses import dataclass

from geste.apps.cases.models import Kind
from geste.apps.charters.first_charter import trade_charter
from geste.apps.charters.presets import preset_names
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import Text
from geste.core.money import Currency
from geste.interfaces.web.speech import amount, gesture_words
from geste.interfaces.web.studio.drafts import preset_words

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A case to try: who comes, what they say, what is known, and the gesture to try first."""

    customer: Text
    words: Text
    facts: Mapping[str, object]
    gesture: str
    kind: Kind = Kind.COMPLAINT


@dataclass(frozen=True, slots=True)
class TradeCard:
    """One trade to pick: what it is called and what its charter lets people give."""

    id: str
    name: str
    lets: tuple[str, ...]
    case_cap: str


EXAMPLES: Mapping[str, Example] = {
    "bakery": Example(
        Text("Ms Duval, this morning", "Mme Duval, ce matin"),
        Text(
            "The birthday cake says “Lea”. My daughter is called Zoe, and the party is at five.",
            "Sur le gâteau, il y a écrit « Léa ». Ma fille s’appelle Zoé, et la fête est à 17 heures.",
        ),
        {"case": {"loss": "product", "severity": "ruined", "responsibility": "ours"}},
        "bake_again",
    ),
    "hotel": Example(
        Text("Mr Brandt, room 12", "M. Brandt, chambre 12"),
        Text(
            "The heating in my room is off, and it is eleven at night.",
            "Le chauffage de ma chambre est en panne, et il est onze heures du soir.",
        ),
        {
            "stay": {"night_price": "120", "affected_nights": 1},
            "case": {"loss": "service", "severity": "spoiled", "responsibility": "ours", "spoiled_price": "120"},
        },
        "night_credit",
    ),
    "shop": Example(
        Text("Ms Perrin, order 1", "Mme Perrin, commande 1"),
        Text(
            "It says “delivered”. I looked everywhere, and there is no parcel.",
            "Le suivi dit « livré ». J’ai cherché partout : pas de colis.",
        ),
        {
            "order": {"basket": "48", "not_found": True},
            "line": {"price": "48"},
            "case": {"loss": "product", "severity": "ruined", "responsibility": "third_party", "spoiled_price": "48"},
        },
        "send_again",
    ),
    "telecom": Example(
        Text("Mr Costa, on the phone", "M. Costa, au téléphone"),
        Text(
            "I have been without a line for two days, and I work from home.",
            "Je n’ai plus de ligne depuis deux jours, et je travaille chez moi.",
        ),
        {
            "customer": {"identity_confirmed": True},
            "line": {"monthly_price": "30", "days_down": 2},
            "case": {"loss": "service", "severity": "spoiled", "responsibility": "ours", "spoiled_price": "30"},
        },
        "technician_slot",
    ),
    "public": Example(
        Text("Mr Haddad, at the counter", "M. Haddad, au guichet"),
        Text(
            "This is my third letter about the same paper, and I do not understand a word of it.",
            "C’est ma troisième lettre pour la même pièce, et je n’y comprends rien.",
        ),
        {"case": {"loss": "effort", "severity": "small", "responsibility": "ours"}},
        "plain_words",
    ),
}


def trade_cards(currency: Currency) -> list[TradeCard]:
    """Return every trade there is a ready charter of, with what it would let people give in this currency."""
    return [_card(name, trade_charter(name), currency) for name in preset_names()]


def _card(name: str, charter: Charter, currency: Currency) -> TradeCard:
    given = [gesture.id for gesture in charter.gestures if not gesture.is_reserved][:SHOWN]
    lets = tuple(gesture_words(charter, gesture) for gesture in given)
    return TradeCard(name, preset_words(name), lets, amount(charter.case_cap, currency))

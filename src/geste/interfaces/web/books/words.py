"""Words: how the books name days, months, envelopes and what an entry is about."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import Account, Entry, EnvelopeChange, Why
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.core.charter.syntax import Charter
from geste.core.money import currency_of
from geste.interfaces.web.speech import amount, gesture_words, hour, language, own
from geste.phrases.measures import say_day


def money(minor: int, code: str) -> str:
    """Return an amount in the currency of this code."""
    currency = currency_of(code)
    assert currency is not None, "only known currencies are posted"
    return amount(minor, currency)


def money_or_dash(minor: int, code: str) -> str:
    """Return an amount as it stands in a column: a dash for nought, which nobody has to read."""
    return money(minor, code) if minor else "\N{EN DASH}"


def day(value: datetime) -> str:
    """Return a day by the owner's clocks: `14 May 2026`."""
    return say_day(on_the_clock_of_the_house(value).date(), language())


def stamp(value: datetime) -> str:
    """Return a day and the time of day by the owner's clocks: `14 May 2026, 01:07`."""
    at = on_the_clock_of_the_house(value)
    return f"{say_day(at.date(), language())}, {hour(at)}"


def envelope_words(charter: Charter, name: str) -> str:
    """Return what an envelope is called; one that this charter does not know goes by its id."""
    found = next((envelope for envelope in charter.envelopes if envelope.id == name), None)
    return name if found is None else own(found.name)


def about(entry: Entry, gestures: Mapping[str, Gesture]) -> str:
    """Return what an entry is about: the gesture it rests on, or what it did to an envelope."""
    change = getattr(entry, "change", None)
    if change is not None:
        return change_words(change)
    gesture = gestures.get(entry.gesture_key)
    if gesture is None:
        return _("A gesture at another place")
    return gesture_words(charter_of(gesture.decision.charter_text), gesture.what)


def change_words(change: EnvelopeChange) -> str:
    """Return what happened to an envelope."""
    by_hand = _("Raised by hand") if is_raise(change.entry) else _("Lowered by hand")
    sentences = {
        Why.OPENED: _("Filled for its period"),
        Why.BY_HAND: by_hand,
        Why.CHARTER: _("Changed by version %(version)d of the charter") % {"version": change.charter_version},
    }
    return sentences[Why(change.why)]


def is_raise(entry: Entry) -> bool:
    """Return whether an entry put money into an envelope."""
    return entry.debit == Account.ENVELOPES

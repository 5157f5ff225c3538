"""Known: a decision as it was known when it was made, for whoever looks at it again. How it turned out is not in it."""

from typing import NamedTuple

from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import DecisionRecord
from geste.apps.gestures.selectors import reasons_in
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.selectors import considerations_on
from geste.core.reviews.questions import Thought
from geste.interfaces.web.desk.receipt import Asserted, asserted
from geste.interfaces.web.desk.thinking import thought_words
from geste.interfaces.web.floor.words import About, about
from geste.interfaces.web.speech import say


class Known(NamedTuple):
    """What somebody knew who decided: what the customer said, the facts, what the charter said, and their own line."""

    about: About
    said: str
    facts: tuple[Asserted, ...]
    reasons: tuple[str, ...]
    thoughts: tuple[tuple[str, str], ...]


def known_of(decision: DecisionRecord) -> Known:
    """Return what was known when a decision was made."""
    charter = charter_of(decision.charter_text)
    zone = on_the_clock_of(decision.site, decision.decided_at).tzinfo
    return Known(
        about=about(decision),
        said="" if decision.case is None else decision.case.words,
        facts=tuple(asserted(charter, decision.request["facts"], zone)),
        reasons=tuple(say(reason, charter) for reason in reasons_in(decision)),
        thoughts=tuple((thought_words(Thought(row.thought)), row.words) for row in considerations_on(decision)),
    )

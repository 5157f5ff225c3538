"""English: what its guards listen for, made ready once."""

from functools import cache

from geste.core.guards.english import absolute, blame, deflection, minimising, money, precedent
from geste.core.guards.english.words import GROUPS, REAL, SPELLINGS
from geste.core.guards.lexicon import Lexicon, lexicon
from geste.core.guards.pattern import Language


@cache
def english() -> Lexicon:
    """Return the lexicon of English."""
    return lexicon(
        Language(SPELLINGS, GROUPS),
        {
            "precedent": (precedent.SAID, precedent.INNOCENT),
            "minimising": (minimising.SAID, minimising.INNOCENT),
            "deflection": (deflection.SAID, deflection.INNOCENT),
            "blame": (blame.SAID, blame.INNOCENT),
            "money": (money.SAID, money.INNOCENT),
            "absolute": (absolute.SAID, absolute.INNOCENT),
        },
        REAL,
    )

"""French: the lexicon of its guards, made ready."""

from geste.core.guards import french_comments as comments
from geste.core.guards import french_replies as replies
from geste.core.guards.french_words import GROUPS, REAL, SPELLINGS
from geste.core.guards.lexicon import lexicon
from geste.core.guards.pattern import Language

FRENCH = lexicon(
    Language(SPELLINGS, GROUPS),
    {
        "precedent": (replies.PRECEDENT, replies.PRECEDENT_INNOCENT),
        "minimising": (replies.MINIMISING, replies.MINIMISING_INNOCENT),
        "deflection": (replies.DEFLECTION, replies.DEFLECTION_INNOCENT),
        "blame": (comments.BLAME, comments.BLAME_INNOCENT),
        "money": (comments.MONEY, comments.MONEY_INNOCENT),
        "absolute": (comments.ABSOLUTE, comments.ABSOLUTE_INNOCENT),
    },
    REAL,
)

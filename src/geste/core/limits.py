"""Limits: how large anything may be. Every size bound of the core is named here and nowhere else."""

CHARTER_BYTES = 160 * 1024
"""A charter text longer than this is refused before it is read."""

CHARTER_NODES = 16_000
"""Values, list items, keys, and where each list and mapping begins and ends, in one charter."""

CHARTER_DEPTH = 24
"""Levels of nesting in one charter."""

SCALAR_CHARACTERS = 2_000
"""Characters in one value of a charter."""

FINDINGS = 50
"""Findings listed for one charter; the rest is counted."""

EXPRESSION_CHARACTERS = 1_000
"""Characters in one expression."""

EXPRESSION_NODES = 300
"""Parts in one expression once read."""

EXPRESSION_DEPTH = 40
"""Levels of brackets and operators in one expression."""

QUANTIFIER_DEPTH = 2
"""A list condition inside a list condition is the deepest allowed."""

FACTS = 300
"""Facts declared by one charter."""

GESTURES = 200
"""Gestures, owed lines and bendable rules of one charter, each."""

CLAUSES = 1_500
"""Clauses of one charter."""

RED_LINES = 200
"""Red lines of one charter."""

LIMITS = 200
"""Limits over history of one charter."""

ENVELOPES = 50
"""Envelopes of one charter."""

CHECKS = 40_000
"""Parts of the conditions that stand in the way of gestures, counted once for each gesture they are about."""

ROLES = 100
"""Roles of one charter."""

WORDS = 1_000
"""Words a fact can be one of, or a set of words holds."""

TABLE_CELLS = 2_000
"""Cells of one parameter table."""

LIST_ITEMS = 200
"""Elements of one list fact in a request."""

TEXT_CHARACTERS = 4_000
"""Characters of one text fact in a request."""

ID_CHARACTERS = 200
"""Characters, or digits, of the id of a request."""

HISTORY_ITEMS = 5_000
"""Earlier gestures a request may bring."""

REQUEST_BYTES = 1024 * 1024
"""A request line longer than this is refused."""

NUMBER = 1_000_000_000
"""Largest size of a whole number fact, either side of zero."""

NUMBER_DEFAULT = 1_000_000
"""Upper bound of a whole number whose declaration gives none."""

MONEY_MINOR = 1_000_000_000_000
"""Largest amount in minor units, either side of zero."""

INTEGER = 2**63 - 1
"""Largest whole number any expression may reach; ranges prove at check time that none does."""

MOVED_DAYS = 365_250
"""Days that an expression may move a moment, all in all; a thousand years stay well inside the calendar."""

GUARDED_CHARACTERS = 4_000
"""Characters of a text that the guards read."""

GUIDELINES = 10
"""More guidelines than this and the charter is becoming a rulebook."""

RULES_OF_A_SMALL_CHARTER = 60
"""More clauses, limits and conditions than this and people stop reading."""

RESTRICTIVE_SHARE_PERCENT = 40
"""More "must" and "never" among the guidelines than this and the charter reads like a rulebook."""

SENTENCE_WORDS = 28
"""Longer guidelines are hard to read aloud."""

"""French: what its typography asks of a sentence, and which faults a sentence has."""

import re

NO_BREAK = "\u00a0\u202f"
ENTITY = re.compile(r"&#?\w+;")
FAULTS = (
    # A colon is left alone here: quoted charter lines such as « cap: 20 » are written without a space.
    ("no space before a mark", re.compile(r"[^\W\d_][;!?]")),
    # `%(name)s` and `%s` stand for words, so an ordinary space before them is right.
    ("breaking space before a mark", re.compile(r" (?:[;:!?]|%(?![(sd]))")),
    ("no no-break space inside « »", re.compile(rf"«(?![{NO_BREAK}])|(?<![{NO_BREAK}])»")),
)


def typography_faults(sentence: str) -> list[str]:
    """Return what a French reader would mark in this sentence."""
    bare = ENTITY.sub(lambda entity: "\u00a0" if entity.group() in {"&nbsp;", "&#160;", "&#8239;"} else "", sentence)
    return [fault for fault, pattern in FAULTS if pattern.search(bare)]

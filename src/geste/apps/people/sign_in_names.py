"""Sign-in names: made from what people are called, each of them once."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

LONGEST = 60
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
NAMELESS = "person"


def sign_in_name_for(display_name: str, taken: Collection[str]) -> str:
    """Return a sign-in name that nobody has: plain letters of the name, and a number if there was one like it."""
    plain = plain_name(display_name) or NAMELESS
    if plain not in taken:
        return plain
    return next(name for number in count(2) if (name := f"{plain}-{number}") not in taken)


def plain_name(words: str) -> str:
    """Return the plain letters and figures of some words, hyphens between them; nothing if there are none."""
    unaccented = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return _NOT_PLAIN.sub("-", unaccented.lower()).strip("-")[:LONGEST].strip("-")

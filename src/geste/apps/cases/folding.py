"""Folding: text as it is searched, whatever its accents and capitals. Both databases then compare the same letters."""

import unicodedata

# What no decomposition takes apart, and the apostrophes people do not tell from each other.
UNLIKE = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "’": "'", "‘": "'"})


def folded(text: str) -> str:
    """Return a text without accents, capitals and repeated spaces: « Chambre  nº 7, ŒUF » is `chambre no 7, oeuf`."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(UNLIKE))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())

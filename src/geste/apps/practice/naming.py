"""Naming: whom words name, customers and colleagues, so that nobody is told of who has not agreed."""

import re
from collections.abc import Collection, Iterable

from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case
from geste.apps.people.models import User
from geste.apps.people.selectors import colleagues
from geste.core.decision.forgotten import STRUCK

WORD = re.compile(r"[^\W_]+")
BESIDE_NAMES = """
and bed bill booking business case client cliente club commande compte customer de des dr du et facture
famille family flat floor guest la le les m madame mademoiselle maison miss mister mlle mm mme monsieur mr mrs
ms mx no number of order room rooms sir store street suite table the to und van von chambre chambres dossier
etage numero reservation rue house parcel colis line ligne account contract contrat shop
"""
"""What stands beside a name and is none."""
NO_NAMES = frozenset(BESIDE_NAMES.split())
SHORTEST = 2


def names_customer(words: str, case: Case) -> bool:
    """Return whether words name the customer of a case: any part of the name, the key or the reference."""
    said = set(_folded_words(words))
    return bool(said & _names_in(case.customer_label, case.customer, case.reference))


def names_of_customer(case: Case, stated: Iterable[str]) -> frozenset[str]:
    """Return what the customer of a case is called, word by word and folded: their name, their key, texts stated.

    Of a text only words with a capital letter or a figure tell of somebody.
    """
    telling = (word for text in stated for word in WORD.findall(text) if word != word.lower() or not word.isalpha())
    return _names_in(case.customer_label, case.customer, *telling)


def unnamed(words: str, names: Collection[str]) -> str:
    """Return words in which these names are struck out, whatever their accents and capitals."""
    return WORD.sub(lambda word: STRUCK if folded(word[0]) in names else word[0], words)


def _names_in(*texts: str) -> frozenset[str]:
    known = {word for text in texts for word in _folded_words(text)}
    return frozenset(word for word in known - NO_NAMES if len(word) >= SHORTEST)


def people_named(words: str) -> list[User]:
    """Return the colleagues whose name, or a part of it, is written in words with its capital letter."""
    said = set(WORD.findall(words))
    return [user for user in colleagues() if said & _parts(user.display_name)]


def _parts(name: str) -> set[str]:
    return {part for part in WORD.findall(name) if len(part) >= SHORTEST and part[:1].isupper()}


def _folded_words(text: str) -> list[str]:
    return WORD.findall(folded(text))

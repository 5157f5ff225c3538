"""Naming: whom words name, customers and colleagues, so that nobody is told of who has not agreed."""

import re

from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case
from geste.apps.people.models import User
from geste.apps.people.selectors import colleagues

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
    known = {word for text in (case.customer_label, case.customer, case.reference) for word in _folded_words(text)}
    return bool(said & {word for word in known - NO_NAMES if len(word) >= SHORTEST})


def people_named(words: str) -> list[User]:
    """Return the colleagues whose name, or a part of it, is written in words with its capital letter."""
    said = set(WORD.findall(words))
    return [user for user in colleagues() if said & _parts(user.display_name)]


def _parts(name: str) -> set[str]:
    return {part for part in WORD.findall(name) if len(part) >= SHORTEST and part[:1].isupper()}


def _folded_words(text: str) -> list[str]:
    return WORD.findall(folded(text))

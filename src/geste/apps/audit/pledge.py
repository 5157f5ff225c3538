"""Pledge: what the company promises to whoever decides in good faith. Its digest stands in every receipt.

A changed wording is a new version: the old ones stay, because receipts given out name them by their digest.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from geste.core.receipts.canonical import written
from geste.core.receipts.payload import Pledge

PLEDGES = (
    Pledge(
        version=1,
        en=(
            "To whoever decides for a customer in good faith, we promise three things. "
            "One: what you give is the company's cost. It is never charged to you, and no account of yours exists. "
            "Two: inside the charter, or acting first in good faith where it does not reach, you are protected: nobody "
            "is blamed, ranked or punished for a decision made on the facts known then. The only exceptions are facts "
            "stated though known to be false, giving to oneself, and collusion, and then two people hear you first. "
            "Three: what was given is honoured to the customer, whatever is said afterwards; the first question is "
            "what the charter should say."
        ),
        fr=(
            "À toute personne qui décide de bonne foi pour un client, nous promettons trois choses. "
            "Un\u00a0: ce que vous offrez est à la charge de l’entreprise. Rien ne vous est jamais imputé, "
            "et il n’existe aucun compte à votre nom. "
            "Deux\u00a0: dans le cadre de la charte, ou en agissant d’abord, de bonne foi, là où elle ne dit rien, "
            "vous êtes protégé\u00a0: nul n’est blâmé, classé ni sanctionné pour une décision prise d’après les faits "
            "connus à ce moment. Seules exceptions\u00a0: des faits déclarés que l’on savait faux, ce que l’on s’offre "
            "à soi-même, et la collusion\u00a0; deux personnes vous entendent alors d’abord. "
            "Trois\u00a0: ce qui a été offert est honoré auprès du client, quoi qu’on en dise ensuite\u00a0; "
            "la première question est ce que la charte devrait dire."
        ),
    ),
)


def current_pledge() -> Pledge:
    """Return the pledge that receipts are given under today."""
    return PLEDGES[-1]


@lru_cache(maxsize=8)
def pledge_named(pledge: Pledge) -> Mapping[str, object]:
    """Return how a receipt names a pledge: its version, and the digest over its canonical bytes."""
    return {"version": pledge.version, "sha256": hashlib.sha256(written(pledge.as_value())).hexdigest()}


def pledge_of(version: int) -> Pledge:
    """Return a version of the pledge."""
    return next(pledge for pledge in PLEDGES if pledge.version == version)

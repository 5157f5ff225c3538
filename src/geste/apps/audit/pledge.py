"""Pledge: what the company promises to whoever decides in good faith. Its digest stands in every receipt.

A changed wording is a new version: the old ones stay, because receipts given out name them by their digest.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from geste.apps.audit.models import PledgeText
from geste.apps.base.spelled import Spelled
from geste.core.receipts.canonical import written
from geste.core.receipts.payload import Pledge


@dataclass(frozen=True, slots=True)
class Promises:
    """The three promises in one language, each a sentence or two: the job, no payback, no telling-off."""

    job: str
    payback: str
    telling_off: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the promises in one language. Leaders write the promises; the exceptions are the house's."""

    opening: str
    counted: tuple[str, str, str]
    exceptions: str
    honoured: str


PROPOSED: Mapping[str, Promises] = {
    "en": Promises(
        job="Nobody loses their job, a promotion or their place in a team over a decision made in good faith.",
        payback="What you give is the company’s cost. It is never charged to you, not in part and not in kind.",
        telling_off="Nobody is told off for deciding, not in front of others and not alone. Whoever reads your "
        "decision later says first what was right about it.",
    ),
    "fr": Promises(
        job="Personne ne perd son emploi, une promotion ou sa place dans l’équipe pour une décision prise de bonne "
        "foi.",
        payback="Ce que vous offrez est à la charge de l’entreprise. Rien ne vous est jamais imputé, ni en partie, "
        "ni en nature.",
        telling_off="Personne n’est réprimandé pour avoir décidé, ni devant les autres, ni en tête-à-tête. Qui relit "
        "votre décision dit d’abord ce qu’elle avait de juste.",
    ),
}
"""The words the house proposes to those who lead it."""

_FRAMES: Mapping[str, _Frame] = {
    "en": _Frame(
        opening="To whoever decides for a customer in good faith, inside the charter or first where it does not reach, "
        "we promise three things.",
        counted=("One: ", "Two: ", "Three: "),
        exceptions="The only exceptions are fraud, discrimination, danger to somebody’s safety, a gift to oneself or "
        "one’s family, and the red lines of the charter; even then two people hear you first.",
        honoured="What was given is honoured to the customer, whatever is said afterwards. A charter that becomes "
        "stricter later takes nothing of this back.",
    ),
    "fr": _Frame(
        opening="À toute personne qui décide de bonne foi pour un client, dans le cadre de la charte ou en agissant "
        "d’abord là où elle ne dit rien, nous promettons trois choses.",
        counted=("Un\u00a0: ", "Deux\u00a0: ", "Trois\u00a0: "),
        exceptions="Seules exceptions\u00a0: la fraude, la discrimination, la sécurité d’une personne mise en danger, "
        "un geste pour soi ou pour sa famille, et les lignes rouges de la charte\u00a0; même alors, deux personnes "
        "vous entendent d’abord.",
        honoured="Ce qui a été offert est honoré auprès du client, quoi qu’on en dise ensuite. Une charte devenue plus "
        "stricte par la suite n’enlève rien à tout cela.",
    ),
}


def pledge_words(promises: Promises, language: str) -> str:
    """Return the whole pledge in one language: the promises, counted, and their only exceptions."""
    frame = _FRAMES[language]
    texts = (promises.job, promises.payback, promises.telling_off)
    counted = (f"{number}{text}" for number, text in zip(frame.counted, texts, strict=True))
    return " ".join((frame.opening, *counted, frame.exceptions, frame.honoured))


def exceptions(language: str) -> str:
    """Return the only exceptions of the pledge. They are nobody’s to add to."""
    return _FRAMES[language].exceptions


def exceptions_in(pledge: Pledge, language: str) -> str:
    """Return the only exceptions of a pledge; none for the first, which names them in the middle of its words."""
    found = exceptions(language)
    return found if found in (pledge.fr if language == "fr" else pledge.en) else ""


OF_THE_HOUSE = (
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
    Pledge(version=2, en=pledge_words(PROPOSED["en"], "en"), fr=pledge_words(PROPOSED["fr"], "fr")),
)
"""What holds before anybody has signed. This list is closed: the third version is each company’s own first one."""
_newest = Spelled(lambda: PledgeText.objects.order_by("-version")[:1])


def current_pledge() -> Pledge:
    """Return the pledge that receipts are given under today: the company’s own, or else the house’s."""
    rows = _newest()
    return _pledge(rows[0]) if rows else OF_THE_HOUSE[-1]


@lru_cache(maxsize=8)
def pledge_named(pledge: Pledge) -> Mapping[str, object]:
    """Return how a receipt names a pledge: its version, and the digest over its canonical bytes."""
    return {"version": pledge.version, "sha256": hashlib.sha256(written(pledge.as_value())).hexdigest()}


def pledge_of(version: int) -> Pledge:
    """Return a version of the pledge."""
    known = next((pledge for pledge in OF_THE_HOUSE if pledge.version == version), None)
    return known or _pledge(PledgeText.objects.get(version=version))


def own_pledges() -> list[PledgeText]:
    """Return every pledge this company has had in force as its own, the newest first."""
    return list(PledgeText.objects.order_by("-version"))


def _pledge(row: PledgeText) -> Pledge:
    return Pledge(row.version, row.en, row.fr)

"""Pledged: the pledge at the moment of decision. One quiet line, and its full words one tap away."""

from dataclasses import dataclass

from geste.apps.audit.pledge import current_pledge, exceptions
from geste.apps.pledges.selectors import standing_pledge
from geste.interfaces.web.speech import language


@dataclass(frozen=True, slots=True)
class Pledged:
    """The pledge that holds now: its exceptions, its whole words, and who has signed it."""

    version: int
    words: str
    exceptions: str
    signed_by: str


def pledged() -> Pledged:
    """Return the pledge that holds now, in the language of the page."""
    standing, pledge = standing_pledge(), current_pledge()
    return Pledged(
        version=pledge.version,
        words=pledge.fr if language() == "fr" else pledge.en,
        exceptions=exceptions(language()),
        signed_by=", ".join(it.signed_by.display_name for it in standing.signatures),
    )

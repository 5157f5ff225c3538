"""Rows of charters."""

from geste.apps.charters.models.charter_candidate import CharterCandidate
from geste.apps.charters.models.charter_draft import CharterDraft, Ending
from geste.apps.charters.models.charter_signature import CharterSignature, Part
from geste.apps.charters.models.charter_text import CharterText

__all__ = ["CharterCandidate", "CharterDraft", "CharterSignature", "CharterText", "Ending", "Part"]

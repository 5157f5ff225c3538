"""Rows of charters."""

from geste.apps.charters.models.candidate import Candidate
from geste.apps.charters.models.charter_text import CharterText
from geste.apps.charters.models.draft import Draft, Ending
from geste.apps.charters.models.signature import Part, Signature

__all__ = ["Candidate", "CharterText", "Draft", "Ending", "Part", "Signature"]

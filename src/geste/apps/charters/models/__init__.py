"""Rows of charters."""

from geste.apps.charters.models.charter_text import CharterText

__all__ = ["CharterText"]

"""Rows of base."""

from geste.apps.base.models.event_row import EventRow

__all__ = ["EventRow"]

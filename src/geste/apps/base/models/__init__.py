"""Rows of base."""

from geste.apps.base.models.done_once import DoneOnce
from geste.apps.base.models.event_row import EventRow

__all__ = ["DoneOnce", "EventRow"]

"""Rows of gestures."""

from geste.apps.gestures.models.decision_record import DecisionRecord
from geste.apps.gestures.models.gesture import Gesture, Settling

__all__ = ["DecisionRecord", "Gesture", "Settling"]

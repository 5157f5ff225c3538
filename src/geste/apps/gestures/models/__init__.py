"""Rows of gestures."""

from geste.apps.gestures.models.decision_record import DecisionRecord
from geste.apps.gestures.models.feedback import WORDS_CHARACTERS, Feedback, Satisfaction, Source, Withdrawal
from geste.apps.gestures.models.gesture import Gesture, Settling
from geste.apps.gestures.models.green_light import GreenLight
from geste.apps.gestures.models.reversal import Reversal
from geste.apps.gestures.models.settlement import SETTLEMENT_NOTE_CHARACTERS, Booked, Settlement
from geste.apps.gestures.models.told_scope import ToldScope
from geste.apps.gestures.models.used_key import UsedKey

__all__ = [
    "SETTLEMENT_NOTE_CHARACTERS",
    "WORDS_CHARACTERS",
    "Booked",
    "DecisionRecord",
    "Feedback",
    "Gesture",
    "GreenLight",
    "Reversal",
    "Satisfaction",
    "Settlement",
    "Settling",
    "Source",
    "ToldScope",
    "UsedKey",
    "Withdrawal",
]

"""Strata: what kind of decision one is, whether somebody owes its author a word, and whether it crossed a red line."""

from enum import StrEnum

from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.core.reviews.sampling import Stratum


class Interest(StrEnum):
    """Why somebody owes a decision a word: it took courage."""

    ACT_FIRST = "act_first"
    BEND = "bend"
    ONE_HOP = "one_hop"
    ABOVE_TRUST_LINE = "above_trust_line"


def gesture_of(decision: DecisionRecord) -> Gesture | None:
    """Return what was given on a decision, or None for a no."""
    return getattr(decision, "gesture", None)


def stratum_of(decision: DecisionRecord) -> Stratum:
    """Return among which decisions one is drawn."""
    gesture = gesture_of(decision)
    if gesture is None:
        return Stratum.HANDOVER if decision.routes == ["hand_over"] else Stratum.REFUSAL
    if decision.route == "act_first":
        return Stratum.ACT_FIRST
    return Stratum.BEND if _is_bend(gesture) else Stratum.GIFT


def interest_of(gesture: Gesture) -> Interest | None:
    """Return why a first word is owed for what was given, or None where nothing was dared."""
    decision = gesture.decision
    if decision.route == "act_first":
        return Interest.ACT_FIRST
    if _is_bend(gesture):
        return Interest.BEND
    if decision.route == "one_hop":
        return Interest.ONE_HOP
    is_large = (gesture.amount or 0) > charter_of(decision.charter_text).trust_line
    return Interest.ABOVE_TRUST_LINE if is_large else None


def crosses_red_line(decision: DecisionRecord) -> bool:
    """Return whether the charter saw a red line crossed when this was decided."""
    return any(code == "red_line.crossed" for code, _ in decision.reasons)


def _is_bend(gesture: Gesture) -> bool:
    return any(bend.id == gesture.what for bend in charter_of(gesture.decision.charter_text).bendable)

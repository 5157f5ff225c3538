"""Selectors of frictions: what is asked at the start, which gaps have a name, and what was said of one gesture."""

from geste.apps.frictions.models import ChecklistItem, Gap, Hurt, Unclear
from geste.apps.gestures.models import Gesture

MOST_SUGGESTED = 50


def checklist() -> list[ChecklistItem]:
    """Return what is asked at the start of every piece of work, the oldest question first."""
    return list(ChecklistItem.objects.select_related("gap").filter(until=None).order_by("since", "pk"))


def gaps_named() -> list[Gap]:
    """Return the gaps that somebody has named, by name."""
    return list(Gap.objects.order_by("name")[:MOST_SUGGESTED])


def unclear_at(gesture: Gesture) -> Unclear | None:
    """Return what was unclear at the start of what led to a gesture, or None."""
    return Unclear.objects.select_related("gap").filter(gesture=gesture).first()


def hurt_of(gesture: Gesture) -> Hurt | None:
    """Return what whoever gave it said of how it hurt, or None."""
    return Hurt.objects.filter(gesture=gesture).first()

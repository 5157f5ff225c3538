"""Endings: how a case may have ended for the customer, as a form offers it."""

from django.utils.translation import gettext as _

from geste.apps.cases.models import Outcome
from geste.interfaces.web.desk.fields import Choice


def endings(picked: str) -> tuple[Choice, ...]:
    """Return every outcome in words, with the one that was picked."""
    words = {
        Outcome.HEARD: _("Heard: nothing was asked"),
        Outcome.FIXED: _("Fixed"),
        Outcome.FIXED_WITH_GESTURE: _("Fixed, and a gesture"),
        Outcome.OWED_ONLY: _("What was owed, nothing more"),
        Outcome.DECLINED_WITH_ALTERNATIVE: _("Declined, with an alternative"),
        Outcome.HANDED_OVER: _("Handed over"),
        Outcome.LEFT: _("The customer left"),
        Outcome.NO_OPTION: _("A dead end: nothing was tried"),
    }
    return tuple(Choice(value=outcome, label=label, is_picked=outcome == picked) for outcome, label in words.items())

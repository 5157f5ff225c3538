"""Endings: how a case may have ended for the customer, as a form offers it and as a list tells it."""

from django.utils.translation import gettext as _

from geste.apps.cases.models import Kind, Outcome
from geste.interfaces.web.desk.fields import Choice


def endings(picked: str, kind: str) -> tuple[Choice, ...]:
    """Return every outcome in words, with the one that was picked."""
    return tuple(
        Choice(value=outcome, label=words, is_picked=outcome == picked) for outcome, words in _words(kind).items()
    )


def ending_words(outcome: str, kind: str) -> str:
    """Return how a case of this kind ended, in words."""
    return _words(kind)[Outcome(outcome)]


def _words(kind: str) -> dict[Outcome, str]:
    """The outcomes in words. Where nothing went wrong, nothing is fixed."""
    is_request = kind == Kind.REQUEST
    return {
        Outcome.HEARD: _("Heard: nothing was asked"),
        Outcome.FIXED: _("Done") if is_request else _("Fixed"),
        Outcome.FIXED_WITH_GESTURE: _("Done, with a gesture") if is_request else _("Fixed, and a gesture"),
        Outcome.OWED_ONLY: _("What was owed, nothing more"),
        Outcome.DECLINED_WITH_ALTERNATIVE: _("Declined, with an alternative"),
        Outcome.HANDED_OVER: _("Handed over"),
        Outcome.LEFT: _("The customer left"),
        Outcome.NO_OPTION: _("A dead end: nothing was tried"),
    }

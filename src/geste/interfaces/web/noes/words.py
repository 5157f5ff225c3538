"""Words: what causes, lines and moves are called where they are counted."""

from django.utils.translation import gettext as _

from geste.apps.refusals.models import Cause, SupervisorCause
from geste.apps.refusals.noes import Share
from geste.apps.refusals.three import Move, Verdict
from geste.interfaces.web.speech import share


def cause_words(cause: Cause) -> str:
    """Return why somebody could not settle it on the spot."""
    words = {
        Cause.BEYOND_CAP: _("Beyond the cap"),
        Cause.NO_AUTHORITY: _("No authority for this kind"),
        Cause.DID_NOT_KNOW: _("Did not know how"),
        Cause.CUSTOMERS_WISH: _("The customer wished it"),
        Cause.NON_NEGOTIABLE: _("A red line"),
        Cause.OVERLOAD: _("Too much at once"),
        Cause.SECOND_FAILURE: _("A second failure"),
        Cause.SAFETY: _("Safety"),
    }
    return words[cause]


def superior_words(cause: SupervisorCause) -> str:
    """Return why a customer asked for a superior."""
    words = {
        SupervisorCause.NO_AUTHORITY: _("I had no authority for it"),
        SupervisorCause.DID_NOT_KNOW: _("I did not know"),
        SupervisorCause.DISTRUST: _("They do not trust us"),
        SupervisorCause.BEYOND_CAP: _("It was beyond my cap"),
        SupervisorCause.CUSTOMERS_WISH: _("They simply wish to"),
    }
    return words[cause]


def share_words(found: Share) -> str:
    """Return a share as people read it; what is too little to say is said so."""
    if found.basis_points is None:
        return _("too few to say")
    told = {"share": share(found.basis_points), "part": found.part, "whole": found.whole}
    return _("%(share)s (%(part)s of %(whole)s)") % told


def move_words(move: Move) -> str:
    """Return how one of the three numbers moved."""
    words: dict[Move, str] = {
        "better": _("better than before"),
        "worse": _("worse than before"),
        "same": _("as before"),
        "unknown": _("too few to say"),
    }
    return words[move]


def verdict_words(verdict: Verdict) -> str:
    """Return what the three say together."""
    words: dict[Verdict, str] = {
        "win": _("Everybody wins: something got better, and nothing at another’s expense."),
        "not_yet": _("Not a win yet: one got better at another’s expense."),
        "worse": _("Worse than before: look at it together."),
        "same": _("As before."),
        "unknown": _("Not enough yet to say all three."),
    }
    return words[verdict]


def friction_words(code: str) -> str:
    """Return the sentence for a line about a friction that cannot be kept as it stands."""
    words = {
        "gap.missing": _("Say in a few words what was unclear."),
        "gap.not_known": _("Nobody has named this gap."),
        "gap.said_before": _("What was unclear here is written down already."),
        "gap.too_long": _("Keep it short: 80 characters at most."),
        "hurt.missing": _("One line is enough; say it or leave it."),
        "hurt.said_before": _("That it hurt is written down already."),
        "hurt.too_long": _("Keep it to one line: 200 characters at most."),
        "item.missing": _("Write the question as it is asked."),
        "item.too_long": _("Keep the question to one line: 160 characters at most."),
    }
    return words[code]

"""Words: what promises, fates and refusals of the pledge are called on its pages."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from geste.apps.pledges.days import day_of
from geste.apps.pledges.feedback import Direction
from geste.apps.pledges.models.aboard import Aboard
from geste.apps.pledges.models.breach import LINE_CHARACTERS
from geste.apps.pledges.models.leader_act import ACT_CHARACTERS
from geste.apps.pledges.models.wording import PROMISE_CHARACTERS
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.go_aboard import COMMITMENT_CHARACTERS
from geste.interfaces.web.speech import language
from geste.phrases.measures import say_day


def promise_words(promise: str) -> str:
    """Return what a promise is called in a few words."""
    return {
        "job": _("Your job is safe"),
        "payback": _("You never pay"),
        "telling_off": _("No telling-off"),
    }[promise]


def fear_words(fear: str) -> str:
    """Return what is feared, in a few words."""
    return {
        "job": _("Losing one’s job"),
        "payback": _("Having to pay"),
        "telling_off": _("Being told off"),
    }[fear]


def fate_words(fate: str) -> str:
    """Return how far a report has got."""
    return {
        "received": _("received"),
        "answered": _("answered"),
        "repaired": _("repaired"),
        "not_confirmed": _("not confirmed"),
    }[fate]


def day(value: date) -> str:
    """Return a day, or that of a moment by the owner's clocks, as the person reads it."""
    return say_day(day_of(value) if isinstance(value, datetime) else value, language())


def signed_line(aboard: Aboard) -> str:
    """Return whose signature it is, and since when."""
    said = {"name": aboard.signed_by.display_name, "day": day(aboard.signed_at)}
    return _("%(name)s, %(day)s") % said


def refusal(refused: PledgeRefused) -> str:
    """Return why something about the pledge was not written."""
    sentences = {
        "wording.overtaken": _("A newer wording was put forward meanwhile. Read that one."),
        "wording.missing": _("Each promise needs its words in English and in French."),
        "wording.too_long": _("Keep each promise to %(limit)d characters.") % {"limit": PROMISE_CHARACTERS},
        "breach.missing": _("Write one line about what happened."),
        "breach.too_long": _("Keep it to %(limit)d characters.") % {"limit": LINE_CHARACTERS},
        "breach.no_promise": _("Pick the promise that was broken."),
        "breach.nobody_known": _("Pick somebody from the list, or nobody."),
        "breach.nobody_reads": _(
            "Nobody but the people it is about would read this here, so it was not written down. Speak to a staff "
            "representative outside, or to the labour inspectorate."
        ),
        "breach.not_from_here": _("Somebody has moved this on meanwhile. Look at it again."),
        "aboard.not_three": _("Three different commitments, please."),
        "aboard.not_concrete": _("Say what you will do, so that somebody could see it: at least four words each."),
        "aboard.missing": _("Three different commitments, please."),
        "aboard.too_long": _("Keep each commitment to %(limit)d characters.") % {"limit": COMMITMENT_CHARACTERS},
        "aboard.no_reminder": _("Pick how often you want to be reminded."),
        "act.missing": _("Say in one line what you did."),
        "act.too_long": _("Keep it to %(limit)d characters.") % {"limit": ACT_CHARACTERS},
        "act.no_kind": _("Pick what kind of act it was."),
        "act.hours": _("Say how many hours, from 1 to 24."),
        "act.later": _("It must have happened already."),
        "act.confirmed": _("Somebody has confirmed this already."),
        "feedback.missing": _("Write one line."),
        "feedback.too_long": _("Keep it shorter: one line that can be read at a glance."),
        "feedback.no_team": _("You belong to no team: ask everybody."),
        "feedback.answered": _("What was heard is answered already. Ask anew to hear more."),
        "feedback.nothing_heard": _("There is no line yet to answer."),
        "report.not_over": _("This quarter is not over yet."),
        "report.issued": _("The report of this quarter was issued already. It stays as it is."),
        "report.no_quarter": _("Pick a quarter from the list."),
        "report.countersigned": _("This report was countersigned already."),
        "report.too_long": _("Keep it to %(limit)d characters.") % {"limit": LINE_CHARACTERS},
        "pulse.answered": _("You have answered this week. Thank you: it counts once."),
        "pulse.three": _("Answer all three, please: each has five places to stand."),
        "start_up.days": _("Between 0 and 365 days, and between 0 and 200 decisions."),
    }
    return sentences[refused.code]


def direction_words(direction: Direction) -> str:
    """Return where feedback goes."""
    return {
        Direction.UP: _("upwards"),
        Direction.DOWN: _("downwards"),
        Direction.SIDEWAYS: _("among colleagues"),
    }[direction]

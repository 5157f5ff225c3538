"""Refusals: why a version is not published as it stands, in one sentence that says what to do."""

from django.utils.translation import gettext as _

from geste.apps.charters.notice import NOTICE
from geste.apps.charters.refusals import (
    CharterRefused,
    EffectiveTooEarly,
    Overtaken,
    PublicationRefused,
    VersionTaken,
    WrittenReasonMissing,
    WrittenReasonTooLong,
)
from geste.interfaces.web.speech import language
from geste.phrases.measures import say_day


def refusal_words(refused: PublicationRefused) -> str:
    """Return the sentence for a refusal."""
    match refused:
        case CharterRefused():
            return _("The text is not sound yet. Mend what is listed, then put it forward.")
        case VersionTaken():
            said = {"newest": refused.newest, "next": refused.newest + 1}
            return (
                _("Version %(newest)d is published, and what is published never changes. Write “version: %(next)d”.")
                % said
            )
        case WrittenReasonMissing():
            return _("It takes something back. Write down why: everybody it concerns will read it.")
        case WrittenReasonTooLong():
            return _("Keep the reason to %(limit)d characters.") % {"limit": refused.limit}
        case EffectiveTooEarly():
            return _day_words(refused)
    raise AssertionError(refused)


def _day_words(refused: EffectiveTooEarly) -> str:
    said: dict[str, object] = {"day": say_day(refused.earliest, language()), "notice": NOTICE.days}
    if refused.because == "notice":
        sentence = _(
            "It takes something back, so it needs %(notice)d days’ notice: nobody’s room to act shrinks overnight. "
            "The earliest day is %(day)s."
        )
    elif refused.because == "order":
        sentence = _("The version before it begins on %(day)s. Choose that day or a later one.")
    else:
        sentence = _("Its day is over. The earliest is %(day)s.")
    return sentence % said


def overtaken_words(code: Overtaken) -> str:
    """Return the sentence for what was put forward and can no longer be signed."""
    sentences = {
        "draft.changed": _("Somebody has written on the draft since. Read it again, then put it forward again."),
        "draft.ended": _("The draft has been published or put away since."),
        "version.published": _(
            "Another version has been published since, so these are no longer the differences. "
            "Give the draft the next number, look at what it changes now, and put it forward again."
        ),
    }
    return sentences[code]

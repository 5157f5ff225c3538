"""Slips: what is said beside a field of the first run whose answer cannot stay as it is."""

from django.utils.translation import gettext as _

from geste.core.findings import Finding
from geste.interfaces.web.speech import language
from geste.phrases.speak import say_finding


def slip_words(slip: Finding) -> str:
    """Return the sentence for a slip. What a charter's own reader finds has a sentence of its own already."""
    sentences = {
        "owner.missing": _("What is your name?"),
        "business.missing": _("What is your business called?"),
        "time_zone.not_known": _("“%(found)s” is no time zone. Write one like Europe/Paris."),
        "vision.missing": _("Write one sentence, or take one of the examples."),
        "trade.missing": _("Pick the trade that is closest to yours. You can change everything in it."),
        "role.missing": _("Every role needs a name."),
        "does.missing": _("What does %(name)s do?"),
        "name.twice": _("Two people are called %(name)s. Add a letter, so that everybody knows who is meant."),
        "answer.too_long": _("That is %(length)d characters. Make it %(limit)d at most: it has to fit on one page."),
        "answer.unprintable": _("There is a character in it that cannot be printed. Type it again."),
    }
    if slip.code in sentences:
        return sentences[slip.code] % dict(slip.values)
    return say_finding(slip, language())

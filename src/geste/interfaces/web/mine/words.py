"""Words of one's own pages: rates as people say them, and why something cannot be done like this."""

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from geste.apps.portraits.models import ItemKind
from geste.apps.portraits.models.evidence_file import FOR_CHARACTERS, TITLE_CHARACTERS, WORDS_CHARACTERS
from geste.apps.portraits.refusals import PortraitRefused
from geste.interfaces.web.speech import locale

HUNDRED = 100


def in_a_hundred(rate: float) -> str:
    """Return a rate as so many in a hundred, rounded to a whole one."""
    return format_decimal(round(rate * HUNDRED), locale=locale())


def refusal(refused: PortraitRefused) -> str:
    """Return why something was not written."""
    return {
        "consent.to_oneself": _("You see your own already."),
        "title.missing": _("Give it a title."),
        "title.too_long": _("Keep the title to %(limit)d characters.") % {"limit": TITLE_CHARACTERS},
        "words.missing": _("Say something about it, in your own words."),
        "words.too_long": _("Keep it to %(limit)d characters.") % {"limit": WORDS_CHARACTERS},
        "piece.no_kind": _("Pick what it is."),
        "piece.not_theirs": _("Only cases you decided on yourself, or took up from a colleague."),
        "file.full": _("That is enough for one file. Take something out first."),
        "link.days": _("Pick for how long the link is open."),
        "link.too_long": _("Keep it to %(limit)d characters.") % {"limit": FOR_CHARACTERS},
    }[refused.code]


def kind_words(kind: ItemKind) -> str:
    """Return what a piece of a file is."""
    return {
        ItemKind.CASE: _("A case I decided"),
        ItemKind.WORD: _("What I was told"),
        ItemKind.PRACTICE: _("A practice others use"),
        ItemKind.HELP: _("Help I gave"),
        ItemKind.STORY: _("A story"),
    }[kind]

"""Terms: one line of help for each word of the trade, as the glossary has it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means in one line, and the id of its place on a page."""

    code: str
    word: str
    line: str


def terms() -> dict[str, Term]:
    """Return every explained word, by code."""
    explained = {
        "room": (_("Room"), _("What is left of the most you may give on this case, over all gestures.")),
        "owed": (_("Owed"), _("What law, contract or a promise gives them anyway. Never a gesture, against no cap.")),
        "within": (_("Within your authority"), _("The charter covers it. Do it now: nobody is asked, nothing waits.")),
        "unknown": (_("One thing to find out"), _("A fact is missing. Ask for it; meanwhile nothing is refused.")),
        "beyond": (_("Beyond the charter"), _("The charter does not reach here. That is no “no”: there is a way on.")),
        "act_first": (
            _("Act first"),
            _("You decide in good faith and do it. It is honoured to the customer; the charter is looked at later."),
        ),
        "one_hop": (
            _("One quick yes or no"),
            _("One named person answers within minutes. You stay with your customer."),
        ),
        "bend": (_("Bend"), _("Setting aside a rule that the charter itself allows to be set aside.")),
        "red_line": (_("Red line"), _("What nobody may do, whatever the reason. There is always something instead.")),
        "envelope": (
            _("Envelope"),
            _("Money set aside for gestures in a period. Low means smaller suggestions, never a stop."),
        ),
        "protected": (
            _("Protected"),
            _("What you decide in good faith is never held against you, whatever comes of it."),
        ),
    }
    return {code: Term(code, word, line) for code, (word, line) in explained.items()}

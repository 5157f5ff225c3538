"""Words: what shadow has shown, as people read it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geste.apps.shadow.report import Line, Report
from geste.apps.shadow.rising import Evidence, Sign
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import TOUCHPOINT
from geste.core.money import Currency
from geste.core.worth.exposure import Likely
from geste.interfaces.web.speech import amount, gesture_words, language, own, share, word
from geste.phrases.amounts import short_amounts

WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One gesture at one point of contact, in words."""

    name: str
    where: str
    times: int
    price: str
    cost: str


def row_of(line: Line, report: Report) -> Row:
    """Return a line in words."""
    currency = report.charter.currency
    cost = amount(line.cost, currency)
    if line.uncosted:
        cost += " " + _("and %(number)s of unknown cost") % {"number": line.uncosted}
    name, where = gesture_words(report.charter, line.what), where_words(line, report.charter)
    return Row(name, where, line.times, amount(line.price, currency), cost)


def where_words(line: Line, charter: Charter) -> str:
    """Return the point of contact, or what it was about where none is known."""
    if line.touchpoint:
        declared = charter.vocabulary.facts.get(TOUCHPOINT)
        label = None if declared is None else declared.word_label(line.touchpoint)
        return word(line.touchpoint) if label is None else own(label)
    return word(line.matter, is_built_in=True) if line.matter else _("Not said")


def share_of(part: int, whole: int) -> str:
    """Return a share; of nothing there is none."""
    return share(part * WHOLE // whole) if whole else "–"


def formula(report: Report) -> list[str]:
    """Return the worst case as it is reckoned: people × cap × expected cases."""
    exposure, currency = report.exposure, report.charter.currency
    return [
        ngettext(
            "%(people)s person × %(cap)s on a case × %(cases)s cases",
            "%(people)s people × %(cap)s on a case × %(cases)s cases",
            group.people,
        )
        % {"people": group.people, "cap": amount(group.cap, currency), "cases": exposure.cases_each}
        for group in exposure.groups
    ]


def likely_words(found: Likely, currency: Currency) -> str:
    """Return the range in whole units, outwards: to the cent it would claim more than anybody knows."""
    say, unit = short_amounts(currency, language()), currency.unit
    told = {"low": say(found.low // unit * unit), "high": say(-(-found.high // unit) * unit)}
    return _("%(low)s to %(high)s") % told


def evidence_words(evidence: Evidence) -> str:
    """Return what has to be true."""
    return {
        Evidence.FEAR: _("The strongest of the three fears"),
        Evidence.GAP: _("What leaders declare, less what people experience"),
        Evidence.BELOW_LINE: _("Decisions at or below the trust line"),
    }[evidence]


def sign_words(sign: Sign) -> tuple[str, str]:
    """Return what is wanted, and what is."""
    if sign.evidence is Evidence.BELOW_LINE:
        wanted = _("at least %(number)s%%") % {"number": sign.wanted}
        return wanted, _("not known yet") if sign.found is None else _("%(number)s%%") % {"number": sign.found}
    wanted = _("at most %(number)s of 100") % {"number": sign.wanted}
    return wanted, _("not known yet") if sign.found is None else _("%(number)s of 100") % {"number": sign.found}


def refusal_words(code: str) -> str:
    """Return the sentence for what cannot be done as asked."""
    return {
        "plan.out_of_range": _("Each figure is a whole number from 0 to 100."),
        "plan.too_long": _("Keep the step to one line: 200 characters at most."),
        "team.not_known": _("Pick a team of the house."),
    }[code]

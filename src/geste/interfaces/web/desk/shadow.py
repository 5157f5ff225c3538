"""Shadow at the desk: what this person would have given on a case, for their eyes alone."""

from django.utils.translation import gettext as _

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.charters.selectors import charter_of
from geste.apps.shadow.models import WouldGive
from geste.apps.shadow.selectors import written_down_on
from geste.interfaces.web.speech import amount, gesture_words


def would_give_lines(case: Case, actor: Actor) -> list[str]:
    """Return what this person wrote down on a case, newest first."""
    return [_line(row) for row in written_down_on(case, actor)]


def _line(row: WouldGive) -> str:
    charter = charter_of(row.charter_text)
    name = gesture_words(charter, row.what)
    if row.amount is not None:
        name = f"{name}, {amount(row.amount, charter.currency)}"
    ways = {"do": _("within the charter"), "act_first": _("acting first"), "one_hop": _("with a yes")}
    return f"{name} · {ways.get(row.route, _('the charter would have said no'))}"

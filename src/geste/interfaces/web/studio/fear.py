"""Fear: what is said beside a version that raises caps while people still fear using them. It stops nobody."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from geste.apps.charters.notice import raises_a_cap
from geste.apps.pledges.fears import fears_of_house
from geste.core.charter.differ import Change
from geste.interfaces.web.visitor import now


def fear_notice(changes: Iterable[Change]) -> str:
    """Return what to think of before caps are raised; nothing where none is, or where no fear is in the way."""
    if not any(map(raises_a_cap, changes)):
        return ""
    fears = fears_of_house(now())
    if all(fear.now is None for fear in fears):
        return _("It raises caps, and nobody has been asked what they fear. Room that frightens is not used.")
    if all(fear.has_fallen or fear.now == 0 for fear in fears):
        return ""
    return _("It raises caps while people still fear using those they have. More money does not help against that.")

"""Today: my room to act, in a few lines, and the charter that comes next, said once and calmly."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import NoCharterInForce, charter_in_force, version_numbered
from geste.apps.gestures.room import room_today
from geste.core.charter.syntax import Charter, Limit
from geste.interfaces.web.speech import amount, language, own
from geste.interfaces.web.studio.log import Entry, entry, present
from geste.interfaces.web.visitor import now
from geste.phrases.explain_bounds import limit_line
from geste.phrases.names import AmountWriter
from geste.phrases.typography import set_words
from geste.phrases.voice import Voice


def room_lines(actor: Actor) -> tuple[str, ...]:
    """Return what this person may still give today, in words; nothing before a charter is in force."""
    at = now()
    try:
        in_force = charter_in_force(at=at)
    except NoCharterInForce:
        return ()
    charter, room = in_force.charter, room_today(actor, in_force=in_force, at=at)
    voice = Voice(charter, language(), _writer(charter))
    a_case = _("Up to %(amount)s on each case, without asking.") % {"amount": amount(room.a_case, charter.currency)}
    envelopes = [
        _("%(name)s: %(left)s left of %(amount)s %(period)s.")
        % {
            "name": own(envelope.name),
            "left": amount(left, charter.currency),
            "amount": amount(envelope.amount, charter.currency),
            "period": voice.say(f"explain.period.{envelope.every}"),
        }
        for envelope, left in room.envelopes
    ]
    return (a_case, *envelopes, *(_limit_words(voice, limit, left) for limit, left in room.limits))


def upcoming() -> Entry | None:
    """Return the version that comes next, as the change log tells it, or None."""
    at_present = present(now())
    if at_present.upcoming is None or at_present.in_force is None:
        return None
    return entry(version_numbered(at_present.upcoming.row.version), at_present)


def _limit_words(voice: Voice, limit: Limit, left: int) -> str:
    more = ngettext("%(number)d more time.", "%(number)d more times.", left) % {"number": left}
    return set_words(f"{limit_line(voice, limit)} {more}", language())


def _writer(charter: Charter) -> AmountWriter:
    return lambda minor: amount(minor, charter.currency)

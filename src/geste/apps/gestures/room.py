"""Room: what somebody may still give today, before any case: a case's cap, limits on the person, envelopes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import CharterInForce
from geste.apps.gestures.costing import Spot
from geste.apps.gestures.history import AGENT, IN_EARNEST, LONGEST_DAYS
from geste.apps.gestures.selectors import envelopes_left, standing_gestures
from geste.core.charter.syntax import Charter, Envelope, Limit
from geste.core.windows import within


@dataclass(frozen=True, slots=True)
class RoomToday:
    """Minor units left on a fresh case and in each envelope this person draws on; times left of each limit on them."""

    a_case: int
    envelopes: tuple[tuple[Envelope, int], ...]
    limits: tuple[tuple[Limit, int], ...]


def room_today(actor: Actor, *, in_force: CharterInForce, at: datetime) -> RoomToday:
    """Return what this person may still give at a moment. It tells them alone, and nobody is compared."""
    charter = in_force.charter
    roles = frozenset(charter.ancestry(actor.role))
    limits = [limit for limit in charter.limits if limit.per == AGENT and limit.times is not None]
    spot = Spot(actor.site_id, actor.team_id)
    return RoomToday(
        a_case=charter.cap_of(actor.role)[1],
        envelopes=tuple(
            (envelope, max(0, left))
            for envelope, left in envelopes_left(in_force, at, spot)
            if roles & {*envelope.roles}
        ),
        limits=tuple((limit, _times_left(actor, charter, limit, at)) for limit in limits if roles & {*limit.roles}),
    )


def _times_left(actor: Actor, charter: Charter, limit: Limit, at: datetime) -> int:
    """How many more times a limit allows, as far as it is known without a case."""
    assert limit.times is not None
    given = standing_gestures().filter(IN_EARNEST, given_by_id=actor.user_id, given_at__lte=at)
    covered = {gesture.id for gesture in charter.gestures if {gesture.id, gesture.kind} & {*limit.covers}}
    if limit.covers:
        given = given.filter(what__in=covered)
    if limit.span is not None:
        days = limit.span.length * LONGEST_DAYS[limit.span.unit] + 1
        given = given.filter(given_at__gte=at - timedelta(days=days))
    moments = given.values_list("given_at", flat=True)
    used = sum(1 for moment in moments if limit.span is None or within(moment, at, limit.span))
    return max(0, limit.times - used)

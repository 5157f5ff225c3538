"""Acts: what leaders have done and others confirmed, in the house as a whole. Selectors."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.pledges.days import day_of
from geste.apps.pledges.models import ActKind, LeaderAct
from geste.apps.pledges.policies import may_sign_pact


class NoSuchAct(Exception):
    """There is no act with this number."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Acts of a time that somebody confirmed, by kind, and the hours at the frontline among them."""

    by_kind: dict[ActKind, int]
    hours: int


def counted_acts(since: datetime, until: datetime) -> Counted:
    """Return what leaders did in these days and somebody else confirmed; what nobody confirmed is not counted."""
    acts = LeaderAct.objects.filter(done_on__gte=day_of(since), done_on__lt=day_of(until), confirmed_by__isnull=False)
    kinds = Counter(acts.values_list("kind", flat=True))
    hours = sum(hours or 0 for hours in acts.values_list("hours", flat=True))
    return Counted({kind: kinds[kind.value] for kind in ActKind}, hours)


def latest_acts(actor: Actor, most: int = 30) -> list[LeaderAct]:
    """Return the newest acts, confirmed or waiting for whoever saw them.

    Raises:
        NotPermitted: software asks.
    """
    require(may_sign_pact(actor))
    return list(LeaderAct.objects.select_related("said_by", "confirmed_by").order_by("-done_on", "-pk")[:most])


def act_numbered(number: int) -> LeaderAct:
    """Return an act.

    Raises:
        NoSuchAct: there is none with this number.
    """
    found = LeaderAct.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchAct(number)
    return found

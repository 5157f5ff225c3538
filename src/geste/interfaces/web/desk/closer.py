"""Closer: why somebody may look closer at a case, in words that accuse nobody."""

from dataclasses import dataclass
from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.frictions.patterns import look_closer
from geste.interfaces.web.speech import day, share


@dataclass(frozen=True, slots=True)
class Closer:
    """How often, on which days, and what one vendor says of claims in general."""

    claims: int
    days: str
    rate: str
    source: str


def closer_for(case: Case, actor: Actor, *, at: datetime) -> Closer | None:
    """Return it for a person, or None."""
    found = look_closer(actor, case, at=at)
    if found is None:
        return None
    rate = found.base_rates[0]
    return Closer(found.claims, ", ".join(day(one) for one in found.days), share(rate.basis_points), rate.source)

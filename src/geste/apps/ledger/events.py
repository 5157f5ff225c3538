"""Events of the ledger."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeLow(Event):
    """An envelope is nearly used up. Told once in a period, however often it is raised and low again."""

    period_id: int

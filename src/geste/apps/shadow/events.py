"""Events of shadow."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowBegun(Event):
    """A team, or the house, is in shadow from now on."""

    stage_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingBegun(Event):
    """A team gives in earnest from now on; without a team, everybody does."""

    team_id: int | None

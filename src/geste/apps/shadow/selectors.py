"""Selectors of shadow: who is in shadow at this moment, and what was written down on a case."""

from dataclasses import dataclass

from geste.apps.base.actor import Actor
from geste.apps.base.spelled import Spelled
from geste.apps.cases.models import Case
from geste.apps.shadow.models import Mode, Stage, WouldGive

_open = Spelled(lambda: Stage.objects.filter(until=None).values_list("team_id", "mode"))


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages that are open, by team; under none, that of the house."""

    modes: dict[int | None, str]

    def covers(self, actor: Actor) -> bool:
        """Return whether this actor is in shadow: as their team is, or else as the house is."""
        of_the_house = self.modes.get(None)
        mode = of_the_house if actor.team_id is None else self.modes.get(actor.team_id, of_the_house)
        return mode == Mode.SHADOW


def stages_now() -> Stages:
    """Return the stages open at this moment. Asked in the transaction that would write."""
    return Stages(dict(_open()))


def is_in_shadow(actor: Actor) -> bool:
    """Return whether what this actor gives is only written down now."""
    return stages_now().covers(actor)


def open_stages() -> list[Stage]:
    """Return the stages that are open: the house's first, then the teams' by name."""
    rows = Stage.objects.select_related("team__site", "begun_by").filter(until=None)
    return sorted(rows, key=lambda stage: ("", "") if stage.team is None else (stage.team.site.name, stage.team.name))


def written_down_on(case: Case, actor: Actor) -> list[WouldGive]:
    """Return what this actor would have given on a case, newest first. Only they see what they themselves wrote."""
    rows = WouldGive.objects.select_related("charter_text").filter(case=case, said_by=actor.user_id)
    return list(rows.order_by("-said_at", "-pk"))

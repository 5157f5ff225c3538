"""Aboard: whose manager stands behind the charter with three commitments of their own, team by team. Selectors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import duties_of, holders
from geste.apps.pledges.models import Aboard, Department
from geste.apps.pledges.policies import may_see_coverage

SHOWN_FOR = timedelta(days=7)
"""How long a reminder stays on its signer's page."""


class Colour(StrEnum):
    """How far a team is covered: whole, with something missing that is named, or not at all."""

    GREEN = "green"
    AMBER = "amber"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One team on the map. `waiting` are managers who have not signed, `lacking` departments that have not.

    A team is live when every manager of it has signed. The charter gives its people what it gives them either way.
    """

    team: Team
    is_department: bool
    signed: tuple[Aboard, ...]
    waiting: tuple[User, ...]
    lacking: tuple[Team, ...]

    @property
    def is_live(self) -> bool:
        """Return whether somebody manages this team and all who do have signed."""
        return bool(self.signed) and not self.waiting

    @property
    def colour(self) -> Colour:
        """Return the colour on the map; words always stand beside it."""
        if not self.is_live:
            return Colour.GREY
        return Colour.AMBER if self.lacking else Colour.GREEN


def coverage(actor: Actor) -> list[Coverage]:
    """Return every team by name, with who stands behind it.

    Raises:
        NotPermitted: software asks.
    """
    require(may_see_coverage(actor))
    return coverage_of(_teams())


def coverage_of(teams: Iterable[Team]) -> list[Coverage]:
    """Return these teams with who stands behind each."""
    departments = {it.team_id: it.team for it in Department.objects.filter(until=None).select_related("team__site")}
    lacking = tuple(team for team in departments.values() if not _is_live(team))
    return [_covered(team, departments, lacking) for team in teams]


def teams_managed(actor: Actor) -> list[Team]:
    """Return the teams this person manages, by name."""
    kinds = (duty for duty in duties_of(actor.user_id) if duty.kind == DutyKind.MANAGER.value)
    return sorted((duty.team for duty in kinds if duty.team is not None), key=lambda team: team.name)


def aboard_of(user_id: int, team_id: int) -> Aboard | None:
    """Return what a manager has signed for a team, as it stands today."""
    return Aboard.objects.filter(signed_by_id=user_id, team_id=team_id).order_by("-signed_at", "-pk").first()


def is_reminder_due(aboard: Aboard, now: datetime) -> bool:
    """Return whether its signer is reminded now: every so many days, for a week."""
    since = now - aboard.signed_at
    every = timedelta(days=aboard.remind_days)
    return since >= every and since % every < SHOWN_FOR


def share_live(at: datetime) -> tuple[int, int]:
    """Return how many of how many teams had a manager's signature at a moment."""
    teams = _teams()
    signed = set(Aboard.objects.filter(signed_at__lt=at).values_list("team_id", flat=True))
    return sum(team.pk in signed for team in teams), len(teams)


def _teams() -> list[Team]:
    return list(Team.objects.filter(users__is_active=True).distinct().select_related("site").order_by("name", "pk"))


def _covered(team: Team, departments: dict[int, Team], lacking: tuple[Team, ...]) -> Coverage:
    managers = holders(DutyKind.MANAGER, team.pk)
    signed = {manager.pk: aboard_of(manager.pk, team.pk) for manager in managers}
    return Coverage(
        team=team,
        is_department=team.pk in departments,
        signed=tuple(aboard for aboard in signed.values() if aboard is not None),
        waiting=tuple(manager for manager in managers if signed[manager.pk] is None),
        lacking=tuple(other for other in lacking if other.pk != team.pk),
    )


def _is_live(team: Team) -> bool:
    managers = holders(DutyKind.MANAGER, team.pk)
    return bool(managers) and all(aboard_of(manager.pk, team.pk) is not None for manager in managers)

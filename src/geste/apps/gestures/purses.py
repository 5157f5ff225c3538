"""Purses: every purse a charter fills, wherever it is drawn on, and whose each one is."""

from geste.apps.gestures.costing import Spot, purses_of
from geste.apps.people.models import Site, Team
from geste.apps.people.selectors import spots
from geste.core.charter.syntax import Charter
from geste.core.ledger.purse import Purse


def purses_everywhere(charter: Charter) -> list[Purse]:
    """Return every purse of a charter, in its order of envelopes: one for the house, or one for each site or team."""
    everywhere = [purses_of(charter, Spot(site_id, team_id)) for site_id, team_id in (*spots(), (None, None))]
    found: dict[tuple[str, str], Purse] = {}
    for purses in zip(*everywhere, strict=True):
        found.update((purse.name, purse) for purse in purses)
    return list(found.values())


def names_of_holders() -> dict[str, str]:
    """Return what each site and team is called, by how a purse names it."""
    sites = {f"site:{site.pk}": site.name for site in Site.objects.all()}
    return sites | {f"team:{team.pk}": f"{team.name}, {team.site.name}" for team in Team.objects.select_related("site")}

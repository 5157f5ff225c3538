"""Green lights: which are named by proposals, and whether one is for what is given. Read in the writing transaction."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture, GreenLight
from geste.apps.gestures.proposals import Intention, Proposal, ProposalRefused


@dataclass(frozen=True, slots=True)
class Lit:
    """A green light as it stands: whose it is and for what, and whether something was given by it that still counts."""

    held_by_id: int
    case_id: int
    what: str
    amount: int | None
    is_used: bool


def lights_named(proposals: Iterable[Proposal]) -> dict[int, Lit]:
    """Return the green lights that proposals name, by number; nothing is read where none is named."""
    named = {proposal.green_light for proposal in proposals if proposal.green_light is not None}
    if not named:
        return {}
    given = Gesture.objects.filter(green_light=OuterRef("pk"), reversal=None)
    rows = GreenLight.objects.filter(pk__in=named).annotate(is_used=Exists(given))
    return {row.pk: Lit(row.held_by_id, row.case_id, row.what, row.amount, row.is_used) for row in rows}


def require_lit(light: Lit | None, intention: Intention, case: Case | None, amount: int | None) -> None:
    """Do nothing if a green light is for what is given, by whom, on which case and for how much, and is not used up.

    Raises:
        ProposalRefused: it is not.
    """
    whose_and_what = (intention.actor.user_id, None if case is None else case.pk, intention.proposal.gesture)
    if light is None or whose_and_what != (light.held_by_id, light.case_id, light.what):
        raise ProposalRefused("green_light.elsewhere")
    if light.is_used:
        raise ProposalRefused("green_light.used")
    if (amount or 0) > (light.amount or 0):
        raise ProposalRefused("green_light.exceeded")

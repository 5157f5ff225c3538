"""Selectors of refusals: who has a case, what was handed to whom, and which rules have been named."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.selectors import standing_gestures
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import colleagues, holders
from geste.apps.refusals.models import Handover, Policy, SecondIncident, SupervisorRequest, Wish

MOST_SUGGESTED = 50


class NoSuchHandover(Exception):
    """There is no such handing over, or it is not for this actor to see."""


@dataclass(frozen=True, slots=True)
class SaidSoFar:
    """Everything said on a case so far: the customer's words, the facts, what was declined and what was promised."""

    words: str
    facts: Mapping[str, object]
    declined: tuple[DecisionRecord, ...]
    promised: tuple[Gesture, ...]


def owner_of(case: Case) -> User:
    """Return who has a case: whoever took it up last, else whoever heard it first. Nobody's case there is none."""
    last = _of(case).filter(taken_up_at__isnull=False).order_by("-taken_up_at", "-pk").first()
    return case.opened_by if last is None else last.handed_to


def handovers_of(case: Case) -> list[Handover]:
    """Return every handing over of a case, the oldest first."""
    return list(_of(case).order_by("handed_at", "pk"))


def handover_waiting(case: Case) -> Handover | None:
    """Return the handing over of a case that nobody has taken up yet, or None."""
    return _of(case).filter(taken_up_at=None).first()


def _of(case: Case) -> QuerySet[Handover]:
    return Handover.objects.select_related("handed_to", "handed_by").filter(case=case)


def handover_numbered(actor: Actor, number: int) -> Handover:
    """Return one handing over: whoever is in it sees it, and whoever sees the case.

    Raises:
        NoSuchHandover: there is none this actor may see.
    """
    rows = Handover.objects.select_related("case__site", "case__opened_by", "handed_by", "handed_to")
    if actor.site_id is not None:
        mine = Q(handed_to=actor.user_id) | Q(handed_by=actor.user_id)
        rows = rows.filter(mine | Q(case__site=None) | Q(case__site_id=actor.site_id))
    found = rows.filter(pk=number).first()
    if found is None:
        raise NoSuchHandover(number)
    return found


def said_so_far(case: Case) -> SaidSoFar:
    """Return what the next person has to know without asking the customer again."""
    tried = case.decisions.filter(gesture=None).select_related("charter_text").order_by("pk")
    promised = standing_gestures().filter(case=case).select_related("decision__charter_text").order_by("pk")
    return SaidSoFar(case.words, case.facts, tuple(tried), tuple(promised))


def handed_to_me(actor: Actor) -> list[Handover]:
    """Return what was handed to this person and waits to be taken up, the oldest first."""
    rows = Handover.objects.select_related("case", "handed_by").filter(handed_to=actor.user_id, taken_up_at=None)
    return list(rows.filter(case__status="open").order_by("handed_at", "pk"))


def people_to_hand_to(actor: Actor, case: Case) -> list[User]:
    """Return whom a case may be handed to: whoever may see it, those who lead or manage last."""
    in_charge = {user.pk for kind in (DutyKind.LEADER, DutyKind.MANAGER) for user in holders(kind)}
    near = [user for user in colleagues() if user.pk != actor.user_id and user.site_id in (None, case.site_id)]
    return sorted(near, key=lambda user: (user.pk in in_charge or user.is_steward, user.display_name))


def policies_named() -> list[Policy]:
    """Return the rules that somebody has named, by name."""
    return list(Policy.objects.order_by("name")[:MOST_SUGGESTED])


def touchpoints_named() -> list[str]:
    """Return the points of contact that wishes were about, by name."""
    named = Wish.objects.exclude(touchpoint="").order_by("touchpoint").values_list("touchpoint", flat=True).distinct()
    return list(named[:MOST_SUGGESTED])


def first_incident_of(case: Case) -> Case | None:
    """Return the case whose handling a case is about, or None."""
    incident = SecondIncident.objects.select_related("first").filter(case=case).first()
    return None if incident is None else incident.first


def supervisor_asked_on(case: Case) -> bool:
    """Return whether the customer asked for a superior on a case."""
    return SupervisorRequest.objects.filter(case=case).exists()

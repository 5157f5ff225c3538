"""Selectors of cases: every read that leaves the app. Another site's case is not there at all."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status


class NoSuchCase(Exception):
    """There is no such case, or it is not for this actor to see."""


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """Return the cases this actor may see, newest first."""
    cases = Case.objects.select_related("site", "opened_by").order_by("-opened_at", "reference")
    if actor.site_id is None:
        return cases
    return cases.filter(Q(site=None) | Q(site_id=actor.site_id))


def open_cases(actor: Actor) -> list[Case]:
    """Return the open cases this actor may see, newest first."""
    return list(visible_cases(actor).filter(status=Status.OPEN))


def case_called(actor: Actor, reference: str) -> Case:
    """Return the case with this reference.

    Raises:
        NoSuchCase: there is none this actor may see.
    """
    case = visible_cases(actor).filter(reference=reference).first()
    if case is None:
        raise NoSuchCase(reference)
    return case


def moment_of(case: Case, now: datetime) -> datetime:
    """Return the moment a case is decided as of, in its site's time zone: now, unless the case is staged."""
    moment = case.staged_at or now
    return moment.astimezone(ZoneInfo(case.site.time_zone)) if case.site else moment


def case_for_writing(case: Case) -> Case:
    """Return the case as it is now, held until the caller's transaction ends."""
    return Case.objects.select_related("site").select_for_update(of=("self",)).get(pk=case.pk)


def same_incident(case: Case) -> list[int]:
    """Return the keys of a case and of all it is linked with, directly or through others."""
    found = {case.pk}
    edge = found
    while edge:
        linked = Case.linked.through.objects.filter(from_case_id__in=edge)
        edge = set(linked.values_list("to_case_id", flat=True)) - found
        found |= edge
    return sorted(found)


def earlier_cases(actor: Actor, case: Case) -> list[Case]:
    """Return the other cases of the same customer that this actor may see, newest first."""
    if not case.customer:
        return []
    moment = case.staged_at or case.opened_at
    return list(visible_cases(actor).filter(customer=case.customer, opened_at__lt=moment).exclude(pk=case.pk))


def similar_cases(actor: Actor, case: Case, *, at_most: int = 3) -> list[Case]:
    """Return recent cases of other customers with the same kind of loss, newest first."""
    group = case.facts.get("case")
    loss = group.get("loss") if isinstance(group, dict) else None
    if not isinstance(loss, str):
        return []
    others = visible_cases(actor).filter(facts__case__loss=loss).exclude(pk=case.pk)
    if case.customer:
        others = others.exclude(customer=case.customer)
    return list(others[:at_most])

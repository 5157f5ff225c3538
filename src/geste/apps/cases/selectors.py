"""Selectors of cases: every read that leaves the app. Another site's case is not there at all."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.base.spelled import Asked, Spelled
from geste.apps.cases.folding import folded
from geste.apps.cases.models import GOING_ON, Case, HelpCall, Status, Step
from geste.apps.people.selectors import on_the_clock_of

MOST_WORDS = 8
TIMED_OVER = timedelta(days=28)
ENOUGH_CASES = 5
"""Fewer cases tell of the people who worked on them, not of the house."""


class NoSuchCase(Exception):
    """There is no such case, or it is not for this actor to see."""


_referred_to = Spelled(lambda: Case.objects.only("reference", "site_id").filter(reference__among=Asked("references")))
_links = Spelled(
    lambda: Case.linked.through.objects.filter(from_case__pk__among=Asked("cases")).values_list(
        "from_case_id", "to_case_id"
    )
)
_held = Spelled(
    lambda: (
        Case.objects.select_related("site")
        .select_for_update(of=("self",), no_key=True)
        .filter(pk__among=Asked("cases"))
        .order_by("pk")
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What somebody looks for among the cases; what is left empty may be anything."""

    text: str = ""
    kind: str = ""
    status: str = ""
    customer: str = ""
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class TimeToOffer:
    """Half of the cases had their first offer within so many seconds of somebody looking at them."""

    median_seconds: int
    cases: int


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """A customer of whom there are cases, under the name of the newest."""

    key: str
    label: str
    cases: int
    last: datetime


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """Return the cases this actor may see, newest first."""
    cases = Case.objects.select_related("site", "opened_by").order_by("-opened_at", "reference")
    if actor.site_id is None:
        return cases
    return cases.filter(Q(site=None) | Q(site_id=actor.site_id))


def open_cases(actor: Actor) -> list[Case]:
    """Return the open cases this actor may see, newest first."""
    return list(visible_cases(actor).filter(status=Status.OPEN))


def cases_found(actor: Actor, search: Search) -> QuerySet[Case]:
    """Return the cases this actor may see that hold every word looked for, in a name or in what was said."""
    cases = visible_cases(actor)
    for word in folded(search.text).split()[:MOST_WORDS]:
        cases = cases.filter(Q(searched_name__contains=word) | Q(searched_words__contains=word))
    wanted = {"kind": search.kind, "status": search.status, "customer": search.customer}
    cases = cases.filter(**{name: value for name, value in wanted.items() if value})
    return cases.filter(opened_by_id=actor.user_id) if search.is_mine else cases


def known_customers(actor: Actor, text: str, *, at_most: int = 6) -> list[KnownCustomer]:
    """Return the customers this actor may know of, last seen first.

    Every word begins a part of their name, of their key or of the reference of one of their cases.
    """
    words = folded(text).split()[:MOST_WORDS]
    if not words:
        return []
    cases = visible_cases(actor).exclude(customer="")
    for word in words:
        cases = cases.filter(Q(searched_name__startswith=word) | Q(searched_name__contains=f" {word}"))
    return _customers(actor, list(cases.order_by().values_list("customer", flat=True).distinct()))[:at_most]


def known_customer(actor: Actor, key: str) -> KnownCustomer | None:
    """Return the customer with this key, or None if this actor can see no case of theirs."""
    return next(iter(_customers(actor, [key] if key else [])), None)


def _customers(actor: Actor, keys: list[str]) -> list[KnownCustomer]:
    cases = visible_cases(actor).filter(customer__in=keys)
    labels = dict(cases.order_by("opened_at").values_list("customer", "customer_label"))
    seen = cases.order_by().values("customer").annotate(number=Count("pk"), last=Max("opened_at")).order_by("-last")
    return [KnownCustomer(one["customer"], labels[one["customer"]], one["number"], one["last"]) for one in seen]


def case_called(actor: Actor, reference: str) -> Case:
    """Return the case with this reference.

    Raises:
        NoSuchCase: there is none this actor may see.
    """
    case = visible_cases(actor).filter(reference=reference).first()
    if case is None:
        raise NoSuchCase(reference)
    return case


def cases_referred_to(references: Collection[str]) -> dict[str, Case]:
    """Return the cases with these references, whoever may see them, as far as their number and their site go."""
    if not references:
        return {}
    return {case.reference: case for case in _referred_to(references=references)}


def moment_of(case: Case, now: datetime) -> datetime:
    """Return the moment a case is decided as of, in its site's time zone: now, unless the case is staged."""
    return on_the_clock_of(case.site, case.staged_at or now)


def case_for_writing(case: Case) -> Case:
    """Return the case as it is now, held until the caller's transaction ends."""
    return Case.objects.select_related("site").select_for_update(of=("self",)).get(pk=case.pk)


def same_incident(case: Case) -> tuple[int, ...]:
    """Return the keys of a case and of all it is linked with, directly or through others."""
    return incidents_of([case.pk])[case.pk]


def incidents_of(cases: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Return the same for many cases, by their keys, in as many statements as the longest chain has links."""
    links: dict[int, set[int]] = {}
    edge = set(cases)
    asked = tuple(edge)
    while edge:
        links.update({pk: set() for pk in edge})
        for one, other in _links(cases=edge):
            links[one].add(other)
        edge = {other for pk in edge for other in links[pk]} - links.keys()
    return {pk: _reached(pk, links) for pk in asked}


def _reached(start: int, links: Mapping[int, set[int]]) -> tuple[int, ...]:
    found, edge = {start}, {start}
    while edge:
        edge = {other for pk in edge for other in links[pk]} - found
        found |= edge
    return tuple(sorted(found))


def cases_for_writing(cases: Iterable[int]) -> dict[int, Case]:
    """Return cases as they are now, by their keys, held until the caller's transaction ends."""
    wanted = list(cases)
    return {case.pk: case for case in _held(cases=wanted)} if wanted else {}


def earlier_cases(actor: Actor, case: Case) -> list[Case]:
    """Return the other cases of the same customer that this actor may see, newest first."""
    if not case.customer:
        return []
    moment = case.staged_at or case.opened_at
    return list(
        visible_cases(actor).filter(customer=case.customer, opened_at__lt=moment, is_training=False).exclude(pk=case.pk)
    )


def linked_cases(actor: Actor, case: Case) -> list[Case]:
    """Return the other cases of the same incident that this actor may see, newest first."""
    others = [number for number in same_incident(case) if number != case.pk]
    return list(visible_cases(actor).filter(pk__in=others)) if others else []


def time_to_offer(actor: Actor, *, at: datetime) -> TimeToOffer | None:
    """Return how soon something was offered in the last four weeks; None while there are too few cases to say."""
    timed = (
        visible_cases(actor)
        .select_related(None)
        .filter(offered_after_seconds__isnull=False, looked_at__gt=at - TIMED_OVER)
    )
    seconds = [case.offered_after_seconds or 0 for case in timed.order_by().only("offered_after_seconds")]
    return TimeToOffer(round(median(seconds)), len(seconds)) if len(seconds) >= ENOUGH_CASES else None


def newest_help_call(case: Case) -> HelpCall | None:
    """Return what was said last of help on a case, or None if nobody ever called."""
    return HelpCall.objects.select_related("said_by").filter(case=case).order_by("-pk").first()


def help_going_on(case: Case) -> HelpCall | None:
    """Return the newest word on help if it is called and not yet over."""
    newest = newest_help_call(case)
    return newest if newest is not None and newest.step in GOING_ON else None


def calls_for_help(actor: Actor) -> list[HelpCall]:
    """Return the calls on cases this actor may see that nobody has answered yet, oldest first."""
    later = HelpCall.objects.filter(case=OuterRef("case"), pk__gt=OuterRef("pk"))
    calls = HelpCall.objects.filter(~Exists(later), step=Step.CALLED.value)
    if actor.site_id is not None:
        calls = calls.filter(Q(case__site=None) | Q(case__site_id=actor.site_id))
    return list(calls.select_related("case__site", "said_by").order_by("pk"))

"""History: what has been given already, read for many questions in a number of statements that does not grow."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db.models import Q

from geste.apps.base.actor import Actor
from geste.apps.base.spelled import Asked, Spelled
from geste.apps.cases.models import Case
from geste.apps.charters.selectors import CharterInForce
from geste.apps.gestures.costing import Spot
from geste.apps.gestures.models import Gesture, ToldScope
from geste.apps.shadow.models import WouldGive
from geste.core.money import format_amount

AGENT, TEAM, SITE, CASE, CUSTOMER = "agent", "team", "site", "case", "customer"
IN_EARNEST = Q(case=None) | Q(case__is_training=False)
"""Gestures that count: all but those on which somebody was trying things out."""
LONGEST_DAYS = {"second": 1, "minute": 1, "hour": 1, "day": 1, "month": 31, "year": 366}
UNWRITTEN = 2**62
"""What is decided and not written yet comes after everything that is: it is numbered from here on."""
COLUMNS = (
    "pk", "what", "amount", "given_at", "written_at", "case_id", "case__customer", "case__is_training", "given_by_id",
    "given_by__team_id", "site_id",
)  # fmt: skip


IN_SHADOW = (
    "pk", "what", "amount", "said_at", "written_at", "case_id", "case__customer", "case__is_training", "said_by_id",
    "said_by__team_id", "site_id",
)  # fmt: skip
"""The same columns of what would have been given."""
SHADOWED = {"said_by": AGENT, "said_by__team": TEAM, "site": SITE}

_cases_of = Spelled(lambda: Case.objects.filter(customer__among=Asked("customers")).values_list("pk", flat=True))
_given_on = Spelled(lambda: Gesture.objects.filter(case__pk__among=Asked("cases"), reversal=None).values_list(*COLUMNS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a question is about as far as history goes: who gives where, on which incident, and to whom if known.

    `told` has what only facts tell, such as the card: a digest by scope. In training it has no history but its own.
    In shadow what would have been given counts like what was.
    """

    actor: Actor
    site_id: int | None
    incident: tuple[int, ...] = ()
    customer: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    is_training: bool = False
    is_shadow: bool = False

    @property
    def spot(self) -> Spot:
        """Where it is given, as far as purses of sites and teams go."""
        return Spot(self.site_id, self.actor.team_id)


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier gesture, as far as it counts; one `in_shadow` was not given, and counts in shadow alone."""

    number: int
    what: str
    amount: int | None
    given_at: datetime
    written_at: datetime
    case_id: int | None
    customer: str | None
    is_training: bool | None
    given_by_id: int
    team_id: int | None
    site_id: int | None
    in_shadow: bool = False
    told: Mapping[str, str] = field(default_factory=dict)

    def scopes(self) -> Iterable[tuple[str, object]]:
        """Yield everything this gesture counts towards: a scope and of whom or what."""
        yield AGENT, self.given_by_id
        if self.case_id is not None:
            yield CASE, self.case_id
        if self.customer:
            yield CUSTOMER, self.customer
        if self.team_id is not None:
            yield TEAM, self.team_id
        if self.site_id is not None:
            yield SITE, self.site_id
        yield from self.told.items()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One question's share of history: whose gestures may count, and from when on for the charter's wider limits."""

    around: Surroundings
    at: datetime
    since: dict[str, datetime | None]

    @classmethod
    def of(cls, around: Surroundings, in_force: CharterInForce, at: datetime) -> "Wanted":
        """Return what a question wants to know."""
        wider = {} if around.is_training else _wider(in_force, at)
        return cls(around, at, wider)

    def places(self) -> Iterable[tuple[str, object, datetime | None]]:
        """Yield where to look: the scope, of whom or what, and since when."""
        around = self.around
        yield from ((CASE, case, None) for case in around.incident)
        if around.customer and not around.is_training:
            yield CUSTOMER, around.customer, None
        who = {AGENT: around.actor.user_id, TEAM: around.actor.team_id, SITE: around.site_id, **around.told}
        yield from ((scope, who[scope], since) for scope, since in self.since.items() if who.get(scope) is not None)

    def counts(self, past: Past) -> bool:
        """Return whether an earlier gesture, found where to look, counts here. Training counts only for itself."""
        is_seen = self.around.is_shadow or not past.in_shadow
        return is_seen and (self.around.is_training or not past.is_training)


def _wider(in_force: CharterInForce, at: datetime) -> dict[str, datetime | None]:
    """The wider scopes the charter has limits for, each with the earliest moment they look at; none is for ever."""
    wider: dict[str, datetime | None] = {}
    for scope in (AGENT, TEAM, SITE, *(scope for scope, _ in in_force.charter.scope_facts)):
        spans = [counter.span for counter in in_force.prepared.plan.counters if counter.scope == scope]
        days = [span.length * LONGEST_DAYS[span.unit] + 1 for span in spans if span is not None]
        if spans:
            wider[scope] = at - timedelta(days=max(days)) if len(days) == len(spans) else None
    return wider


@dataclass(slots=True)
class History:
    """Earlier gestures by what they count towards, and those that are decided while they are being looked at."""

    _by_scope: dict[tuple[str, object], list[Past]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def around(cls, wanted: Collection[Wanted]) -> "History":
        """Return everything that may count for these questions. What was taken back counts nowhere."""
        history = cls()
        for past in _read(wanted):
            history.add(past)
        return history

    def add(self, past: Past) -> None:
        """Count one more."""
        for scope in past.scopes():
            self._by_scope[scope].append(past)

    def of(self, wanted: Wanted) -> list[Past]:
        """Return what counts for one question, in the order in which it was given."""
        found: dict[int, Past] = {}
        for scope, whose, since in wanted.places():
            for past in self._by_scope.get((scope, whose), ()):
                if (since is None or past.given_at >= since) and wanted.counts(past):
                    found[id(past)] = past
        return sorted(found.values(), key=_in_order)


def _in_order(past: Past) -> tuple[datetime, int]:
    return past.given_at, past.number


def _read(wanted: Collection[Wanted]) -> list[Past]:
    """Read the gestures of all these incidents and customers, and those of the charters' wider limits."""
    whose: dict[str, set[object]] = defaultdict(set)
    since: dict[str, datetime | None] = {}
    for want in wanted:
        for scope, name, earliest in want.places():
            whose[scope].add(name)
            known = since.get(scope, earliest)
            since[scope] = None if known is None or earliest is None else min(known, earliest)
    cases = _cases(whose)
    rows = {row[0]: Past(*row) for row in (_given_on(cases=cases) if cases else ())}
    for condition in _conditions(whose, since):
        standing = Gesture.objects.filter(condition, reversal=None)
        rows.update({row[0]: Past(*row) for row in standing.values_list(*COLUMNS)})
    return [*_with_told(rows, {scope for want in wanted for scope in want.around.told}), *_in_shadow(wanted)]


def _with_told(rows: dict[int, Past], scopes: Collection[str]) -> Iterable[Past]:
    """These gestures, each with what facts tell of it in these scopes."""
    if not scopes or not rows:
        return rows.values()
    found: dict[int, dict[str, str]] = defaultdict(dict)
    told = ToldScope.objects.filter(gesture__in=rows, scope__in=scopes).exclude(digest="")
    for number, scope, digest in told.values_list("gesture_id", "scope", "digest"):
        found[number][scope] = digest
    return [replace(past, told=found[number]) if number in found else past for number, past in rows.items()]


def _in_shadow(wanted: Collection[Wanted]) -> list[Past]:
    """What would have been given, as far as it may count for those of these questions that are asked in shadow."""
    whose: dict[str, set[object]] = defaultdict(set)
    for want in wanted:
        for scope, name, _ in want.places() if want.around.is_shadow else ():
            whose[scope].add(name)
    if not whose:
        return []
    agents, teams, sites = (Q(**{f"{name}__in": whose[name_of]}) for name, name_of in SHADOWED.items())
    given = WouldGive.objects.filter(agents | teams | sites | Q(case__in=_cases(whose))).exclude(route="")
    return [replace(Past(*row), in_shadow=True) for row in given.values_list(*IN_SHADOW)]


def _cases(whose: dict[str, set[object]]) -> set[object]:
    """All cases of these incidents and customers."""
    cases = set(whose[CASE])
    if whose[CUSTOMER]:
        cases.update(_cases_of(customers=whose[CUSTOMER]))
    return cases


def _conditions(whose: dict[str, set[object]], since: dict[str, datetime | None]) -> Iterable[Q]:
    """Yield one condition for each index to be read by: alternatives in one statement would be read without any."""
    for scope, names in sorted(whose.items()):
        if names and scope not in {CASE, CUSTOMER}:
            earliest = since[scope]
            in_time = Q() if earliest is None else Q(given_at__gte=earliest)
            yield _in_scope(scope, names) & in_time & IN_EARNEST


def _in_scope(scope: str, names: set[object]) -> Q:
    """What was given by these people, teams or sites, or with one of these cards, as facts told."""
    columns = {AGENT: "given_by__in", TEAM: "given_by__team__in", SITE: "site__in"}
    if scope in columns:
        return Q(**{columns[scope]: names})
    return Q(pk__in=ToldScope.objects.filter(scope=scope, digest__in=names).values("gesture"))


def given_in_wire_form(
    earlier: Iterable[Past], around: Surroundings, in_force: CharterInForce
) -> list[dict[str, object]]:
    """Return earlier gestures as the core reads them, each with the scopes it shares with what is asked about.

    A scope that no fact tells, or whose fact nobody has stated for one of the two, is counted over the whole history of
    the customer: what is not known never widens authority.
    """
    scopes = {counter.scope for counter in in_force.prepared.plan.counters}
    currency = in_force.charter.currency
    return [
        {
            "gesture": past.what,
            "amount": format_amount(past.amount or 0, currency),
            "at": past.given_at.isoformat(timespec="seconds"),
            "scopes": sorted(_shared(past, around, scopes)),
        }
        for past in earlier
    ]


def _shared(past: Past, around: Surroundings, scopes: set[str]) -> set[str]:
    """The scopes an earlier gesture shares with what is asked about."""
    actor, customer, mine = around.actor, around.customer, around.told
    in_case = past.case_id in around.incident
    of_customer = in_case or (bool(customer) and past.customer == customer)
    tracked = {
        CASE: in_case,
        CUSTOMER: of_customer,
        AGENT: past.given_by_id == actor.user_id,
        TEAM: actor.team_id is not None and past.team_id == actor.team_id,
        SITE: around.site_id is not None and past.site_id == around.site_id,
        **{scope: past.told.get(scope, digest if of_customer else "") == digest for scope, digest in mine.items()},
    }
    return {scope for scope in scopes if tracked.get(scope, of_customer)}

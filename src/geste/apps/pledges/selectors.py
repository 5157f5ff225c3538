"""Selectors of pledges: the wording and its signatures, reports of broken promises, and the reports of the quarters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from geste.apps.audit.pledge import OF_THE_HOUSE, PROPOSED, Promises, current_pledge
from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import colleagues, digest_of, holders
from geste.apps.pledges.days import day_of
from geste.apps.pledges.models import (
    Breach,
    BreachStep,
    Fate,
    PactSignature,
    PledgeReport,
    PledgeSignature,
    Protection,
    Wording,
)
from geste.apps.pledges.policies import READERS, may_read_breaches, may_see_reports

FEW = 10
"""In a house of so few, a line without a name may still say who wrote it, and the page says so."""


class NoSuchBreach(Exception):
    """There is no such report, or it is not this person's to read."""


class NoSuchReport(Exception):
    """No report of this quarter was issued."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The pledge as it is today: its version and promises, who signed them, and which leaders have not yet."""

    version: int
    promises: dict[str, Promises]
    signatures: tuple[PledgeSignature, ...]
    unsigned: tuple[User, ...]

    @property
    def is_own(self) -> bool:
        """Return whether leaders have put their names to it; without one it is the house's."""
        return bool(self.signatures)


def standing_pledge() -> Standing:
    """Return the pledge that holds today. Before leaders have signed one it is the house's."""
    version = current_pledge().version
    wording = Wording.objects.filter(version=version).first()
    if wording is None:
        return Standing(version, dict(PROPOSED), (), tuple(holders(DutyKind.LEADER)))
    return standing_of(wording)


def standing_of(wording: Wording) -> Standing:
    """Return a wording with its signatures and those it lacks."""
    signatures = tuple(wording.signatures.select_related("signed_by").order_by("signed_at", "pk"))
    signed = {signature.signed_by_id for signature in signatures}
    unsigned = tuple(leader for leader in holders(DutyKind.LEADER) if leader.pk not in signed)
    return Standing(wording.version, promises_in(wording), signatures, unsigned)


def wording_waiting() -> Wording | None:
    """Return the newest wording, if it is not in force yet."""
    newest = Wording.objects.select_related("put_forward_by").order_by("-version").first()
    return newest if newest is not None and newest.version > current_pledge().version else None


def is_waiting(wording: Wording) -> bool:
    """Return whether a wording still lacks a leader's signature."""
    return wording.version > current_pledge().version


def next_version() -> int:
    """Return the version that a new wording gets."""
    newest = Wording.objects.order_by("-version").first()
    return 1 + (OF_THE_HOUSE[-1].version if newest is None else newest.version)


def promises_in(wording: Wording) -> dict[str, Promises]:
    """Return the promises of a wording, by language."""
    return {
        language: Promises(*(getattr(wording, f"{promise}_{language}") for promise in Protection))
        for language in PROPOSED
    }


def has_signed_pact(actor: Actor) -> bool:
    """Return whether this person has promised their side, under the pledge that holds today. Only they ask."""
    return PactSignature.objects.filter(user_id=actor.user_id, version=current_pledge().version).exists()


def pact_signed_by() -> tuple[int, int]:
    """Return how many of how many people have promised their side under the pledge that holds today."""
    people = [user.pk for user in colleagues()]
    signed = PactSignature.objects.filter(version=current_pledge().version, user__in=people).count()
    return signed, len(people)


def readers_of(promise: str, *, said_by: int | None, concerns: int | None) -> list[User]:
    """Return who reads a report: keepers and representatives, leaders too where somebody was made to pay.

    Never whom it concerns, nor a manager of whoever said it: those it is about are kept out even if they hold the duty.
    """
    kinds = (*READERS, DutyKind.LEADER) if promise == Protection.PAYBACK.value else READERS
    people = {user.pk: user for kind in kinds for user in holders(kind)}
    out = {concerns, said_by} | _managers_of(said_by)
    return [user for pk, user in people.items() if pk not in out]


def is_house_small() -> bool:
    """Return whether so few people work here that a line without a name may still say who wrote it."""
    return len(colleagues()) <= FEW


def breaches_to_read(actor: Actor) -> list[Breach]:
    """Return the reports this person may read, the newest first.

    Raises:
        NotPermitted: they are neither keeper, representative nor leader.
    """
    require(may_read_breaches(actor))
    return [breach for breach in _breaches() if reads(actor, breach)]


def breach_to_read(actor: Actor, number: int) -> Breach:
    """Return one report.

    Raises:
        NotPermitted: the actor reads no reports.
        NoSuchBreach: there is none with this number that is theirs to read.
    """
    require(may_read_breaches(actor))
    breach = _breaches().filter(pk=number).first()
    if breach is None or not reads(actor, breach):
        raise NoSuchBreach(number)
    return breach


def own_breaches(actor: Actor) -> list[Breach]:
    """Return what this person has reported in their own name, the newest first."""
    return list(_breaches().filter(said_by_id=actor.user_id))


def breach_with_code(code: str) -> Breach | None:
    """Return the report whose author, without a name, was given these words to find it again."""
    return _breaches().filter(code_digest=digest_of(code)).first()


def reads(actor: Actor, breach: Breach) -> bool:
    """Return whether a report is this person's to read."""
    readers = readers_of(breach.promise, said_by=breach.said_by_id, concerns=breach.concerns_id)
    return actor.kind == "agent" and actor.user_id in {user.pk for user in readers}


def fate_of(breach: Breach) -> Fate:
    """Return how far a report has got."""
    steps = {step.fate for step in steps_of(breach)}
    return next((fate for fate in reversed(Fate) if fate.value in steps), Fate.RECEIVED)


def steps_of(breach: Breach) -> Sequence[BreachStep]:
    """Return what was done about a report, in order."""
    return sorted(breach.steps.all(), key=lambda step: (step.taken_at, step.pk))


def pledge_reports(actor: Actor) -> list[PledgeReport]:
    """Return the reports that were issued, the newest first.

    Raises:
        NotPermitted: software asks.
    """
    require(may_see_reports(actor))
    return list(_reports().order_by("-quarter"))


def pledge_report_of(actor: Actor, quarter: str) -> PledgeReport:
    """Return the report of a quarter.

    Raises:
        NotPermitted: software asks.
        NoSuchReport: none was issued.
    """
    require(may_see_reports(actor))
    found = _reports().filter(quarter=quarter).first()
    if found is None:
        raise NoSuchReport(quarter)
    return found


def breaches_said(since: datetime, until: datetime) -> list[Breach]:
    """Return the reports of these days, for counting."""
    return list(_breaches().filter(said_on__gte=day_of(since), said_on__lt=day_of(until)))


def _managers_of(user_id: int | None) -> set[int]:
    person = None if user_id is None else User.objects.filter(pk=user_id).first()
    if person is None or person.team_id is None:
        return set()
    return {user.pk for user in holders(DutyKind.MANAGER, person.team_id)}


def _breaches() -> QuerySet[Breach]:
    rows = Breach.objects.select_related("said_by", "concerns").prefetch_related("steps__taken_by")
    return rows.order_by("-said_on", "-pk")


def _reports() -> QuerySet[PledgeReport]:
    return PledgeReport.objects.select_related("issued_by", "countersignature__signed_by")

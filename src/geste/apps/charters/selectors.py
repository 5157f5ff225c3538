"""Selectors of charters: which version is in force and which comes next, what changed and who signed it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise

from django.db.models import F, Max, Prefetch, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.base.spelled import Spelled
from geste.apps.charters.models import Candidate, CharterText, Draft, Ending, Signature
from geste.apps.charters.next_version import NextVersion, next_version, respelled
from geste.apps.charters.notice import NOTICE
from geste.apps.charters.policies import may_draft
from geste.apps.charters.readings import reading_of
from geste.apps.charters.refusals import Overtaken
from geste.apps.people.models import User
from geste.core.charter.differ import Change, diff_charters
from geste.core.charter.syntax import Charter
from geste.core.decision.prepared import PreparedCharter, prepare


class NoCharterInForce(Exception):
    """No version of a charter is in force at that moment."""


class NoSuchVersion(Exception):
    """No version with this number is published."""


class NoSuchDraft(Exception):
    """There is no such draft, and nothing put forward from it."""


@dataclass(frozen=True, slots=True)
class CharterInForce:
    """A published version, read and prepared."""

    row: CharterText
    charter: Charter
    prepared: PreparedCharter


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version as the change log tells it. `before` is the version it followed, none for the first.

    One that `is_replaced` never began: a later one took its day.
    """

    row: CharterText
    before: CharterText | None
    signatures: tuple[Signature, ...]
    is_replaced: bool

    @property
    def writers(self) -> tuple[User, ...]:
        """Everybody who wrote on the draft it was published from, by name."""
        drafts = [signature.candidate.draft for signature in self.signatures if signature.candidate is not None]
        writers = {writer.pk: writer for draft in drafts[:1] for writer in draft.writers.all()}
        return tuple(sorted(writers.values(), key=lambda writer: writer.display_name))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it changed."""
        return () if self.before is None else changes_between(self.before, self.row)


def charter_in_force(*, at: datetime) -> CharterInForce:
    """Return the newest version whose effective date, in the offset of `at`, has come.

    Raises:
        NoCharterInForce: there is none yet.
    """
    rows = _newest_until(at.date())()
    if not rows:
        raise NoCharterInForce
    return ready(rows[0])


def upcoming_charter(*, at: datetime) -> CharterInForce | None:
    """Return the published version that takes effect next, or None if nothing is to come."""
    row = CharterText.objects.filter(effective__gt=at.date()).order_by("effective", "-version").first()
    return None if row is None else ready(row)


def charter_to_show(*, at: datetime) -> CharterInForce:
    """Return the version in force, or before the first one has begun, the first to come.

    Raises:
        NoCharterInForce: nothing is published.
    """
    try:
        return charter_in_force(at=at)
    except NoCharterInForce:
        upcoming = upcoming_charter(at=at)
        if upcoming is None:
            raise
        return upcoming


def newest_version() -> CharterText | None:
    """Return the version that a next one would follow, in force or still to come; none before the first."""
    return CharterText.objects.order_by("-effective", "-version").first()


def version_numbered(number: int) -> PublishedVersion:
    """Return a published version.

    Raises:
        NoSuchVersion: there is none with this number.
    """
    row = _signed_versions().filter(version=number).first()
    if row is None:
        raise NoSuchVersion
    earlier = CharterText.objects.filter(effective__lte=row.effective, version__lt=row.version)
    before = earlier.order_by("-effective", "-version").first()
    return _published([(row, before)])[0]


def published_versions(*, older_than: int | None = None, most: int = 20) -> list[PublishedVersion]:
    """Return the versions from the newest on, at most so many, with the one each of them followed."""
    rows = _signed_versions() if older_than is None else _signed_versions().filter(version__lt=older_than)
    found = list(rows[: most + 1])
    pairs = [(row, before) for row, before in pairwise([*found, None]) if row is not None]
    return _published(pairs[:most])


def changes_between(old: CharterText, new: CharterText) -> tuple[Change, ...]:
    """Return what changed from one published version to another."""
    return _changes(old.text, new.text)


def charter_of(row: CharterText) -> Charter:
    """Return a published version, read."""
    return _read(row.text)


def ready(row: CharterText) -> CharterInForce:
    """Return a version of the charter read and prepared."""
    return CharterInForce(row, _read(row.text), _prepared(row.text))


def next_version_spelled(text: str, *, today: date) -> NextVersion:
    """Return what a text would be as the next version of the charter, published `today`.

    Raises:
        CharterRefused: the text has errors.
    """
    newest = newest_version()
    return next_version(reading_of(text), None if newest is None else charter_of(newest), today=today)


def version_to_begin_with(text: str, *, today: date) -> str:
    """Return a charter's text as a draft of the next version: the next number, this company's own id, and a day.

    The day leaves time for notice; whoever takes nothing back may choose an earlier one.
    """
    newest = newest_version()
    if newest is None:
        return respelled(text, version=1, effective=today)
    day = max(today + NOTICE, newest.effective)
    return respelled(text, charter_id=newest.charter_id, version=newest.version + 1, effective=day)


def drafts(actor: Actor, *, ending: Ending | None = None) -> list[Draft]:
    """Return the drafts that are open, or those that ended so, last saved first.

    Raises:
        NotPermitted: the actor is no steward.
    """
    return list(_drafts_for(actor).filter(ending=ending or "").order_by("-saved_at", "-pk"))


def draft_numbered(actor: Actor, number: int) -> Draft:
    """Return a draft, open or ended.

    Raises:
        NotPermitted: the actor is no steward.
        NoSuchDraft: there is none with this number.
    """
    draft = _drafts_for(actor).filter(pk=number).first()
    if draft is None:
        raise NoSuchDraft
    return draft


def waiting_candidates(actor: Actor) -> list[Candidate]:
    """Return what waits for a signature: put forward, and not written on since.

    Raises:
        NotPermitted: the actor is no steward.
    """
    waiting = _candidates_for(actor).filter(draft__ending="", revision=F("draft__revision"))
    return list(waiting.order_by("put_forward_at", "pk"))


def candidate_numbered(actor: Actor, number: int) -> Candidate:
    """Return what was put forward, waiting or not.

    Raises:
        NotPermitted: the actor is no steward.
        NoSuchDraft: there is none with this number.
    """
    candidate = _candidates_for(actor).filter(pk=number).first()
    if candidate is None:
        raise NoSuchDraft
    return candidate


def published_from(candidate: Candidate) -> CharterText | None:
    """Return the version a candidate became, or None if it is none yet."""
    signature = Signature.objects.select_related("charter_text").filter(candidate=candidate).first()
    return None if signature is None else signature.charter_text


def overtaken_by(candidate: Candidate) -> Overtaken | None:
    """Return what came between a candidate and its second signature, or None if it may still be signed."""
    if candidate.draft.ending:
        return "draft.ended"
    if candidate.draft.revision != candidate.revision:
        return "draft.changed"
    newest = newest_version()
    return None if candidate.before_id == (newest and newest.pk) else "version.published"


def draft_for_writing(number: int) -> Draft:
    """Return the draft as it is now, held until the caller's transaction ends.

    Raises:
        NoSuchDraft: there is none with this number.
    """
    draft = Draft.objects.select_for_update().filter(pk=number).first()
    if draft is None:
        raise NoSuchDraft
    return draft


def _drafts_for(actor: Actor) -> QuerySet[Draft]:
    require(may_draft(actor))
    return Draft.objects.select_related("saved_by")


def _candidates_for(actor: Actor) -> QuerySet[Candidate]:
    require(may_draft(actor))
    return Candidate.objects.select_related("draft", "before", "put_forward_by")


def _signed_versions() -> QuerySet[CharterText]:
    signatures = Signature.objects.select_related("signed_by", "candidate__draft")
    in_order = signatures.order_by("signed_at", "pk").prefetch_related("candidate__draft__writers")
    rows = CharterText.objects.select_related("published_by").order_by("-effective", "-version")
    return rows.prefetch_related(Prefetch("signatures", in_order))


def _published(pairs: list[tuple[CharterText, CharterText | None]]) -> list[PublishedVersion]:
    days = CharterText.objects.filter(effective__in={row.effective for row, _ in pairs}).values_list("effective")
    last_of = dict(days.annotate(last=Max("version")))
    return [
        PublishedVersion(row, before, tuple(row.signatures.all()), is_replaced=last_of[row.effective] != row.version)
        for row, before in pairs
    ]


@lru_cache(maxsize=64)
def _newest_until(day: date) -> Spelled[CharterText]:
    """Return what finds the newest version of a day. What it finds may change; how it asks does not."""
    return Spelled(lambda: CharterText.objects.filter(effective__lte=day).order_by("-effective", "-version")[:1])


@lru_cache(maxsize=64)
def _read(text: str) -> Charter:
    charter = reading_of(text).charter
    assert charter is not None, "only sound charters are published"
    return charter


@lru_cache(maxsize=32)
def _prepared(text: str) -> PreparedCharter:
    return prepare(_read(text))


@lru_cache(maxsize=64)
def _changes(old: str, new: str) -> tuple[Change, ...]:
    return diff_charters(_read(old), _read(new))

"""Write a version: the one place that makes a row of a published charter."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from geste.apps.base.events import emit
from geste.apps.charters.events import CharterPublished
from geste.apps.charters.models import Candidate, CharterText, Part, Signature
from geste.apps.charters.refusals import VersionTaken
from geste.apps.charters.selectors import next_version_spelled
from geste.core.charter.formatter import digest_of


@dataclass(frozen=True, slots=True)
class Signed:
    """Who did what for a version, and when."""

    user_id: int
    part: Part
    at: datetime


def hold_versions() -> None:
    """Let nobody else publish until the caller's transaction ends.

    PostgreSQL locks the newest version; SQLite has one writer anyway. Before the first version there is nothing to
    hold, and the database itself keeps a version from being written twice.
    """
    list(CharterText.objects.select_for_update().order_by("-effective", "-version")[:1])


def write_version(
    text: str,
    *,
    written_reason: str,
    signed: tuple[Signed, ...],
    now: datetime,
    candidate: Candidate | None = None,
) -> CharterText:
    """Return a text as the next version, in force from its effective date. The last to sign publishes it.

    Assumes a transaction that holds the versions.

    Raises:
        PublicationRefused: the text has errors, or this version may not be published, or not from that day.
    """
    following = next_version_spelled(text, today=now.date())
    for refusal in following.refusals(written_reason):
        raise refusal

    charter = following.charter
    try:
        with transaction.atomic():
            row = CharterText.objects.create(
                charter_id=charter.id,
                version=charter.version,
                digest=digest_of(charter),
                effective=charter.effective,
                text=text,
                written_reason=written_reason.strip(),
                published_at=now,
                published_by_id=signed[-1].user_id,
            )
    except IntegrityError as error:
        raise VersionTaken(charter.version) from error
    for each in signed:
        Signature.objects.create(
            charter_text=row, candidate=candidate, part=each.part, signed_at=each.at, signed_by_id=each.user_id
        )

    emit(CharterPublished(at=now, charter_text_id=row.pk))
    return row

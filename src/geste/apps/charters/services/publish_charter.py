"""Publish: put a sound charter text into force from its effective date."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.charters.events import CharterPublished
from geste.apps.charters.models import CharterText
from geste.apps.charters.policies import may_publish
from geste.core.charter.reading import read_charter
from geste.core.findings import Finding


class CharterRefused(Exception):
    """The text is not sound; `findings` say where and why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class VersionTaken(Exception):
    """Another text has been published under this version already."""


@transaction.atomic(durable=True)
def publish_charter(*, actor: Actor, text: str, now: datetime) -> CharterText:
    """Publish `text` as the version it says it is. The same text again changes nothing.

    Raises:
        NotPermitted: the actor is no steward.
        CharterRefused: the text has errors.
        VersionTaken: this version exists with other words; published versions never change.
    """
    require(may_publish(actor))

    reading = read_charter(text)
    if reading.charter is None or reading.digest is None:
        raise CharterRefused(reading.findings)
    charter = reading.charter
    published = CharterText.objects.filter(charter_id=charter.id, version=charter.version).first()

    if published is not None and published.digest != reading.digest:
        raise VersionTaken
    if published is not None:
        return published

    row = CharterText.objects.create(
        charter_id=charter.id,
        version=charter.version,
        digest=reading.digest,
        effective=charter.effective,
        text=text,
        published_at=now,
        published_by_id=actor.user_id,
    )

    emit(CharterPublished(at=now, charter_text_id=row.pk))
    return row

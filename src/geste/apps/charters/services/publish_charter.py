"""Publish: put a sound charter text into force from its effective date, in one step, as the only steward."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import CharterText, Part
from geste.apps.charters.policies import may_draft, may_publish
from geste.apps.charters.readings import reading_of
from geste.apps.charters.refusals import CharterRefused, PublicationRefused, VersionTaken
from geste.apps.charters.services.write_version import Signed, hold_versions, write_version
from geste.apps.people.selectors import stewards

__all__ = ["CharterRefused", "PublicationRefused", "VersionTaken", "publish_charter"]


@transaction.atomic(durable=True)
def publish_charter(*, actor: Actor, text: str, now: datetime, written_reason: str = "") -> CharterText:
    """Publish `text` as the version it says it is. The same text again changes nothing.

    Raises:
        NotPermitted: the actor is no steward, or there is another steward, who must sign what this one puts forward.
        CharterRefused: the text has errors.
        VersionTaken: this version, or a later one, exists with other words; published versions never change.
        WrittenReasonMissing: it takes something back, and nobody says why.
        EffectiveTooEarly: it takes effect in the past, before the version it follows, or without notice of what it
            takes back.
    """
    require(may_draft(actor))
    hold_versions()

    published = _published_already(text)
    if published is not None:
        return published

    require(may_publish(actor, [user.pk for user in stewards()]))
    signed = (Signed(actor.user_id, Part.ALONE, now),)
    return write_version(text, written_reason=written_reason, signed=signed, now=now)


def _published_already(text: str) -> CharterText | None:
    reading = reading_of(text)
    if reading.charter is None:
        raise CharterRefused(reading.findings)
    charter = reading.charter
    rows = CharterText.objects.filter(charter_id=charter.id, version=charter.version, digest=reading.digest)
    return rows.first()

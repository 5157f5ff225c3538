"""Share a file: its person gives somebody a way to it, for a while; each opening is kept, and told to them."""

from datetime import datetime, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.selectors import digest_of
from geste.apps.portraits.events import LookedAt
from geste.apps.portraits.files import link_for, own_file, own_link
from geste.apps.portraits.models import EvidenceFile, EvidenceLink, Look
from geste.apps.portraits.models.evidence_file import FOR_CHARACTERS
from geste.apps.portraits.models.look import Seen
from geste.apps.portraits.policies import may_share_file
from geste.apps.portraits.refusals import PortraitRefused

DAYS = (7, 30, 90)


@transaction.atomic(durable=True)
def share_file(*, actor: Actor, file_id: int, given_to: str, days: int, secret: str, now: datetime) -> EvidenceLink:
    """Return a way to a file. The caller makes `secret` by chance and shows it once; only its digest is kept.

    Raises:
        NotPermitted: it is somebody else's.
        PortraitRefused: it would end on no day there is to choose, or says too much of whom it is for.
        NoSuchThing: there is no such file.
    """
    file = own_file(actor, file_id)
    require(may_share_file(actor, file))
    if days not in DAYS:
        raise PortraitRefused("link.days")
    if len(given_to.strip()) > FOR_CHARACTERS:
        raise PortraitRefused("link.too_long")

    return EvidenceLink.objects.create(
        file=file,
        digest=digest_of(secret),
        given_to=given_to.strip(),
        made_at=now,
        until=now + timedelta(days=days),
    )


@transaction.atomic(durable=True)
def end_link(*, actor: Actor, link_id: int, now: datetime) -> None:
    """End a way to a file at once. Ending it twice is ending it once.

    Raises:
        NotPermitted: the file is somebody else's.
        NoSuchThing: there is none.
    """
    link = own_link(actor, link_id)
    require(may_share_file(actor, link.file))

    EvidenceLink.objects.filter(pk=link.pk, ended_at=None).update(ended_at=now)


@transaction.atomic(durable=True)
def open_shared(*, secret: str, now: datetime) -> EvidenceFile:
    """Return the file a link leads to, for whoever holds it, and keep that it was opened.

    Raises:
        NoSuchThing: there is no such link, or it has ended.
    """
    link = link_for(secret, now=now)

    look = Look.objects.create(person_id=link.file.person_id, link=link, seen=Seen.FILE.value, looked_at=now)
    emit(LookedAt(at=now, look_id=look.pk))
    return link.file

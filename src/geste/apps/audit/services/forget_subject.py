"""Forget subject: destroy what hides somebody on the leaves. The log tells of it, and proofs stay valid."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.models import VaultKey
from geste.apps.audit.services.add_leaves import Draft, add_leaves
from geste.core.receipts.envelope import EVENT
from geste.core.receipts.payload import event_payload


@transaction.atomic
def forget_subject(*, subject: str, now: datetime) -> bool:
    """Destroy the key of a subject, so that nobody can open its commitments or link its pseudonyms again.

    For services that ask first who may, in their own transaction.
    Returns whether there was one. The leaf that tells of it names the key's handle, so that a backup restored from an
    earlier day can be made to forget as well.
    """
    key = VaultKey.objects.filter(subject=subject).first()
    if key is None:
        return False
    at, handle = now.isoformat(), key.handle
    add_leaves(
        [
            Draft(
                EVENT,
                lambda index, key_id: event_payload("forgotten", index=index, key_id=key_id, at=at, handle=handle),
            )
        ],
        at=at,
    )
    key.delete()
    return True

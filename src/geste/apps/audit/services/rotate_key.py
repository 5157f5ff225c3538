"""Rotate key: a new key signs from here on. The old one vouches for it in the log, and is then destroyed."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.ports import keyring
from geste.apps.audit.services.add_leaves import held_head, tell_of_key
from geste.apps.audit.services.include_leaves import include_in
from geste.core.log.checkpoint import PublicKey
from geste.core.receipts.payload import KeyEvent


def rotate_key(*, because: KeyEvent, now: datetime) -> PublicKey:
    """Change the key and return the new one. `because` says whether it was time or whether the old one is compromised.

    Interrupted anywhere, the log and the keyring agree again at the next signature.

    Raises:
        KeyMissing: the old key cannot be found, so nothing can vouch for the new one.
    """
    with transaction.atomic(durable=True):
        head = held_head(at=now.isoformat())
        successor = keyring().successor()
        if PublicKey(head.origin, successor.public).id == head.key:  # an earlier change ended before its last step
            keyring().succeed()
            successor = keyring().successor()
        key = tell_of_key(head, because, successor.public, now.isoformat())
        head.key = key.id
        head.save()
        include_in(head)
    keyring().succeed()
    return key

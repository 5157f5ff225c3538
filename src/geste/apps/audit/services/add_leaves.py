"""Add leaves: the one place where the log grows. Whoever adds holds its end until the transaction is over."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from geste.apps.audit.models import Head, Leaf, SigningKey, Tree
from geste.apps.audit.ports import Signer, keyring
from geste.apps.audit.services.include_leaves import include_in
from geste.apps.base.rows import add_rows, change_rows
from geste.apps.base.spelled import Spelled
from geste.core.log.checkpoint import PublicKey
from geste.core.receipts.envelope import EVENT, sealed
from geste.core.receipts.payload import event_payload, leaf_of

LOG = "log"
ORIGIN = "geste-"
ORIGIN_CHARACTERS = 16


_held = Spelled(lambda: Head.objects.select_for_update().filter(name=LOG))


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be a leaf: its type, and its payload once its number and the signing key are known."""

    payload_type: str
    payload: Callable[[int, str], bytes]


def add_leaves(drafts: Sequence[Draft], *, at: str) -> list[Leaf]:
    """Sign these and write them at the end of the log, in this order, inside the caller's transaction.

    On the embedded database they are under a checkpoint at once; elsewhere `include_leaves` follows, so that nobody
    waits behind the tree. `at` is the moment as text, for the first leaf of all.

    Raises:
        KeyMissing: the key that signs for this house cannot be found.
    """
    assert transaction.get_connection().in_atomic_block, "a receipt is true only together with what it tells"
    head = held_head(at=at)
    rows = _written(head, drafts, keyring().signer(head.key))
    change_rows([head], ["size"])
    if connection.vendor == "sqlite":
        include_in(head, rows)
    return rows


def held_head(*, at: str) -> Head:
    """Return the end of the log, held until the caller's transaction ends. An empty log begins with its key."""
    head = next(iter(_held()), None)
    if head is None:
        signer = keyring().current()
        key = PublicKey(ORIGIN, signer.public)
        origin = f"{ORIGIN}{key.id[:ORIGIN_CHARACTERS]}"
        Tree.objects.bulk_create([Tree(name=LOG)], ignore_conflicts=True)
        Head.objects.bulk_create([Head(name=LOG, origin=origin, key=key.id)], ignore_conflicts=True)
        head = Head.objects.select_for_update().get(name=LOG)
    if head.size == 0:
        tell_of_key(head, "made", keyring().signer(head.key).public, at)
    return head


def tell_of_key(head: Head, event: str, public: bytes, at: str) -> PublicKey:
    """Write into the log that from here on this key may sign; the caller holds the end of the log and saves it."""
    leaf = _written(head, [_key_leaf(event, public, at)], keyring().signer(head.key))[0]
    key = PublicKey(head.origin, public)
    SigningKey.objects.create(key=key.id, public=public, told_by=leaf.index)
    return key


def _key_leaf(event: str, public: bytes, at: str) -> Draft:
    spelled = base64.b64encode(public).decode("ascii")
    return Draft(EVENT, lambda index, key_id: event_payload(event, index=index, key_id=key_id, at=at, public=spelled))


def _written(head: Head, drafts: Sequence[Draft], signer: Signer) -> list[Leaf]:
    rows = []
    for index, draft in enumerate(drafts, head.size):
        envelope = sealed(draft.payload_type, draft.payload(index, head.key), head.key, signer.sign)
        rows.append(Leaf(index=index, leaf=leaf_of(envelope.payload), key=head.key, signature=envelope.signature))
    add_rows(rows)
    head.size += len(rows)
    return rows

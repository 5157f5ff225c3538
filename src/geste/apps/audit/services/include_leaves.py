"""Include leaves: put what is signed under the root of the tree, and sign a checkpoint over it."""

from django.db import transaction

from geste.apps.audit.models import Checkpoint, Head, Leaf, Node
from geste.apps.audit.ports import keyring
from geste.core.log import checkpoint, tree
from geste.core.log.checkpoint import PublicKey

AT_ONCE = 1_024


@transaction.atomic(durable=True)
def include_leaves(*, at_most: int = AT_ONCE) -> int:
    """Include up to so many leaves that wait for it, oldest first; return how many it were.

    Called at least every second by whoever carries out what waits; a receipt says "included" only afterwards.
    """
    head = Head.objects.select_for_update().first()
    if head is None or head.included == head.size:
        return 0
    included = include_held(head, at_most=at_most)
    head.save()
    return included


def include_held(head: Head, *, at_most: int = AT_ONCE) -> int:
    """Include leaves in a log whose end the caller holds and saves."""
    end = min(head.size, head.included + at_most)
    waiting = Leaf.objects.filter(index__gte=head.included, index__lt=end).order_by("index")
    edge = tree.Edge(head.included, _edge_hashes(head.included))
    filled = [node for leaf in waiting for node in edge.append(tree.hash_leaf(bytes(leaf.leaf)))]
    assert edge.size == end, "the log has no gaps"
    Node.objects.bulk_create([Node(place=node.place, hash=found) for node, found in filled if node.level > 0])
    signer = keyring().signer(head.key)
    note = checkpoint.Checkpoint(head.origin, edge.size, edge.root).signed(
        PublicKey(head.origin, signer.public), signer.sign
    )
    Checkpoint.objects.create(size=edge.size, note=note)
    included = end - head.included
    head.included = end
    return included


def _edge_hashes(size: int) -> list[bytes]:
    parts = tree.parts_of(range(size))
    places = {node.place for node in parts if node.level > 0}
    kept = {row.place: bytes(row.hash) for row in Node.objects.filter(place__in=places)}
    return [kept[node.place] if node.level else _leaf_hash(node.position) for node in parts]


def _leaf_hash(index: int) -> bytes:
    return tree.hash_leaf(bytes(Leaf.objects.get(index=index).leaf))

"""Include leaves: put what is signed under the root of the tree, and sign a checkpoint over it."""

from django.db import transaction

from geste.apps.audit.models import Checkpoint, Head, Leaf, Node, Tree
from geste.apps.audit.ports import keyring
from geste.apps.base.rows import add_rows
from geste.core.log import checkpoint, tree
from geste.core.log.checkpoint import PublicKey

AT_ONCE = 1_024


@transaction.atomic(durable=True)
def include_leaves(*, at_most: int = AT_ONCE) -> int:
    """Include up to so many leaves that wait for it, oldest first; return how many it were.

    Called at least every second by whoever works behind the desks; a receipt says that it is in the log only
    afterwards. Nobody who decides waits for it.

    Raises:
        KeyMissing: the key was changed just now, or cannot be found.
    """
    head = Head.objects.first()
    return 0 if head is None else include_in(head, at_most=at_most)


def include_in(head: Head, *, at_most: int = AT_ONCE) -> int:
    """Include leaves inside the caller's transaction; return how many it were."""
    reached = Tree.objects.select_for_update().get()
    waiting = Leaf.objects.filter(index__gte=reached.included).order_by("index")
    edge = tree.Edge(reached.included, _edge_hashes(reached.included))
    filled = [node for leaf in waiting[:at_most] for node in edge.append(tree.hash_leaf(bytes(leaf.leaf)))]
    included = edge.size - reached.included
    if included == 0:
        return 0
    add_rows([Node(place=node.place, hash=found) for node, found in filled if node.level > 0])
    signer = keyring().signer(head.key)
    key = PublicKey(head.origin, signer.public)
    note = checkpoint.Checkpoint(head.origin, edge.size, edge.root).signed(key, signer.sign)
    Checkpoint.objects.create(size=edge.size, note=note)
    reached.included = edge.size
    reached.save()
    return included


def _edge_hashes(size: int) -> list[bytes]:
    parts = tree.parts_of(range(size))
    places = {node.place for node in parts if node.level > 0}
    kept = {row.place: bytes(row.hash) for row in Node.objects.filter(place__in=places)}
    return [kept[node.place] if node.level else _leaf_hash(node.position) for node in parts]


def _leaf_hash(index: int) -> bytes:
    return tree.hash_leaf(bytes(Leaf.objects.get(index=index).leaf))

"""Include leaves: put what is signed under the root of the tree, and sign a checkpoint over it."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Subquery

from geste.apps.audit.models import Checkpoint, Head, Leaf, Node, Tree
from geste.apps.audit.ports import keyring
from geste.apps.base.rows import add_rows, change_rows
from geste.apps.base.spelled import Asked, Spelled
from geste.core.log import checkpoint, tree
from geste.core.log.checkpoint import PublicKey

AT_ONCE = 1_024

_reached = Spelled(Tree.objects.select_for_update)
_nodes = Spelled(lambda: Node.objects.filter(place__among=Asked("places")).values_list("place", "hash"))
_leaves = Spelled(lambda: Leaf.objects.filter(index__among=Asked("indexes")).values_list("index", "leaf"))


def include_leaves(*, at_most: int = AT_ONCE) -> int:
    """Include up to so many leaves that wait for it, oldest first; return how many it were.

    Called at least every second by whoever works behind the desks; a receipt says that it is in the log only
    afterwards. Nobody who decides waits for it.

    Raises:
        KeyMissing: the key was changed just now, or cannot be found.
    """
    waiting = Head.objects.filter(size__gt=Subquery(Tree.objects.values("included")[:1]))
    return _include(at_most) if waiting.exists() else 0


@transaction.atomic(durable=True)
def _include(at_most: int) -> int:
    return include_in(Head.objects.get(), at_most=at_most)


def include_in(head: Head, fresh: Sequence[Leaf] = (), *, at_most: int = AT_ONCE) -> int:
    """Include leaves inside the caller's transaction; return how many it were.

    The caller may have written the last ones just now: if no others wait they are taken as they are.
    """
    (reached,) = _reached()
    edge = tree.Edge(reached.included, _edge_hashes(reached.included))
    waiting = fresh if fresh and fresh[0].index == reached.included else _waiting(reached.included, at_most)
    filled = [node for leaf in waiting for node in edge.append(tree.hash_leaf(bytes(leaf.leaf)))]
    included = edge.size - reached.included
    if included == 0:
        return 0
    add_rows([Node(place=node.place, hash=found) for node, found in filled if node.level > 0])
    signer = keyring().signer(head.key)
    key = PublicKey(head.origin, signer.public)
    note = checkpoint.Checkpoint(head.origin, edge.size, edge.root).signed(key, signer.sign)
    add_rows([Checkpoint(size=edge.size, note=note)])
    reached.included = edge.size
    change_rows([reached], ["included"])
    return included


def _waiting(included: int, at_most: int) -> Iterable[Leaf]:
    return Leaf.objects.filter(index__gte=included).order_by("index")[:at_most]


def _edge_hashes(size: int) -> list[bytes]:
    parts = tree.parts_of(range(size))
    kept = {place: bytes(found) for place, found in _nodes(places=[node.place for node in parts if node.level > 0])}
    leaves = {index: bytes(leaf) for index, leaf in _leaves(indexes=[it.position for it in parts if it.level == 0])}
    return [kept[node.place] if node.level else tree.hash_leaf(leaves[node.position]) for node in parts]

"""Tree: a Merkle tree over leaves in order, grown at its right edge. Where hashes are kept is another matter.

Every subtree that is full never changes again and is stored once, as the node at its level and position; level 0 are
the leaves. What is not full is put together from at most one full subtree of each level (RFC 9162, 2.1).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple

LEAF_TAG, NODE_TAG = b"\x00", b"\x01"
EMPTY_ROOT = hashlib.sha256().digest()


class Node(NamedTuple):
    """A full subtree: `2 ** level` leaves, the `position`th of them from the left."""

    level: int
    position: int

    @property
    def place(self) -> int:
        """Return the number under which the node is kept: each has its own, and none moves when the tree grows."""
        return (2 * self.position + 1) * (1 << self.level) - 1

    @property
    def leaves(self) -> range:
        """Return the leaves below."""
        return range(self.position << self.level, (self.position + 1) << self.level)


HashOf = Callable[[Node], bytes]


def hash_leaf(leaf: bytes) -> bytes:
    """Return the hash of a leaf; the tag keeps a leaf from being taken for a node."""
    return hashlib.sha256(LEAF_TAG + leaf).digest()


def hash_node(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees side by side."""
    return hashlib.sha256(NODE_TAG + left + right).digest()


def parts_of(leaves: range) -> tuple[Node, ...]:
    """Return the full subtrees that make up the subtree over some leaves, from the left, each the largest possible."""
    parts, start = [], leaves.start
    while start < leaves.stop:
        level = (leaves.stop - start).bit_length() - 1
        parts.append(Node(level, start >> level))
        start += 1 << level
    return tuple(parts)


def folded(hashes: Sequence[bytes]) -> bytes:
    """Return the hash of the subtree made up of these full ones; of none, the root of the empty tree."""
    if not hashes:
        return EMPTY_ROOT
    return reduce(lambda right, left: hash_node(left, right), reversed(hashes))


class Edge:
    """The right edge of a tree: what it takes to grow it, one hash for each of its full subtrees."""

    __slots__ = ("_hashes", "size")

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self._hashes = list(hashes)
        assert len(self._hashes) == size.bit_count(), "one hash for each full subtree"

    @property
    def root(self) -> bytes:
        """Return the root of the tree as it is now."""
        return folded(self._hashes)

    def append(self, leaf_hash: bytes) -> Iterator[tuple[Node, bytes]]:
        """Add a leaf; yield it and every subtree that it fills, from the smallest."""
        index, level, filled = self.size, 0, leaf_hash
        self.size += 1
        yield Node(0, index), filled
        while (index >> level) & 1:
            filled = hash_node(self._hashes.pop(), filled)
            level += 1
            yield Node(level, index >> level), filled
        self._hashes.append(filled)


def inclusion_parts(index: int, size: int) -> tuple[range, ...]:
    """Return the leaves under each hash of the proof that a leaf is in the tree of `size` leaves, nearest first."""
    assert 0 <= index < size, "only what is in the tree can be proved to be"
    path, leaves = [], range(size)
    while len(leaves) > 1:
        left, right = _halves(leaves)
        leaves, beside = (left, right) if index in left else (right, left)
        path.append(beside)
    return tuple(reversed(path))


def consistency_parts(old: int, new: int) -> tuple[range, ...]:
    """Return the leaves under each hash of the proof that the tree of `new` leaves begins with that of `old`."""
    assert 0 < old <= new, "the empty tree begins every other"
    path, leaves = [], range(new)
    while leaves.stop != old:
        left, right = _halves(leaves)
        leaves, beside = (left, right) if old <= left.stop else (right, left)
        path.append(beside)
    # A tree that is there whole is known to whoever asks; only a part of it has to be shown.
    return tuple(reversed(path)) if leaves.start == 0 else (leaves, *reversed(path))


def proof_of(parts: Sequence[range], hash_of: HashOf) -> tuple[bytes, ...]:
    """Return the hashes of a proof."""
    return tuple(folded([hash_of(node) for node in parts_of(leaves)]) for leaves in parts)


def _halves(leaves: range) -> tuple[range, range]:
    """The left half is the largest full subtree that leaves something to the right of it."""
    middle = leaves.start + (1 << (len(leaves) - 1).bit_length() - 1)
    return range(leaves.start, middle), range(middle, leaves.stop)

"""Proof: what a hash path shows about a tree one has only the root of (RFC 9162, 2.1.3.2 and 2.1.4.2)."""

import hmac
from collections.abc import Sequence

from geste.core.log.tree import hash_node


def proves_inclusion(leaf_hash: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Return whether `path` shows that this leaf is at `index` of the tree of `size` leaves with this root."""
    if not 0 <= index < size:
        return False
    sides = _sides(index, size - 1)
    if len(sides) != len(path):
        return False
    reached = leaf_hash
    for is_left, beside in zip(sides, path, strict=True):
        reached = hash_node(beside, reached) if is_left else hash_node(reached, beside)
    return hmac.compare_digest(reached, root)


def proves_consistency(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Return whether `path` shows that the tree of `new` leaves begins with all leaves of the tree of `old`."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and hmac.compare_digest(old_root, new_root)
    shared = (~(old - 1) & old).bit_length() - 1  # as many levels as the last leaf of the old tree is a right one on
    sides = _sides((old - 1) >> shared, (new - 1) >> shared)
    # An old tree that is full is itself the first hash, so nobody sends it.
    hashes = [old_root, *path] if old.bit_count() == 1 else list(path)
    if len(sides) != len(hashes) - 1:
        return False
    seen_old = seen_new = hashes[0]
    for is_left, beside in zip(sides, hashes[1:], strict=True):
        if is_left:
            seen_old, seen_new = hash_node(beside, seen_old), hash_node(beside, seen_new)
        else:
            seen_new = hash_node(seen_new, beside)
    return hmac.compare_digest(seen_old, old_root) and hmac.compare_digest(seen_new, new_root)


def _sides(position: int, last: int) -> list[bool]:
    """Whether each hash on the way up stands on the left; a subtree at the right edge goes up alone where it can."""
    sides = []
    while last:
        is_left = bool(position & 1) or position == last
        while is_left and not position & 1:
            position, last = position >> 1, last >> 1
        sides.append(is_left)
        position, last = position >> 1, last >> 1
    return sides

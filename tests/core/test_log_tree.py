"""The tree: as published roots and proofs have it, for every size and every pair of sizes."""

from collections.abc import Iterator

import pytest

from geste.core.log.proof import proves_consistency, proves_inclusion
from geste.core.log.tree import (
    EMPTY_ROOT,
    Edge,
    HashOf,
    Node,
    consistency_parts,
    folded,
    hash_leaf,
    hash_node,
    inclusion_parts,
    parts_of,
    proof_of,
)

SIZES = range(1, 33)
"""Up to the fifth power of two; from one power to the next nothing about a tree is new."""

# The test data of the reference implementation of Certificate Transparency (google/certificate-transparency,
# cpp/merkletree/merkle_tree_test.cc; the same in github.com/transparency-dev/merkle, testonly/constants.go).
CT_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
L0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
L1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
L4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
N01 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
N23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
N45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
N67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
N03 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
N47 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
CT_INCLUSION = [(0, 1, []), (0, 8, [L1, N23, N47]), (5, 8, [L4, N67, N03]), (2, 3, [N01]), (1, 5, [L0, N23, L4])]
CT_CONSISTENCY = [(1, 1, []), (1, 8, [L1, N23, N47]), (6, 8, [N45, N67, N03]), (2, 5, [N23, L4])]


def root_by_the_definition(hashes: list[bytes]) -> bytes:
    """Return the root as RFC 6962, 2.1 defines it: a third way, which knows nothing of edges and nodes."""
    if len(hashes) < 2:
        return hashes[0] if hashes else EMPTY_ROOT
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return hash_node(root_by_the_definition(hashes[:k]), root_by_the_definition(hashes[k:]))


def grown(leaves: list[bytes]) -> tuple[list[bytes], dict[Node, bytes]]:
    """Return the root after each leaf, and every node kept on the way."""
    edge, kept, roots = Edge(), dict[Node, bytes](), []
    for leaf in leaves:
        kept.update(edge.append(hash_leaf(leaf)))
        roots.append(edge.root)
    return roots, kept


def from_kept(kept: dict[Node, bytes]) -> HashOf:
    return lambda node: kept[node]


LEAVES = [b"leaf %d" % number for number in SIZES]
ROOTS, KEPT = grown(LEAVES)


def test_the_published_roots() -> None:
    roots, _ = grown(CT_LEAVES)

    assert [root.hex() for root in roots] == CT_ROOTS
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(("index", "size", "path"), CT_INCLUSION)
def test_the_published_inclusion_proofs(index: int, size: int, path: list[str]) -> None:
    roots, kept = grown(CT_LEAVES)

    proof = proof_of(inclusion_parts(index, size), from_kept(kept))

    assert [part.hex() for part in proof] == path
    assert proves_inclusion(hash_leaf(CT_LEAVES[index]), index, size, proof, roots[size - 1])


@pytest.mark.parametrize(("old", "new", "path"), CT_CONSISTENCY)
def test_the_published_consistency_proofs(old: int, new: int, path: list[str]) -> None:
    roots, kept = grown(CT_LEAVES)

    proof = proof_of(consistency_parts(old, new), from_kept(kept))

    assert [part.hex() for part in proof] == path
    assert proves_consistency(old, new, proof, roots[old - 1], roots[new - 1])


def test_every_root_is_the_one_the_definition_gives() -> None:
    hashes = [hash_leaf(leaf) for leaf in LEAVES]

    assert [root_by_the_definition(hashes[:size]) for size in SIZES] == ROOTS


def test_every_leaf_is_proved_in_every_tree_and_at_no_other_place() -> None:
    for size in SIZES:
        for index in range(size):
            proof = proof_of(inclusion_parts(index, size), from_kept(KEPT))
            leaf, root = hash_leaf(LEAVES[index]), ROOTS[size - 1]

            assert proves_inclusion(leaf, index, size, proof, root)
            elsewhere = [other for other in range(size + 1) if other != index]
            assert not any(proves_inclusion(leaf, other, size, proof, root) for other in elsewhere)


def test_every_tree_is_proved_to_begin_every_later_one() -> None:
    for new in SIZES:
        for old in range(1, new + 1):
            proof = proof_of(consistency_parts(old, new), from_kept(KEPT))

            assert proves_consistency(old, new, proof, ROOTS[old - 1], ROOTS[new - 1])


def damaged(proof: tuple[bytes, ...]) -> Iterator[tuple[bytes, ...]]:
    """Yield the proof with each of its hashes altered, missing or doubled, and with one too many."""
    for at, part in enumerate(proof):
        yield (*proof[:at], bytes([part[0] ^ 1]) + part[1:], *proof[at + 1 :])
        yield (*proof[:at], *proof[at + 1 :])
        yield (*proof[:at], part, part, *proof[at + 1 :])
    yield (*proof, bytes(32))


def test_no_damaged_inclusion_proof_is_accepted() -> None:
    for size in SIZES:
        for index in range(size):
            proof = proof_of(inclusion_parts(index, size), from_kept(KEPT))
            leaf, root = hash_leaf(LEAVES[index]), ROOTS[size - 1]

            assert not any(proves_inclusion(leaf, index, size, wrong, root) for wrong in damaged(proof))


def test_no_damaged_consistency_proof_and_no_other_history_is_accepted() -> None:
    rewritten, _ = grown([b"another", *LEAVES[1:]])
    for new in SIZES:
        for old in range(1, new + 1):
            proof = proof_of(consistency_parts(old, new), from_kept(KEPT))
            before, now = ROOTS[old - 1], ROOTS[new - 1]

            assert not any(proves_consistency(old, new, wrong, before, now) for wrong in damaged(proof))
            assert not proves_consistency(old, new, proof, rewritten[old - 1], now)
            assert not proves_consistency(old, new, proof, before, rewritten[new - 1])


def test_nothing_is_proved_of_what_cannot_be() -> None:
    assert not proves_inclusion(ROOTS[0], 0, 0, (), EMPTY_ROOT)
    assert not proves_inclusion(ROOTS[0], -1, 1, (), ROOTS[0])
    assert not proves_consistency(0, 4, (), EMPTY_ROOT, ROOTS[3])
    assert not proves_consistency(5, 4, (), ROOTS[4], ROOTS[3])
    assert not proves_consistency(3, 5, (), ROOTS[2], ROOTS[4])


def test_a_leaf_that_spells_two_hashes_is_not_their_node() -> None:
    left, right = hash_leaf(b"a"), hash_leaf(b"b")

    assert hash_leaf(left + right) != hash_node(left, right)


def test_growing_goes_on_from_what_was_kept() -> None:
    for size in SIZES:
        edge = Edge(size, [KEPT[node] for node in parts_of(range(size))])

        for leaf in LEAVES[size:]:
            list(edge.append(hash_leaf(leaf)))

        assert edge.root == ROOTS[-1]


def test_every_node_has_a_place_of_its_own_that_never_moves() -> None:
    places = {node.place for node in KEPT}

    assert len(places) == len(KEPT) == 2 * len(LEAVES) - 1
    assert [Node(0, 0).place, Node(1, 0).place, Node(0, 1).place, Node(2, 0).place] == [0, 1, 2, 3]
    assert all(folded([hash_leaf(LEAVES[at]) for at in node.leaves]) == KEPT[node] for node in KEPT if node.level < 2)

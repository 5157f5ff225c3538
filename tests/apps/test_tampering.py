"""Tampering: somebody with every right on the database rewrites history. Whoever kept something from before finds it.

The attacker edits, deletes, inserts, moves and cuts rows, puts trees and checkpoints in step with what they did, or
signs a whole other history with a stolen key. The auditor has the key, and one old checkpoint or one receipt. How many
tamperings are tried stands in one place: a slice here, the whole figure in the slow suite.
"""

import base64
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from django.db import connection, transaction

from geste.apps.audit.append_only import unguards
from geste.apps.audit.ed25519 import verifies
from geste.apps.audit.models import Checkpoint, Head, Leaf, Node, Receipt, SigningKey, Tree
from geste.apps.audit.soundness import faults_of_log
from geste.core.log import tree
from geste.core.receipts.envelope import EVENT, RECEIPT, sealed
from geste.core.receipts.examination import Fault, KeptLeaf, Log, Witness, examine
from geste.core.receipts.file import check_receipt
from geste.core.receipts.payload import event_payload, leaf_of
from tests.signed import MOMENT, SignedLog

pytestmark = pytest.mark.django_db

TAMPERINGS, TAMPERINGS_SLOW = 120, 10_000
SIZE = 24
HONEST = SignedLog(size=SIZE)
STOLEN = SignedLog(size=SIZE, amount=9_000)
"""Another history, signed with the same key."""


class Undone(Exception):
    """The tampering was looked at and is taken back."""


@dataclass
class Attack:
    """What was done, and which leaves it touched: where that begins, the fault has to be found."""

    name: str
    touched: set[int] = field(default_factory=set)


def keep(log: SignedLog) -> None:
    """Keep a log in the tables as the house does, with a checkpoint after every leaf."""
    edge, nodes = tree.Edge(), []
    for leaf in log.leaves:
        nodes += [
            Node(place=node.place, hash=found) for node, found in edge.append(tree.hash_leaf(leaf.leaf)) if node.level
        ]
    rows = [Leaf(index=leaf.index, leaf=leaf.leaf, key=leaf.key_id, signature=leaf.signature) for leaf in log.leaves]
    Leaf.objects.bulk_create(rows)
    Node.objects.bulk_create(nodes)
    Receipt.objects.bulk_create(Receipt(leaf=row, decision=row.index) for row in rows[1:])
    Checkpoint.objects.bulk_create(Checkpoint(size=size, note=log.note(size)) for size in range(1, log.size + 1))
    SigningKey.objects.create(key=log.key.id, public=log.key.raw, told_by=0)
    Head.objects.create(name="log", origin=log.key.name, key=log.key.id, size=log.size)
    Tree.objects.create(name="log", included=log.size)


def run(statement: str, *values: bytes | int | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def rebuild(leaves: Iterable[KeptLeaf], notes: list[str]) -> None:
    """Put other leaves in the place of what was there, with a tree that fits and these checkpoints."""
    for table in ("audit_receipt", "audit_leaf", "audit_node", "audit_checkpoint"):
        run(f"DELETE FROM {table}")
    edge = tree.Edge()
    for number, leaf in enumerate(leaves):
        run("INSERT INTO audit_leaf VALUES (%s, %s, %s, %s)", number, leaf.leaf, leaf.key_id, leaf.signature)
        if number:
            run("INSERT INTO audit_receipt (leaf_id, decision) VALUES (%s, %s)", number, decision_in(leaf))
        for node, found in edge.append(tree.hash_leaf(leaf.leaf)):
            if node.level:
                run("INSERT INTO audit_node VALUES (%s, %s)", node.place, found)
    for note in notes:
        run("INSERT INTO audit_checkpoint VALUES (%s, %s)", int(note.split("\n")[1]), note)
    run("UPDATE audit_head SET size = %s", edge.size)
    run("UPDATE audit_tree SET included = %s", edge.size)


def decision_in(leaf: KeptLeaf) -> int:
    """Return the decision a leaf tells of, so that no row betrays the attacker."""
    text = leaf.leaf.decode()
    return int(text.split('"decision":')[1].split(",")[0])


def another_leaf(index: int, chance: random.Random) -> KeptLeaf:
    """A leaf that tells something else, with the signature that was there or one made up."""
    old = HONEST.leaves[index]
    leaf = old.leaf.replace(b'"amount":18', b'"amount":%d' % chance.randrange(19, 99), 1)
    signature = old.signature if chance.random() < 0.5 else chance.randbytes(64)
    return replace(old, leaf=leaf, signature=signature)


def edit(chance: random.Random, covered: int) -> Attack:
    index = chance.randrange(1, SIZE)
    run(f"UPDATE audit_leaf SET leaf = %s WHERE {quoted('index')} = %s", another_leaf(index, chance).leaf, index)
    return Attack("edit", {index})


def edit_signature(chance: random.Random, covered: int) -> Attack:
    index = chance.randrange(SIZE)
    other = HONEST.leaves[(index + 1) % SIZE]
    run(f"UPDATE audit_leaf SET signature = %s WHERE {quoted('index')} = %s", other.signature, index)
    return Attack("edit_signature", {index})


def delete(chance: random.Random, covered: int) -> Attack:
    index = chance.randrange(SIZE)
    run("DELETE FROM audit_receipt WHERE leaf_id = %s", index)
    run(f"DELETE FROM audit_leaf WHERE {quoted('index')} = %s", index)
    return Attack("delete", {index})


def edit_node(chance: random.Random, covered: int) -> Attack:
    level = chance.randrange(1, 4)
    node = tree.Node(level, chance.randrange(SIZE >> level))
    run("UPDATE audit_node SET hash = %s WHERE place = %s", chance.randbytes(32), node.place)
    return Attack("edit_node", set(node.leaves))


def swap_receipts(chance: random.Random, covered: int) -> Attack:
    one, other = chance.sample(range(1, SIZE), 2)
    run("UPDATE audit_receipt SET decision = %s WHERE leaf_id = %s", 10_000, one)
    run("UPDATE audit_receipt SET decision = %s WHERE leaf_id = %s", one, other)
    run("UPDATE audit_receipt SET decision = %s WHERE leaf_id = %s", other, one)
    return Attack("swap_receipts", {one, other})


def forge_checkpoint(chance: random.Random, covered: int) -> Attack:
    size = chance.randrange(1, SIZE)
    note = HONEST.note(size).replace(f"\n{size}\n", f"\n{size + 1}\n", 1)
    run("UPDATE audit_checkpoint SET note = %s WHERE size = %s", note, size)
    return Attack("forge_checkpoint", {size})


def rebuild_edited(chance: random.Random, covered: int) -> Attack:
    """An edit with the whole tree put in step; of the checkpoints stays what still fits."""
    index = chance.randrange(1, SIZE)
    leaves = [another_leaf(index, chance) if leaf.index == index else leaf for leaf in HONEST.leaves]
    rebuild(leaves, [HONEST.note(size) for size in range(1, index + 1)])
    return Attack("rebuild_edited", {index})


def rebuild_without(chance: random.Random, covered: int) -> Attack:
    """One leaf gone and all later ones moved up."""
    index = chance.randrange(1, SIZE - 1)
    leaves = [leaf for leaf in HONEST.leaves if leaf.index != index]
    rebuild(leaves, [HONEST.note(size) for size in range(1, index + 1)])
    return Attack("rebuild_without", set(range(index, SIZE)))


def insert(chance: random.Random, covered: int) -> Attack:
    """One leaf told twice, and all later ones moved down."""
    index, told = chance.randrange(1, SIZE), chance.randrange(1, SIZE)
    leaves = [*HONEST.leaves[:index], HONEST.leaves[told], *HONEST.leaves[index:]]
    leaves[index] = another_leaf(told, chance)
    rebuild(told_once(leaves), [HONEST.note(size) for size in range(1, index + 1)])
    return Attack("insert", set(range(index, SIZE + 1)))


def told_once(leaves: list[KeptLeaf]) -> Iterator[KeptLeaf]:
    """Yield the leaves, with a decision of its own for one that tells of the same decision as another."""
    seen: set[int] = set()
    for number, leaf in enumerate(leaves):
        if number and decision_in(leaf) in seen:
            yield replace(leaf, leaf=leaf.leaf.replace(b'"decision":', b'"decision":100', 1))
            continue
        if number:
            seen.add(decision_in(leaf))
        yield leaf


def reorder(chance: random.Random, covered: int) -> Attack:
    one, other = sorted(chance.sample(range(1, SIZE), 2))
    leaves = list(HONEST.leaves)
    leaves[one], leaves[other] = leaves[other], leaves[one]
    rebuild(leaves, [HONEST.note(size) for size in range(1, one + 1)])
    return Attack("reorder", {one, other})


def cut(chance: random.Random, covered: int) -> Attack:
    """The end gone as if it had never been, somewhere below what the auditor knows of."""
    size = chance.randrange(1, covered)
    rebuild(HONEST.leaves[:size], [HONEST.note(each) for each in range(1, size + 1)])
    return Attack("cut", set(range(size, SIZE)))


def rewrite(chance: random.Random, covered: int) -> Attack:
    """Another history from some leaf on, signed with the stolen key, its checkpoints too: two views of one log."""
    first = chance.randrange(1, covered)
    forged = SignedLog(size=SIZE, amount=STOLEN.amount + chance.randrange(1_000))
    mixed = [*HONEST.leaves[:first], *forged.leaves[first:]]
    fork = ForkedLog(mixed)
    rebuild(mixed, [fork.note(size) for size in range(1, SIZE + 1)])
    return Attack("rewrite", set(range(first, SIZE)))


class ForkedLog(SignedLog):
    """A log of given leaves under the honest key."""

    def __init__(self, leaves: list[KeptLeaf]) -> None:
        super().__init__(size=len(leaves))
        self.__dict__["leaves"] = leaves


ATTACKS: tuple[Callable[[random.Random, int], Attack], ...] = (
    edit,
    edit_signature,
    delete,
    edit_node,
    swap_receipts,
    forge_checkpoint,
    rebuild_edited,
    rebuild_without,
    insert,
    reorder,
    cut,
    rewrite,
)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def witnesses(chance: random.Random) -> tuple[Witness, int]:
    """Return an auditor, and how many leaves they know of: by one old checkpoint, or by one receipt."""
    size = chance.randrange(SIZE // 2, SIZE + 1)
    if chance.random() < 0.5:
        return Witness(keys=[HONEST.key], checkpoints=[HONEST.note(size)]), size
    receipt = check_receipt(HONEST.file(chance.randrange(1, size), size=size), [HONEST.key], verifies)
    return Witness(keys=[HONEST.key], receipts=[receipt]), size


def tampered(count: int, seed: int) -> Iterator[tuple[Attack, list[Fault]]]:
    """Yield each attack with what the auditor found; the database is as it was again afterwards."""
    chance = random.Random(seed)
    for number in range(count):
        witness, covered = witnesses(chance)
        try:
            with transaction.atomic():
                attack = ATTACKS[number % len(ATTACKS)](chance, covered)
                faults = faults_of_log(witness)
                raise Undone
        except Undone:
            yield attack, faults


@pytest.fixture
def kept() -> None:
    keep(HONEST)
    for statement in unguards(connection.vendor):  # whoever has every right takes the guards down first
        run(statement)


def overlooked(count: int, seed: int) -> list[str]:
    """Return the attacks that were not found, or found only elsewhere."""
    return [
        f"{attack.name} of {sorted(attack.touched)}: {faults}"
        for attack, faults in tampered(count, seed)
        if not any(fault.first <= min(attack.touched) <= fault.last for fault in faults)
    ]


def test_an_honest_log_has_no_faults(kept: None) -> None:
    chance = random.Random(1)

    assert faults_of_log() == []
    assert [faults_of_log(witnesses(chance)[0]) for _ in range(20)] == [[]] * 20


def test_every_tampering_is_found_where_it_was_done(kept: None) -> None:
    assert overlooked(TAMPERINGS, seed=4) == []


@pytest.mark.slow
def test_of_ten_thousand_tamperings_every_one_is_found_where_it_was_done(kept: None) -> None:
    assert overlooked(TAMPERINGS_SLOW, seed=5) == []


def test_what_was_touched_alone_is_found_to_the_leaf(kept: None) -> None:
    exact = {"edit", "edit_signature", "delete", "rebuild_edited"}
    for attack, faults in tampered(len(ATTACKS) * 3, seed=6):
        if attack.name in exact:
            assert any({*range(fault.first, fault.last + 1)} == attack.touched for fault in faults), attack


def test_a_rewritten_history_without_a_witness_is_what_the_key_says() -> None:
    """The limit, told honestly: with the key and without anybody who kept something, another history looks as good."""
    forged = Log(STOLEN.leaves, [STOLEN.note(SIZE)])

    assert examine(forged, Witness(keys=[HONEST.key]), verifies).faults == ()
    kept = Witness(keys=[HONEST.key], checkpoints=[HONEST.note(2)])
    assert examine(forged, kept, verifies).faults == (Fault(0, 1, "checkpoint.contradicted"),)


def test_an_old_key_signs_no_more(kept: None) -> None:
    new = SignedLog(seed=b"\x09" * 32)
    public = base64.b64encode(new.key.raw).decode()
    change = event_payload("rotated", index=SIZE, key_id=HONEST.key.id, at=MOMENT, public=public)
    envelope = sealed(EVENT, change, HONEST.key.id, HONEST.secret.sign)
    late = HONEST.envelopes[1].payload.replace(b'"index":1,', b'"index":%d,' % (SIZE + 1))
    signed_late = sealed(RECEIPT, late, HONEST.key.id, HONEST.secret.sign)
    leaves = [
        *HONEST.leaves,
        KeptLeaf(SIZE, leaf_of(change), HONEST.key.id, envelope.signature),
        KeptLeaf(SIZE + 1, leaf_of(late), HONEST.key.id, signed_late.signature),
    ]

    found = examine(Log(leaves, []), Witness(keys=[HONEST.key]), verifies)

    assert found.faults == (Fault(SIZE + 1, SIZE + 1, "key.retired"),)
    assert [key.id for key in found.keys] == [HONEST.key.id, new.key.id]

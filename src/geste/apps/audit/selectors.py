"""Selectors of audit: receipts with their proofs, the keys to check them with, and the log as a whole."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geste.apps.audit.ed25519 import verifies
from geste.apps.audit.models import Checkpoint, Head, Leaf, Node, Receipt, SigningKey, Tree, VaultKey
from geste.apps.audit.pledge import pledge_of
from geste.apps.audit.subjects import subject_of_person
from geste.core.log import checkpoint as notes
from geste.core.log import tree
from geste.core.log.checkpoint import NoteRefused, PublicKey, read_checkpoint
from geste.core.log.proof import proves_consistency, proves_inclusion
from geste.core.receipts.canonical import read
from geste.core.receipts.commitment import salt_for
from geste.core.receipts.envelope import Envelope, EnvelopeRefused
from geste.core.receipts.examination import KeptLeaf, Log
from geste.core.receipts.file import Inclusion, receipt_file
from geste.core.receipts.payload import AGENT

AT_ONCE = 500
"""How many rows are asked for by number in one statement."""


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """A receipt as the house keeps it: its leaf, the decision it tells of, and whether the log includes it yet."""

    leaf: KeptLeaf
    decision: int
    is_included: bool

    @property
    def index(self) -> int:
        """Return which leaf of the log it is."""
        return self.leaf.index

    @property
    def leaf_hash(self) -> bytes:
        """Return what the tree is made of."""
        return tree.hash_leaf(self.leaf.leaf)

    @property
    def envelope(self) -> Envelope:
        """Return what was signed."""
        envelope = self.leaf.envelope
        assert envelope is not None, "receipts are leaves of ours"
        return envelope

    @property
    def content(self) -> Mapping[str, object]:
        """Return what it says."""
        content = read(self.envelope.payload)
        assert isinstance(content, dict)
        return content

    @property
    def pledge_version(self) -> int:
        """Return under which version of the pledge it was decided."""
        pledge = self.content["pledge"]
        assert isinstance(pledge, dict)
        return int(pledge["version"])


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many receipts were checked against the log, and which of them disagree. `size` leaves are in the log."""

    checked: int
    waiting: int
    disagreeing: tuple[int, ...]
    size: int


def receipt_of_decision(decision: int) -> KeptReceipt | None:
    """Return the receipt of a decision; none for decisions from before there were receipts."""
    return next(iter(receipts_of_decisions([decision])), None)


def receipts_of_decisions(decisions: Sequence[int]) -> list[KeptReceipt]:
    """Return the receipts of these decisions, in the order of the log."""
    included = size_included()
    rows = [
        row for some in _in_parts(decisions) for row in Receipt.objects.select_related("leaf").filter(decision__in=some)
    ]
    rows.sort(key=lambda row: row.leaf_id)
    return [KeptReceipt(_kept(row.leaf), row.decision, row.leaf_id < included) for row in rows]


def receipt_files(receipts: Sequence[KeptReceipt], *, person_id: int | None) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each decision with the file of its receipt, as the person who decided keeps it.

    They can open the commitment to themselves: to show that a receipt is theirs, or not to. For anybody else
    (`person_id` is none) it stays closed.
    """
    proofs = inclusions_of([receipt.index for receipt in receipts if receipt.is_included])
    hiding = person_id and VaultKey.objects.filter(subject=subject_of_person(person_id)).first()
    pledges = {version: pledge_of(version).as_value() for version in {it.pledge_version for it in receipts}}
    for receipt in receipts:
        yield (
            receipt.decision,
            receipt_file(
                receipt.envelope,
                proofs.get(receipt.index),
                {} if not hiding else {AGENT: (salt_for(bytes(hiding.key), receipt.index, AGENT), hiding.name)},
                pledges[receipt.pledge_version],
            ),
        )


def agreement_of(receipts: Sequence[KeptReceipt]) -> Agreement:
    """Check each receipt against the newest checkpoint: its signature and its place in the tree."""
    keys = public_keys()
    proofs = inclusions_of([receipt.index for receipt in receipts if receipt.is_included])
    note = _newest_note()
    disagreeing = [receipt.decision for receipt in receipts if not _agrees(receipt, proofs, keys)]
    waiting = sum(not receipt.is_included for receipt in receipts)
    size = 0 if note is None else note.size
    return Agreement(len(receipts), waiting, tuple(disagreeing), size)


def inclusions_of(indexes: Sequence[int]) -> dict[int, Inclusion]:
    """Return the proof for each of these leaves under the newest checkpoint."""
    note = _newest_note()
    if note is None:
        return {}
    parts = {index: tree.inclusion_parts(index, note.size) for index in indexes if index < note.size}
    hashes = _hashes({node for path in parts.values() for leaves in path for node in tree.parts_of(leaves)})
    return {index: Inclusion(note.note, tree.proof_of(path, hashes.__getitem__)) for index, path in parts.items()}


def public_keys() -> tuple[PublicKey, ...]:
    """Return every key that ever signed for this house, the first one first."""
    head = Head.objects.first()
    if head is None:
        return ()
    return tuple(PublicKey(head.origin, bytes(row.public)) for row in SigningKey.objects.order_by("told_by"))


def newest_checkpoint() -> str:
    """Return the newest checkpoint as a signed note; an empty text before there is one."""
    note = _newest_note()
    return "" if note is None else note.note


def only_grew_since(kept: str) -> bool:
    """Return whether the log begins with all leaves it had when somebody kept this checkpoint of it.

    A proof of a few hashes says so; the leaves themselves are not read.

    Raises:
        NoteRefused: what was kept is no checkpoint that this house signed.
    """
    keys = public_keys()
    older = read_checkpoint(kept, keys, verifies)
    try:
        newest = read_checkpoint(newest_checkpoint(), keys, verifies)
        if older.size > newest.size:
            return False
        parts = tree.consistency_parts(older.size, newest.size)
        hashes = _hashes({node for leaves in parts for node in tree.parts_of(leaves)})
        path = tree.proof_of(parts, hashes.__getitem__)
    except (NoteRefused, KeyError):
        return False
    return proves_consistency(older.size, newest.size, path, older.root, newest.root)


def first_checkpoints_over(indexes: Collection[int]) -> dict[int, notes.Checkpoint]:
    """Return for each of these leaves the first checkpoint that includes it, as one of our keys signed it.

    A leaf that no checkpoint includes yet is left out.

    Raises:
        NoteRefused: what is kept is not what was signed.
    """
    if not indexes:
        return {}
    ordered = Checkpoint.objects.order_by("size").values_list("size", flat=True)
    over_all = ordered.filter(size__gt=max(indexes)).first()
    sizes = [*ordered.filter(size__gt=min(indexes), size__lte=max(indexes)), *([] if over_all is None else [over_all])]
    first = {index: sizes[place] for index in indexes if (place := bisect_right(sizes, index)) < len(sizes)}
    keys = public_keys()
    read_from = {
        row.size: read_checkpoint(row.note, keys, verifies)
        for some in _in_parts(sorted(set(first.values())))
        for row in Checkpoint.objects.filter(size__in=some)
    }
    return {index: read_from[size] for index, size in first.items()}


def size_of_log() -> int:
    """Return how many leaves the log has, those that wait for a checkpoint included."""
    return Head.objects.values_list("size", flat=True).first() or 0


def receipts_included(*, since: int, at_most: int) -> list[tuple[int, int]]:
    """Return leaf and decision of receipts under a checkpoint, from leaf `since` on, in the order of the log."""
    rows = Receipt.objects.filter(leaf__gte=since, leaf__lt=size_included()).order_by("leaf")
    return list(rows.values_list("leaf", "decision")[:at_most])


def signing_key_id() -> str | None:
    """Return the id of the key that signs for this house, or None while nothing was signed."""
    return Head.objects.values_list("key", flat=True).first()


def checkpoint_notes() -> list[str]:
    """Return every checkpoint as a signed note, the first one first."""
    return list(Checkpoint.objects.order_by("size").values_list("note", flat=True))


def log_of_house() -> Log:
    """Return the log as it is kept, leaf by leaf."""
    return Log((leaf for some in leaves_in_parts() for leaf in some), checkpoint_notes())


def leaves_in_parts(*, below: int | None = None, rest: Callable[[], object] = lambda: None) -> Iterator[list[KeptLeaf]]:
    """Yield the leaves with a number below this, all of them if there is none, so many together; `rest` between two.

    On SQLite nobody can write while a statement is still being read.
    """
    rows = Leaf.objects.order_by("index") if below is None else Leaf.objects.filter(index__lt=below).order_by("index")
    last = -1
    while some := [_kept(row) for row in rows.filter(index__gt=last)[:AT_ONCE]]:
        yield some
        last = some[-1].index
        rest()


def size_included() -> int:
    """Return how many leaves are under the newest checkpoint."""
    return Tree.objects.values_list("included", flat=True).first() or 0


def handles_forgotten() -> frozenset[str]:
    """Return what the log says was forgotten: the handles of destroyed keys."""
    payloads = [leaf.envelope.payload for leaf in log_of_house().leaves if leaf.envelope is not None]
    contents = [read(payload) for payload in payloads if b'"type":"forgotten"' in payload]
    return frozenset(str(content["handle"]) for content in contents if isinstance(content, dict))


def _agrees(receipt: KeptReceipt, proofs: Mapping[int, Inclusion], keys: Sequence[PublicKey]) -> bool:
    try:
        receipt.envelope.check(keys, verifies)
        if not receipt.is_included:
            return True
        proof = proofs[receipt.index]
        checkpoint = read_checkpoint(proof.note, keys, verifies)
    except (EnvelopeRefused, NoteRefused, KeyError):
        return False
    return proves_inclusion(receipt.leaf_hash, receipt.index, checkpoint.size, proof.path, checkpoint.root)


def _hashes(nodes: Iterable[tree.Node]) -> dict[tree.Node, bytes]:
    wanted = sorted(nodes)
    leaves = [node.position for node in wanted if node.level == 0]
    places = {node.place: node for node in wanted if node.level > 0}
    found: dict[tree.Node, bytes] = {}
    for some in _in_parts(leaves):
        for leaf in Leaf.objects.filter(index__in=some):
            found[tree.Node(0, leaf.index)] = tree.hash_leaf(bytes(leaf.leaf))
    for some in _in_parts(list(places)):
        for row in Node.objects.filter(place__in=some):
            found[places[row.place]] = bytes(row.hash)
    return found


def _in_parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))


def _kept(row: Leaf) -> KeptLeaf:
    return KeptLeaf(row.index, bytes(row.leaf), row.key, bytes(row.signature))


def _newest_note() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-size").first()

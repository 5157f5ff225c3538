"""Soundness of the log: reads all of it and says what is not as it was written, while others add to it.

Whatever is there only because of something else is read before it, and what is added meanwhile is left for the next
reading: so no moment between two commits looks like a fault.
"""

from collections.abc import Callable, Iterator

from django.db.models import Max

from geste.apps.audit.ed25519 import verifies
from geste.apps.audit.models import Leaf, Node, Receipt, SigningKey
from geste.apps.audit.selectors import checkpoint_notes, leaves_in_parts, public_keys, size_included, size_of_log
from geste.core.log import tree
from geste.core.receipts.examination import Fault, KeptLeaf, Log, Witness, examine

AT_ONCE = 500
"""How many nodes of the tree are read in one statement."""
Rest = Callable[[], object]
"""Called after each part of a long reading: whoever has time gives some of it to others there."""


def no_rest() -> None:
    """Go on at once."""


def faults_of_log(witness: Witness | None = None, rest: Rest = no_rest) -> list[Fault]:
    """Read the whole log and return what is not as it was written, against its own keys if nobody brings others."""
    notes, keys_before = checkpoint_notes(), _keys_told()
    grown, past_the_end = _Grown(rest), _newest() + 1
    claimed = size_of_log()
    size = max(claimed, past_the_end)
    receipts = _Receipts(size)
    log = Log(receipts.beside(leaves_in_parts(below=size, rest=rest)), notes)
    found = examine(log, witness or Witness(keys=public_keys()[:1]), verifies, grown.compare)
    faults = [*found.faults, *receipts.faults, *grown.faults(found.size)]
    if found.size != claimed:
        faults.append(Fault(min(found.size, claimed), max(found.size, claimed) - 1, "log.cut"))
    if not keys_before <= {key.raw for key in found.keys} <= _keys_told():
        faults.append(Fault(0, 0, "key.swapped"))
    return sorted(set(faults))


def _newest() -> int:
    """The number of the last leaf, or of the last receipt that names one."""
    newest = (
        rows.objects.aggregate(newest=Max(number))["newest"] for rows, number in ((Leaf, "index"), (Receipt, "leaf"))
    )
    return max((number for number in newest if number is not None), default=-1)


def _keys_told() -> set[bytes]:
    return {bytes(public) for public in SigningKey.objects.values_list("public", flat=True)}


class _Grown:
    """The nodes that are kept, and how far the tree reached before they were read."""

    def __init__(self, rest: Rest) -> None:
        self._included = size_included()
        self._kept = dict(_nodes(rest))
        self._faults: list[Fault] = []

    def compare(self, node: tree.Node, found: bytes) -> None:
        """Compare a node with what is kept at its place; it may have come there after that place was read."""
        if node.level == 0:
            return
        kept = self._kept.pop(node.place, None)
        if kept != found and (kept is not None or node.leaves.stop <= self._included):
            self._faults.append(Fault(node.leaves.start, node.leaves.stop - 1, "node.altered"))

    def faults(self, size: int) -> Iterator[Fault]:
        """Yield what differs, and whether anything is kept that is no node of a tree over so many leaves."""
        yield from self._faults
        if self._kept:
            yield Fault(0, max(size - 1, 0), "node.altered")


def _nodes(rest: Rest) -> Iterator[tuple[int, bytes]]:
    last = -1
    while some := list(Node.objects.filter(place__gt=last).order_by("place")[:AT_ONCE]):
        yield from ((row.place, bytes(row.hash)) for row in some)
        last = some[-1].place
        rest()


class _Receipts:
    """Each receipt belongs to the leaf that tells of its decision, and each such leaf has its receipt."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._read_up_to = 0
        self._rows: dict[int, int] = {}
        self.faults: list[Fault] = []

    def beside(self, parts: Iterator[list[KeptLeaf]]) -> Iterator[KeptLeaf]:
        """Yield every leaf after it was compared with its receipt; in the end nothing may be left over."""
        for leaves in parts:
            self._read(leaves[-1].index + 1)
            for leaf in leaves:
                self._compare(leaf)
                yield leaf
        self._read(self._size)
        self.faults += [Fault(index, index, "receipt.swapped") for index in self._rows]

    def _read(self, end: int) -> None:
        rows = Receipt.objects.filter(leaf__gte=self._read_up_to, leaf__lt=end)
        self._rows.update(rows.values_list("leaf_id", "decision"))
        self._read_up_to = end

    def _compare(self, leaf: KeptLeaf) -> None:
        envelope = leaf.envelope
        if envelope is None or b'"type":"receipt"' not in envelope.payload:
            return
        if f'"decision":{self._rows.pop(leaf.index, None)},'.encode() not in envelope.payload:
            self.faults.append(Fault(leaf.index, leaf.index, "receipt.swapped"))

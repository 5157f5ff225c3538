"""Log: leaves in order, the nodes of the tree over them, signed checkpoints. Triggers of the database keep them so."""

from django.db import models

from geste.apps.base.records import WrittenOnce

ID_CHARACTERS = 64


class Leaf(WrittenOnce):
    """One leaf, byte for byte as it was hashed, and the signature over what it holds. `index` has no gaps."""

    index = models.BigIntegerField(primary_key=True)
    leaf = models.BinaryField()
    key = models.CharField(max_length=ID_CHARACTERS)
    signature = models.BinaryField()

    def __str__(self) -> str:
        return f"leaf {self.index}"


class Node(WrittenOnce):
    """The hash of a full subtree above the leaves, kept at its place."""

    place = models.BigIntegerField(primary_key=True)
    hash = models.BinaryField()

    def __str__(self) -> str:
        return f"node at {self.place}"


class Checkpoint(WrittenOnce):
    """What the log was when it had `size` leaves, as a signed note."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()

    def __str__(self) -> str:
        return f"checkpoint of {self.size}"


class Head(models.Model):
    """Where the log ends. Whoever adds a leaf holds this row until it is committed; `key` signs what comes next.

    So leaves become visible in the order of their numbers, and none is ever missing before one that is there.
    """

    name = models.CharField(max_length=10, primary_key=True)
    origin = models.CharField(max_length=100)
    key = models.CharField(max_length=ID_CHARACTERS)
    size = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.origin}: {self.size}"


class Tree(models.Model):
    """How far the tree reaches: the first `included` leaves are under the newest checkpoint, the others are signed.

    A row of its own, so that whoever decides never waits behind the tree.
    """

    name = models.CharField(max_length=10, primary_key=True)
    included = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.included} included"

"""Receipt: which leaf tells of which decision. What it says stands in the leaf."""

from django.db import models

from geste.apps.audit.models.log import Leaf
from geste.apps.base.records import WrittenOnce


class Receipt(WrittenOnce):
    """The receipt of one decision, by the number of the decision: audit knows nothing of the rows above it."""

    leaf = models.OneToOneField(Leaf, on_delete=models.PROTECT, primary_key=True, related_name="receipt")
    decision = models.BigIntegerField(unique=True)

    def __str__(self) -> str:
        return f"receipt of decision {self.decision}"

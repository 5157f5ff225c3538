"""Keep: what people in shadow would have given, many in one go, in the transaction that decided it."""

from collections.abc import Sequence

from geste.apps.base.rows import add_rows, number_rows
from geste.apps.shadow.models import WouldGive


def keep_would_gives(rows: Sequence[WouldGive]) -> Sequence[WouldGive]:
    """Write down what would have been given, in this order, inside the caller's transaction. Nothing else happens."""
    return add_rows(number_rows(rows))

"""Guarding: words to whoever decided are looked at before they go. A better sentence is offered, none is stopped."""

from collections import Counter
from datetime import date

from geste.apps.base.rows import add_rows, number_rows
from geste.apps.reviews.models import Remarked
from geste.apps.reviews.models.reaction import After
from geste.core.guards.look import look
from geste.core.guards.remark import COMMENT, Remark


class ThinkAgain(Exception):
    """Something in the words is worth a second thought. Nothing was sent; sent again as they are, they go."""

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        super().__init__(", ".join(remark.kind for remark in remarks))
        self.remarks = remarks


def remarks_on(words: str, language: str) -> tuple[Remark, ...]:
    """Return what to think over in a word to a colleague."""
    return look(words, language, COMMENT)


def look_before(words: str, language: str, *, is_meant: bool) -> tuple[Remark, ...]:
    """Return what stays to be remarked on in words that go as they are.

    Raises:
        ThinkAgain: there is something, and nobody has said yet that it is meant.
    """
    remarks = remarks_on(words, language)
    if remarks and not is_meant:
        raise ThinkAgain(remarks)
    return remarks


def count_remarks(offered: frozenset[str], left: tuple[Remark, ...], *, day: date) -> None:
    """Count, without a name, what became of the remarks that were made before these words went."""
    kept = {str(remark.kind) for remark in left}
    fates = [(kind, After.AS_IT_WAS if kind in kept else After.REWRITTEN) for kind in sorted(offered | kept)]
    add_rows(number_rows([Remarked(kind=kind, after=fate.value, day=day) for kind, fate in fates]))


def remarks_counted(*, since: date) -> Counter[After]:
    """Return how many remarks led to other words since a day, and how many did not. Nobody's, the house's."""
    return Counter(After(after) for after in Remarked.objects.filter(day__gte=since).values_list("after", flat=True))

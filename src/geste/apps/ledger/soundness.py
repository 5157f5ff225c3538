"""Soundness: reads the book and says what cannot be. Needs no lock: rows name their place, so nothing is read askew."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, Max, Q

from geste.apps.ledger.models import Entry, EnvelopePeriod
from geste.core.ledger.soundness import Held, Touch, Unsound, compared, folded

AT_ONCE = 200
"""How many periods are asked about in one statement."""
SAME_BACKWARDS = Q(debit=F("reverses__credit"), credit=F("reverses__debit"), amount=F("reverses__amount"))


class BookReader:
    """Reads the book again and again: each time what is new, and what every period says it holds."""

    def __init__(self) -> None:
        self._held: dict[int, Held] = {}
        self._last = 0

    def read(self) -> list[Unsound]:
        """Return what is wrong with the entries that are new since the last reading, and with any balance."""
        # Periods first: their entries are written in the same transaction, so those up to `seq` are there by now.
        rows = {row.pk: Held(row.cap, row.left, row.seq) for row in EnvelopePeriod.objects.order_by("pk")}
        grown = {number: row for number, row in rows.items() if row.seq > self._held.get(number, Held()).seq}
        wrong = [fault for numbers in _in_parts(sorted(grown)) for fault in self._grow(numbers, grown)]
        for number, row in rows.items():
            wrong += compared(row, self._held.get(number, Held()), number)
        wrong += [Unsound("book.period_missing", (("period", number),)) for number in self._held if number not in rows]
        return [*wrong, *self._off_the_books()]

    def _grow(self, numbers: list[int], grown: dict[int, Held]) -> list[Unsound]:
        new = Q()
        for number in numbers:
            new |= Q(
                envelope_period_id=number,
                envelope_seq__gt=self._held.get(number, Held()).seq,
                envelope_seq__lte=grown[number].seq,
            )
        touches: dict[int, list[Touch]] = defaultdict(list)
        for entry in Entry.objects.filter(new).order_by("envelope_period_id", "envelope_seq").iterator():
            touches[entry.envelope_period_id or 0].append(_touch(entry))
        wrong: list[Unsound] = []
        for number in numbers:
            self._held[number], found = folded(self._held.get(number, Held()), touches[number], number)
            wrong += found
        return wrong

    def _off_the_books(self) -> list[Unsound]:
        """What no entry can be: nothing, less than nothing, one account against itself, or half of another undone."""
        newest = Entry.objects.aggregate(newest=Max("pk"))["newest"] or 0
        new = Entry.objects.filter(pk__gt=self._last, pk__lte=newest)
        self._last = newest
        impossible = new.filter(Q(amount__lte=0) | Q(debit=F("credit"))).values_list("pk", flat=True)
        half_undone = new.filter(reverses__isnull=False).exclude(SAME_BACKWARDS).values_list("pk", flat=True)
        codes = {"book.entry_impossible": impossible, "book.reversal_differs": half_undone}
        return [Unsound(code, (("entry", number),)) for code, numbers in codes.items() for number in numbers]


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))


def _touch(entry: Entry) -> Touch:
    return Touch(
        seq=entry.envelope_seq or 0,
        debit=entry.debit,
        credit=entry.credit,
        amount=entry.amount,
        is_reversal=entry.reverses_id is not None,
        left=entry.envelope_left or 0,
    )

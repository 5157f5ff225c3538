"""Soundness: reads the book and says what cannot be. Needs no lock: entries name their place in a period."""

from collections.abc import Callable

from django.db.models import F, Max, Q

from geste.apps.ledger.models import Entry, EnvelopePeriod
from geste.apps.ledger.models.entry import ACCOUNTS, kept_apart
from geste.core.ledger.soundness import Held, Touch, Unsound, compared, folded

AT_ONCE = 2_000
"""How many entries are read in one statement."""
TOUCH = ("envelope_seq", "envelope_left", "debit", "credit", "amount", "reverses_id")
"""What tells how an entry changed its period."""
SAME_BACKWARDS = Q(
    debit=F("reverses__credit"),
    credit=F("reverses__debit"),
    amount=F("reverses__amount"),
    currency=F("reverses__currency"),
    gesture_key=F("reverses__gesture_key"),
    reverses__reverses=None,
)
SAME_PERIOD = Q(envelope_period=F("reverses__envelope_period")) | Q(
    envelope_period=None, reverses__envelope_period=None
)
POSSIBLE = Q(amount__gt=0, debit__in=ACCOUNTS, credit__in=ACCOUNTS) & ~Q(debit=F("credit")) & kept_apart()


class BookReader:
    """Reads the book again and again: each time what is new, and what every period says it holds."""

    def __init__(self, rest: Callable[[], object] = lambda: None) -> None:
        """Read with a `rest` after each part of a long reading, for whoever has time to give others some of it."""
        self._rest = rest
        self._held: dict[int, Held] = {}
        self._last = 0

    def copy(self) -> "BookReader":
        """Return a reader that has read as far as this one."""
        other = BookReader(self._rest)
        other._held, other._last = dict(self._held), self._last
        return other

    def read(self) -> list[Unsound]:
        """Return what is wrong with the entries that are new since the last reading, and with any balance."""
        # Periods first: their entries are written in the same transaction, so those up to `seq` are there by now.
        rows = {row.pk: Held(row.cap, row.left, row.seq) for row in EnvelopePeriod.objects.order_by("pk")}
        wrong: list[Unsound] = []
        for number, row in rows.items():
            wrong += self._grow(number, upto=row.seq)
            wrong += compared(row, self._of(number), number)
        wrong += [Unsound("book.period_missing", (("period", number),)) for number in self._held if number not in rows]
        return [*wrong, *self._off_the_books()]

    def _of(self, number: int) -> Held:
        return self._held.get(number, Held())

    def _grow(self, number: int, *, upto: int) -> list[Unsound]:
        """Fold the entries of a period that are new, some at a time: nobody who writes waits for a long reading."""
        wrong: list[Unsound] = []
        while (reached := self._of(number).seq) < upto:
            new = Entry.objects.filter(envelope_period_id=number, envelope_seq__gt=reached, envelope_seq__lte=upto)
            some = [_touch(*row) for row in new.order_by("envelope_seq").values_list(*TOUCH)[:AT_ONCE]]
            if not some:
                return [*wrong, Unsound("book.entry_missing", (("period", number), ("seq", upto + 1)))]
            self._held[number], found = folded(self._of(number), some, number)
            wrong += found
            self._rest()
        return wrong

    def _off_the_books(self) -> list[Unsound]:
        """What no entry can be: of nothing, between accounts that never meet, or another undone by half."""
        newest = Entry.objects.aggregate(newest=Max("pk"))["newest"] or 0
        new = Entry.objects.filter(pk__gt=self._last, pk__lte=newest)
        self._last = newest
        impossible = new.exclude(POSSIBLE).values_list("pk", flat=True)
        half_undone = (
            new.filter(reverses__isnull=False).exclude(SAME_BACKWARDS & SAME_PERIOD).values_list("pk", flat=True)
        )
        codes = {"book.entry_impossible": impossible, "book.reversal_differs": half_undone}
        return [Unsound(code, (("entry", number),)) for code, numbers in codes.items() for number in numbers]


def _touch(seq: int | None, left: int | None, debit: str, credit: str, amount: int, reverses: int | None) -> Touch:
    is_reversal = reverses is not None
    return Touch(seq=seq or 0, debit=debit, credit=credit, amount=amount, is_reversal=is_reversal, left=left or 0)

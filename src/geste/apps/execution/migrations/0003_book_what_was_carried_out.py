"""What people carried out before promises were counted is booked as paid: nothing of it is due to customers any more.

Dated as it was given; in a month that is closed by now, on the first moment after it.
"""

from typing import Any

from django.db import migrations
from django.db.models import Exists, Max, OuterRef

AT_ONCE = 1_000
DUE, ON_ITS_WAY, PAID = "due_to_customers", "clearing_manual", "paid_out"


def book_what_was_carried_out(apps: Any, schema_editor: Any) -> None:
    Entry = apps.get_model("ledger", "Entry")
    open_from = apps.get_model("ledger", "ClosedPeriod").objects.aggregate(last=Max("until"))["last"]
    steps = []
    for entry in _still_due(apps).order_by("pk").iterator():
        at = entry.occurred_at if open_from is None else max(entry.occurred_at, open_from)
        for debit, credit in ((DUE, ON_ITS_WAY), (ON_ITS_WAY, PAID)):
            steps.append(
                Entry(
                    debit=debit,
                    credit=credit,
                    amount=entry.amount,
                    currency=entry.currency,
                    occurred_at=at,
                    gesture_key=entry.gesture_key,
                )
            )
    Entry.objects.bulk_create(steps, batch_size=AT_ONCE)


def _still_due(apps: Any) -> Any:
    """Entries of gestures that nobody promised anything for, whose news has been handed on: people saw to them."""
    entries = apps.get_model("ledger", "Entry").objects
    promised = apps.get_model("execution", "Commitment").objects.filter(gesture__entry=OuterRef("pk"))
    moved = entries.filter(gesture_key=OuterRef("gesture_key"), debit=DUE)
    due = entries.filter(credit=DUE, reverses=None, gesture__isnull=False)
    due = due.exclude(Exists(promised)).exclude(Exists(moved))
    news = apps.get_model("base", "EventRow").objects.filter(name="gestures.GestureGiven", handed_on_at=None)
    return due.exclude(gesture__in=[row.payload["gesture_id"] for row in news])


class Migration(migrations.Migration):

    dependencies = [
        ("base", "0001_events"),
        ("ledger", "0007_what_is_on_its_way"),
        ("gestures", "0007_not_carried_out"),
        ("execution", "0002_what_was_given_before"),
    ]

    operations = [
        migrations.RunPython(book_what_was_carried_out, migrations.RunPython.noop),
    ]

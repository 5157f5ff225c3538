"""Commitment: what was promised with one gesture, to whom, by which way, and how far it has got."""

from django.db import models

from geste.apps.execution.states import State
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import Entry

STATES = tuple(state.value for state in State)


class Commitment(models.Model):
    """One promise. What is promised never changes; only how far it has got does.

    `provider_key` is the key of the present generation. `fence` grows with every lease: whoever holds an older one may
    no longer write. `next_at` is when a machine looks at it again; none means that no machine will.
    """

    gesture = models.ForeignKey(Gesture, on_delete=models.PROTECT, related_name="commitments")
    operation = models.CharField(max_length=20)
    connector = models.CharField(max_length=40)
    recipient = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=160, blank=True)
    amount = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)
    language = models.CharField(max_length=2, default="en")
    code = models.CharField(max_length=40, blank=True)
    is_simulated = models.BooleanField(default=False)
    promised_at = models.DateTimeField()
    not_before = models.DateTimeField()

    state = models.CharField(max_length=20, default=State.READY.value)
    generation = models.PositiveIntegerField(default=1)
    provider_key = models.CharField(max_length=52, unique=True)
    tries = models.PositiveIntegerField(default=0)
    first_try_at = models.DateTimeField(null=True)
    is_in_doubt = models.BooleanField(default=False)
    absent_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=80, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)
    noticed_at = models.DateTimeField(null=True)

    fence = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)

    sent_entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    done_entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gesture", "operation"], name="execution_once_per_operation"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="execution_known_state"),
            models.CheckConstraint(
                condition=models.Q(amount=None) | models.Q(amount__gt=0), name="execution_amount_is_positive"
            ),
        )
        indexes = (
            models.Index(fields=["next_at", "id"], name="execution_due"),
            models.Index(fields=["state", "promised_at"], name="execution_by_state"),
        )

    def __str__(self) -> str:
        return f"{self.gesture} by {self.connector}: {self.state}"

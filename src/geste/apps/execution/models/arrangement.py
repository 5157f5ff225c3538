"""Arrangement: which connector serves which kind of gesture in this house. Of the installation, not of the charter."""

from django.db import models


class Endpoint(models.Model):
    """An address of another system that carries gestures out when it is told.

    Its secret is never stored: it grows from the installation's key and `secret_number`. The one before signs as well
    until it is put away, so that the other side may change in its own time. `disabled_at` is set when the other side
    said it is gone for good.
    """

    name = models.CharField(max_length=80, unique=True)
    url = models.CharField(max_length=500)
    secret_number = models.PositiveIntegerField(default=1)
    is_rotating = models.BooleanField(default=False)
    disabled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Arrangement(models.Model):
    """How gestures of one kind are carried out. A kind without one is done by hand.

    `recipient` is the path of the fact that says to whom: an address, a payment, a customer's number.
    """

    kind = models.CharField(max_length=40, unique=True)
    connector = models.CharField(max_length=40)
    operation = models.CharField(max_length=20)
    recipient = models.CharField(max_length=120, blank=True)
    endpoint = models.ForeignKey(Endpoint, on_delete=models.PROTECT, null=True, related_name="arrangements")

    def __str__(self) -> str:
        return f"{self.kind} → {self.connector}"

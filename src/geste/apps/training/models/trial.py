"""Trial: what somebody said to one situation of one charter; and how far they trust themselves. Theirs alone."""

from django.conf import settings
from django.db import models


class Trial(models.Model):
    """The last thing somebody said to a situation. Whether the charter says the same is worked out when they look."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    charter_digest = models.CharField(max_length=64)
    scenario = models.CharField(max_length=150)
    said = models.CharField(max_length=20)
    said_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "charter_digest", "scenario"], name="training_said_last_to_a_situation"
            ),
        )

    def __str__(self) -> str:
        return f"{self.scenario}: {self.said}"


class SelfTrust(models.Model):
    """How far somebody says they trust themselves with one part, from not yet (1) to yes (5). Nobody else says it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=20)
    step = models.PositiveSmallIntegerField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "part"], name="training_trust_said_last_of_a_part"),
            models.CheckConstraint(condition=models.Q(step__gte=1, step__lte=5), name="training_trust_in_five_steps"),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.step}"

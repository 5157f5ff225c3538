"""Mailbox: where and when somebody wants to be written to, and what of. Nobody is written to who named no address."""

from django.conf import settings
from django.db import models

from geste.apps.notices.models.notice import Kind, Way

HOURS = 24


class Mailbox(models.Model):
    """One person's address and working day, by the clocks of their site; outside it nothing is sent."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mailbox", primary_key=True
    )
    address = models.EmailField(blank=True)
    from_hour = models.PositiveSmallIntegerField(default=8)
    until_hour = models.PositiveSmallIntegerField(default=18)
    works_weekends = models.BooleanField(default=False)
    wants_friday = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(from_hour__lt=models.F("until_hour"), until_hour__lte=HOURS),
                name="notices_a_working_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}'s mailbox"


class Choice(models.Model):
    """That somebody wants to hear of one kind in another way than is usual."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in Kind])
    way = models.CharField(max_length=10, choices=[(way.value, way.value) for way in Way])

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "kind"], name="notices_one_choice_each"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.way}"

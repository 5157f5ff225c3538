"""Letter: one e-mail to one person, sent once at the most. What it says is written when it goes, not before."""

from django.conf import settings
from django.db import models

from geste.apps.notices.models.notice import Notice

MOST_TRIES = 5


class Letter(models.Model):
    """An e-mail under way: about one notice, or about a week, which `week` names by its Friday.

    `due_at` is when it is to go, or to be tried again; none means never. `handed_at` is set just before the mail server
    is given it: whatever happens from there on, it is not given again. Twice the same word is worse than none, for it
    stands on the page and in Friday's letter anyway.
    """

    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, null=True, related_name="letter")
    week = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    handed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["to", "week"], name="notices_one_friday_letter"),
            models.CheckConstraint(
                condition=models.Q(notice=None, week__isnull=False) | models.Q(notice__isnull=False, week=None),
                name="notices_letter_about_one_thing",
            ),
        )
        indexes = (
            models.Index(fields=["due_at"], condition=models.Q(due_at__isnull=False), name="notices_letters_due"),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """What tells this letter from every other, on every try."""
        return f"notice-{self.notice_id}" if self.week is None else f"week-{self.week:%Y-%m-%d}-{self.to_id}"


class Round(models.Model):
    """That something that is done once on a day was done on it."""

    name = models.CharField(max_length=30)
    day = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["name", "day"], name="notices_one_round_a_day"),)

    def __str__(self) -> str:
        return f"{self.name} on {self.day}"

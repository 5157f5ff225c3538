"""Look: that somebody saw what is another's. The person reads every one of them. Written once."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.portraits.models.evidence_file import EvidenceLink


class Seen(StrEnum):
    """What was looked at: how somebody uses their room, or a file they made of their own work."""

    ROOM = "room"
    FILE = "file"


class Look(WrittenOnce):
    """Whose it is, who looked, at what and when.

    A person's own first look of a day is kept too: nobody else sees anything newer than what they have seen. Whoever
    comes by a link has no name here; the link says to whom it was given.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    looker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey(EvidenceLink, on_delete=models.PROTECT, null=True, related_name="looks")
    seen = models.CharField(max_length=10, choices=[(seen.value, seen.value) for seen in Seen])
    looked_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["person", "-looked_at"], name="portraits_looks_of_person"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(seen="room", looker__isnull=False, link=None)
                | models.Q(seen="file", looker=None, link__isnull=False),
                name="portraits_look_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seen} of {self.person_id}, {self.looked_at:%Y-%m-%d %H:%M}"

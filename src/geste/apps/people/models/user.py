"""User: somebody who signs in. What they may give stands in the charter under their role, not here."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from geste.apps.people.models.place import Site, Team


class UserRows(BaseUserManager["User"]):
    """Users, found by their sign-in name."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with this sign-in name, whatever its case."""
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """A person of the organisation. `role` is the word the charter uses for what they do."""

    username = models.CharField(max_length=80, unique=True)
    display_name = models.CharField(max_length=120)
    role = models.CharField(max_length=80)
    language = models.CharField(max_length=2, choices=(("en", "en"), ("fr", "fr")), default="en")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="users")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="users")
    is_steward = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name", "role"]  # noqa: RUF012 - Django declares it so

    objects = UserRows()

    def __str__(self) -> str:
        return self.display_name

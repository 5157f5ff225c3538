"""Rows of people."""

from geste.apps.people.models.credential import ApiToken, SignInLink
from geste.apps.people.models.duty import Duty, DutyKind
from geste.apps.people.models.founding import Founding
from geste.apps.people.models.place import Site, Team
from geste.apps.people.models.user import User

__all__ = ["ApiToken", "Duty", "DutyKind", "Founding", "SignInLink", "Site", "Team", "User"]

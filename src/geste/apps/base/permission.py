"""Permission: may this actor use this service? Authority, which is what the charter lets one give, is another thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """Yes, or no with the code of the reason."""

    allowed: bool
    reason: str = ""


ALLOWED = Permission(allowed=True)


def refused(reason: str) -> Permission:
    """Return a refusal with its reason code."""
    return Permission(allowed=False, reason=reason)


class NotPermitted(Exception):
    """The actor may not use this service; `reason` is the code that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def require(permission: Permission) -> None:
    """Do nothing if the permission is given.

    Raises:
        NotPermitted: it is not.
    """
    if not permission.allowed:
        raise NotPermitted(permission.reason)

"""Standstills: whether money may be written at this moment. Asked in the transaction that would write it."""

from geste.apps.audit.models import Standstill
from geste.apps.base.spelled import Spelled

_going_on = Spelled(lambda: Standstill.objects.filter(is_over=False).values_list("pk", flat=True)[:1])


class MoneyStopped(Exception):
    """No money is written until somebody has mended what is wrong and said so. Nothing was written."""


def require_running() -> None:
    """Go on if money may be written.

    Raises:
        MoneyStopped: it stands still.
    """
    if _going_on():
        raise MoneyStopped


def standstill_now() -> Standstill | None:
    """Return why money stands still at this moment, or None if it does not."""
    return Standstill.objects.filter(is_over=False).first()

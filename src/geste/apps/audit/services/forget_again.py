"""Forget again: after a backup of an earlier day was restored, destroy what the log says was forgotten since."""

from django.db import transaction

from geste.apps.audit.models import VaultKey


@transaction.atomic(durable=True)
def forget_again(handles: frozenset[str]) -> int:
    """Destroy the keys that have these handles; return how many there were.

    The handles come from the newest export or log at hand (`handles_forgotten`), which may be younger than the backup.
    """
    found = VaultKey.objects.filter(handle__in=handles)
    count = found.count()
    found.delete()
    return count

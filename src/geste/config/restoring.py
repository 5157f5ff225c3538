"""Restoring: a house is made from a backup, and everything in it is read before anybody comes in."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from geste.config import running
from geste.config.backups import BackupRefused, copy_keys, put_back
from geste.config.options import Options
from geste.core.ledger.soundness import Unsound


@dataclass(frozen=True, slots=True)
class Restored:
    """A house that was put back: how many gestures it knows, when the last was given, and what is wrong with it."""

    gestures: int
    last: datetime | None
    unsound: list[Unsound]


def restore(file: Path, *, keys: Path | None, now: datetime) -> Restored:
    """Put a backup back into an empty place, bring it up to date and read all books and the whole log.

    If anything is not as it must be, money stands still from the start.

    Raises:
        BackupRefused: the place is not empty, the file is no backup, or the key that signed its receipts is not here.
    """
    options = Options.from_environment(os.environ)
    _bring_keys(options, keys)
    from django.conf import settings

    put_back(file, settings.DATABASES["default"])
    running.prepare()
    _ensure_signs()
    return _read(now)


def _bring_keys(options: Options, keys: Path | None) -> None:
    """See that the key which signed the receipts is there: without it nobody could give."""
    if keys is not None and not options.receipt_key_file.exists():
        copy_keys(keys, options.data_dir)
    if not options.receipt_key_file.exists():
        raise BackupRefused(
            f"The key that signs receipts is not in {options.data_dir}. Name the folder it is kept in with --keys."
        )


def _ensure_signs() -> None:
    from geste.apps.audit.ports import KeyMissing, keyring
    from geste.apps.audit.selectors import signing_key_id

    key_id = signing_key_id()
    if key_id is None:
        return
    try:
        keyring().signer(key_id)
    except KeyMissing as missing:
        raise BackupRefused(
            "The key in this folder is not the one this house signed with. Put the right receipt-key there."
        ) from missing


def _read(now: datetime) -> Restored:
    from geste.apps.audit.selectors import handles_forgotten
    from geste.apps.audit.services.forget_again import forget_again
    from geste.apps.audit.services.stop_money import stop_money
    from geste.apps.gestures.selectors import how_many_given
    from geste.config.monitor import everything_unsound

    forget_again(handles_forgotten())
    unsound = everything_unsound()
    if unsound:
        stop_money(faults=[(fault.code, fault.values) for fault in unsound], now=now)
    return Restored(*how_many_given(), unsound)

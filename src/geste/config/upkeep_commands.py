"""Upkeep commands: whoever runs the machine looks after the house: health, backups, and money after a standstill."""

import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geste.config.backups import copy_keys, engine_of, make_backup
from geste.config.commands import opening
from geste.config.inhabited import inhabited, operator
from geste.config.options import Options
from geste.phrases.catalogue import sentence
from geste.phrases.operations import say_faults, say_remark

if TYPE_CHECKING:
    from geste.apps.people.models import User
    from geste.core.ledger.soundness import Unsound

MARKS = {"error": "✗", "warning": "!", "note": "·"}
_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")
_settings = {"help_option_names": ["-h", "--help"]}


@click.command(context_settings=_settings)
@_data
@click.pass_context
def doctor(ctx: click.Context, data: Path | None) -> None:
    """Say what is not as it should be, why it matters and what to do. Changes nothing.

    Looks at disk, clock, keys, backups, the database's settings and waiting work, and reads all books and the whole
    log. Status 0: there is nothing to mend; 1: there is.
    """
    with opening():
        options = _house(data)
        from geste.config.doctor import examined

        remarks = examined(options, now=datetime.now(UTC))
    language = str(ctx.obj)
    for remark in remarks:
        found, *more = say_remark(remark.code, remark.values, language)
        click.echo("\n  ".join([f"{MARKS[remark.severity]} {found}", *more]))
    if any(remark.severity != "note" for remark in remarks):
        sys.exit(1)
    click.echo(sentence("doctor.well", language))


@click.command(context_settings=_settings)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("--keys", type=click.Path(path_type=Path, file_okay=False), help="Also copy the keys, into this folder.")
@_data
def backup(folder: Path | None, keys: Path | None, data: Path | None) -> None:
    """Save the whole database in a new file in FOLDER, and print its name. People may go on working.

    Keys are not in it: whoever holds a backup can read, but neither sign receipts nor sign in. Keep them apart.
    """
    with opening():
        options = _house(data)
        from django.conf import settings

        place = folder or options.backup_dir
        if keys is not None and keys.resolve() == place.resolve():
            raise click.ClickException("Keep the keys apart from the backups: name two folders.")
        click.echo(make_backup(settings.DATABASES["default"], place, now=datetime.now(UTC)))
        for copy in copy_keys(options.data_dir, keys) if keys is not None else ():
            click.echo(copy)


@click.command(context_settings=_settings)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--keys", type=click.Path(path_type=Path, file_okay=False), help="The folder the keys are kept in.")
@_data
@click.pass_context
def restore(ctx: click.Context, file: Path, keys: Path | None, data: Path | None) -> None:
    """Make a house from a backup, in a folder or a database that is empty. Everything is read before anybody comes in.

    Status 1: something is not as it must be. It can be looked at, but no money moves until it is mended.
    """
    with opening():
        _named(data)
        from geste.config.restoring import restore as put_back

        house = put_back(file, keys=keys, now=datetime.now(UTC))
    since = "" if house.last is None else f", the last of them on {house.last:%Y-%m-%d at %H:%M} UTC"
    click.echo(f"{house.gestures} gestures are back{since}.")
    if house.unsound:
        raise click.ClickException(f"Money stands still: {_said(house.unsound, str(ctx.obj))}")
    click.echo("All books and the whole log were read, and are as they must be.")


@click.command(context_settings=_settings)
@click.argument("name")
@click.option("--reason", required=True, help="What was wrong and how it was mended. It is kept.")
@_data
@click.pass_context
def resume(ctx: click.Context, name: str, reason: str, data: Path | None) -> None:
    """Let money move again after a standstill, on the word of NAME, who looks after the charter.

    All books and the whole log are read before. Who said so, when and why is kept for good.
    """
    with inhabited(data):
        from django.utils import timezone

        from geste.apps.audit.services.resume_money import NothingStopped, ReasonMissing, resume_money
        from geste.apps.people.selectors import NoSuchPerson, actor_for, person_called
        from geste.config.monitor import everything_unsound

        try:
            person = person_called(operator(), name)
        except NoSuchPerson as unknown:
            raise click.ClickException(f"Nobody signs in as {name}. geste people list shows everybody.") from unknown
        _answers_for_money(person)
        unsound = everything_unsound()
        if unsound:
            raise click.ClickException(f"It is not mended: {_said(unsound, str(ctx.obj))}")
        try:
            resume_money(actor=actor_for(person), reason=reason, now=timezone.now())
        except NothingStopped as moving:
            raise click.ClickException("Money does not stand still.") from moving
        except ReasonMissing as missing:
            raise click.ClickException("Say what was wrong and how it was mended.") from missing
    click.echo(f"Money moves again, on the word of {person.display_name}.")


def _answers_for_money(person: "User") -> None:
    """Go on if it is this person's to say that money may move again.

    Raises:
        ClickException: it is not; the message says whose it is.
    """
    from geste.apps.audit.policies import may_resume_money
    from geste.apps.people.selectors import actor_for, stewards

    if person.is_active and may_resume_money(actor_for(person)).allowed:
        return
    whose = ", ".join(steward.username for steward in stewards())
    why = "does not look after the charter" if person.is_active else "has left"
    raise click.ClickException(f"{person.display_name} {why}: it is not theirs to say. Ask one of these: {whose}.")


def _said(unsound: "Iterable[Unsound]", language: str) -> str:
    return say_faults([(fault.code, dict(fault.values)) for fault in unsound], language)


def _named(data: Path | None) -> Options:
    if data is not None:
        os.environ["GESTE_DATA_DIR"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    return Options.from_environment(os.environ)


def _house(data: Path | None) -> Options:
    """Get ready to look at a house that is there. Nothing is made and nothing brought up to date."""
    options = _named(data)
    import django
    from django.conf import settings

    django.setup()
    database = settings.DATABASES["default"]
    if engine_of(database) == "sqlite" and not Path(database["NAME"]).is_file():
        raise click.ClickException(f"There is no house in {options.data_dir}. geste serve makes one.")
    return options

"""Log commands: whoever runs the machine exports the log, keeps checkpoints elsewhere, checks it, changes the key."""

import sys
from pathlib import Path

import click

from geste.config import running
from geste.config.commands import opening
from geste.phrases.catalogue import sentence

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")


@click.group()
def log() -> None:
    """The log of receipts, that only grows: its keys, its checkpoints, all of it."""


@log.command()
@_data
def keys(data: Path | None) -> None:
    """Print every key that ever signed here, the first one first: what others pin."""
    with opening():
        running.prepare(data)
        from geste.apps.audit.selectors import public_keys

        for key in public_keys():
            click.echo(str(key))


@log.command()
@_data
def checkpoint(data: Path | None) -> None:
    """Print the newest checkpoint. Whoever keeps it elsewhere sees later whether history was rewritten."""
    with opening():
        running.prepare(data)
        from geste.apps.audit.selectors import newest_checkpoint

        click.echo(newest_checkpoint(), nl=False)


@log.command()
@_data
def export(data: Path | None) -> None:
    """Write the whole log to standard output. It names nobody; `geste verify --log` reads it."""
    with opening():
        running.prepare(data)
        from geste.apps.audit.selectors import log_of_house, public_keys
        from geste.core.receipts.export import export_lines

        origin = next((key.name for key in public_keys()), "")
        for line in export_lines(log_of_house(), origin):
            sys.stdout.buffer.write(line)


@log.command()
@click.option(
    "--checkpoint", "kept", multiple=True, type=click.Path(exists=True, path_type=Path), help="Kept elsewhere."
)
@_data
@click.pass_obj
def check(language: str, kept: tuple[Path, ...], data: Path | None) -> None:
    """Read the whole log, its tree and its receipts, and say where anything is not as it was written."""
    with opening():
        running.prepare(data)
        from geste.apps.audit.selectors import public_keys
        from geste.apps.audit.soundness import faults_of_log
        from geste.core.receipts.examination import Witness
        from geste.interfaces.cli.verify import said_fault

        notes = [path.read_text(encoding="utf-8") for path in kept]
        faults = faults_of_log(Witness(keys=public_keys()[:1], checkpoints=notes))
        for fault in faults:
            click.echo(said_fault(fault, language))
        if faults:
            raise click.exceptions.Exit(1)
        click.echo(sentence("log.sound", language))


@log.command()
@click.argument("checkpoint", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_data
@click.pass_obj
def grown(language: str, checkpoint: Path, data: Path | None) -> None:
    """Say whether the log only grew since CHECKPOINT, a file somebody kept. Quick, however long the log is.

    Status 1: it was rewritten. geste log check says where, and reads everything.
    """
    with opening():
        running.prepare(data)
        from geste.apps.audit.selectors import only_grew_since
        from geste.core.log.checkpoint import NoteRefused

        try:
            has_only_grown = only_grew_since(checkpoint.read_text(encoding="utf-8"))
        except NoteRefused as refused:
            raise click.ClickException(sentence("checkpoint.not_genuine", language)) from refused
        if not has_only_grown:
            raise click.ClickException(sentence("checkpoint.contradicted", language))
        click.echo(sentence("log.grown", language))


@log.command()
@_data
@click.pass_obj
def draws(language: str, data: Path | None) -> None:
    """Draw for review again, from the log alone, and say where what is kept is not what chance drew."""
    with opening():
        running.prepare(data)
        from geste.apps.reviews.draws import disagreements, up_to_date

        decisions = up_to_date()
        found = disagreements(decisions)
        for each in found:
            code = "log.draw_missing" if each.is_drawn else "log.draw_added"
            click.echo(sentence(code, language).format(decision=each.decision))
        if found:
            raise click.exceptions.Exit(1)
        click.echo(sentence("log.draws_sound", language).format(checked=len(decisions)))


@log.command("change-key")
@click.option("--compromised", is_flag=True, help="Somebody else may have the old key.")
@_data
def change_key(*, compromised: bool, data: Path | None) -> None:
    """Sign with a new key from here on, and print it. The old one vouches for it in the log and is destroyed."""
    with opening():
        running.prepare(data)
        from django.utils import timezone

        from geste.apps.audit.services.rotate_key import rotate_key

        click.echo(str(rotate_key(because="compromised" if compromised else "rotated", now=timezone.now())))

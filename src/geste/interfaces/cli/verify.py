"""Verify: receipts and exported logs, checked against pinned keys and what somebody kept. It opens no house."""

from pathlib import Path

import click

from geste.apps.audit.ed25519 import verifies
from geste.core.log.checkpoint import NoteRefused, PublicKey, read_checkpoint
from geste.core.receipts.examination import Fault, Witness, examine
from geste.core.receipts.export import ExportRefused, exported_log
from geste.core.receipts.file import Genuine, ReceiptRefused, check_receipt
from geste.phrases.catalogue import sentence

_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("receipts", metavar="[RECEIPT]...", nargs=-1, type=_file)
@click.option("--key", "keys", multiple=True, required=True, help="The organisation's key, or a file that holds it.")
@click.option("--log", "export", type=_file, help="A log as `geste log export` writes it.")
@click.option("--checkpoint", "kept", multiple=True, type=_file, help="A checkpoint kept since another day.")
@click.pass_obj
def verify(
    language: str, receipts: tuple[Path, ...], keys: tuple[str, ...], export: Path | None, kept: tuple[Path, ...]
) -> None:
    """Check that each RECEIPT is genuine, and that a log is as it was written.

    A log is read from its first leaf, against its own checkpoints, against those you kept, and against the receipts.
    Status 1: something is not as it was; the line says where.
    """
    if not receipts and export is None:
        raise click.UsageError("Name a receipt, or a log with --log.")
    pinned = [key for word in keys for key in _keys_in(word, language)]
    genuine = [_checked(path, pinned, language) for path in receipts]
    witness = Witness(
        keys=pinned,
        checkpoints=[_note(path, pinned, language) for path in kept],
        receipts=[each for each in genuine if each is not None],
    )
    faults = [] if export is None else _faults_of(export, witness, language)
    if None in genuine or faults:
        raise click.exceptions.Exit(1)


def _keys_in(word: str, language: str) -> list[PublicKey]:
    text = Path(word).read_text(encoding="utf-8") if Path(word).is_file() else word
    try:
        return [PublicKey.read(line) for line in text.splitlines() if line.strip()]
    except NoteRefused as refused:
        raise click.BadParameter(sentence(refused.code, language), param_hint="--key") from refused


def _note(path: Path, pinned: list[PublicKey], language: str) -> str:
    """A checkpoint that is signed by a successor of the pinned key is judged with the log; one that is none, here."""
    note = path.read_text(encoding="utf-8")
    try:
        read_checkpoint(note, pinned, verifies)
    except NoteRefused as refused:
        if refused.code != "key.not_pinned":
            raise click.BadParameter(sentence(refused.code, language), param_hint="--checkpoint") from refused
    return note


def _checked(path: Path, pinned: list[PublicKey], language: str) -> Genuine | None:
    try:
        genuine = check_receipt(path.read_bytes(), pinned, verifies)
    except ReceiptRefused as refused:
        click.echo(f"{path}: {sentence('receipt.refused', language)} {sentence(refused.code, language)}")
        return None
    code = "receipt.signed_only" if genuine.checkpoint is None else "receipt.in_log"
    size = 0 if genuine.checkpoint is None else genuine.checkpoint.size
    click.echo(f"{path}: {sentence(code, language).format(index=genuine.index, size=size)}")
    return genuine


def _faults_of(export: Path, witness: Witness, language: str) -> tuple[Fault, ...]:
    try:
        with export.open("rb") as lines:
            found = examine(exported_log(lines), witness, verifies)
    except ExportRefused as refused:
        raise click.ClickException(sentence("export.malformed", language).format(line=refused.line)) from refused
    for fault in found.faults:
        click.echo(f"{export}: {said_fault(fault, language)}")
    if not found.faults:
        said = sentence("log.as_written", language).format(size=found.size, root=found.root.hex())
        click.echo(f"{export}: {said}")
    return found.faults


def said_fault(fault: Fault, language: str) -> str:
    """Return what is wrong, and where."""
    where = "fault.at" if fault.first == fault.last else "fault.between"
    place = sentence(where, language).format(first=fault.first, last=fault.last)
    return f"{place} {sentence(fault.code, language)}"

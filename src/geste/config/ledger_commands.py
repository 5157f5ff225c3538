"""Ledger commands: the books for finance, as files that other programs read, and the line under a month."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geste.config.inhabited import inhabited, operator
from geste.phrases.operations import say_faults

if TYPE_CHECKING:
    from geste.apps.ledger.models import ClosedPeriod

FORMATS = ("csv", "beancount")
REFUSED = {
    "close.no_month": "A month is written like 2026-05.",
    "close.not_over": "This month is not over yet. It can be closed from the first day after it.",
    "close.flawed": "The books are not as they must be, and nothing was closed. {why} geste doctor says more.",
    "close.closed_later": "A later month is closed already, and this one with it.",
}

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")


@click.group()
def ledger() -> None:
    """The books: what gestures cost, in double entry."""


@ledger.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="What to write.")
@_data
def export(form: str, data: Path | None) -> None:
    """Write the whole journal to standard output.

    Each entry with the decision it rests on and the version of the charter; bean-check accepts the second format.
    """
    with inhabited(data):
        for line in _journal(form):
            click.echo(line)


@ledger.command()
@click.argument("month", metavar="YYYY-MM")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), help="Folder of the evidence. Default: books-YYYY-MM."
)
@click.option(
    "--codes", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Lines such as gestures,623400."
)
@_data
def close(month: str, into: Path | None, codes: Path | None, data: Path | None) -> None:
    """Close a month of the books for good, and write the evidence for it.

    Nothing is dated in a closed month any more; what is mended later is dated later. Closed again it writes the same
    evidence again. The folder holds summary.csv with the sums by account and envelope, entries.csv with every entry and
    its decision, journal.beancount, and closed.txt with the fingerprint.
    """
    with inhabited(data):
        from django.utils import timezone

        from geste.apps.ledger.services.close_period import CloseRefused, close_period

        try:
            closed = close_period(actor=operator(), month=month, now=timezone.now())
        except CloseRefused as refused:
            raise click.ClickException(REFUSED[refused.code].format(why=say_faults(refused.faults, "en"))) from refused
        folder = into or Path(f"books-{closed.name}")
        _write_evidence(closed, folder, "" if codes is None else codes.read_text(encoding="utf-8"))
        click.echo(f"{closed.name} is closed: {closed.entries} entries. Evidence: {folder}")


def _journal(form: str) -> Iterable[str]:
    from geste.apps.gestures.trace import traced_entries
    from geste.core.ledger.beancount import beancount_lines
    from geste.core.ledger.spreadsheet import entry_lines

    entries = traced_entries()
    return beancount_lines(entries, title="Gestures") if form == "beancount" else entry_lines(entries)


def _write_evidence(closed: "ClosedPeriod", folder: Path, codes: str) -> None:
    from geste.apps.gestures.trace import traced_entries
    from geste.core.ledger.beancount import beancount_lines
    from geste.core.ledger.closing import Movement
    from geste.core.ledger.spreadsheet import codes_in, entry_lines, movement_lines

    movements = [Movement(*values) for values in closed.movements]
    entries = list(traced_entries(since=closed.since, until=closed.until))
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "summary.csv", movement_lines(movements, codes_in(codes)))
    _write(folder / "entries.csv", entry_lines(entries))
    _write(folder / "journal.beancount", beancount_lines(entries, title=f"Gestures {closed.name}"))
    _write(folder / "closed.txt", _told(closed))


def _told(closed: "ClosedPeriod") -> tuple[str, ...]:
    from geste.apps.people.selectors import on_the_clock_of_the_house

    return (
        f"month: {closed.name}",
        f"since: {on_the_clock_of_the_house(closed.since).isoformat()}",
        f"until: {on_the_clock_of_the_house(closed.until).isoformat()}",
        f"closed at: {on_the_clock_of_the_house(closed.closed_at).isoformat()}",
        f"entries: {closed.entries}",
        f"sha256: {closed.digest}",
    )


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

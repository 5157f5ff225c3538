"""Charter: check, explain, compare and print the text that says what may be given."""

import json
from pathlib import Path

import click

from geste.core.charter.differ import diff_charters
from geste.core.charter.schema import json_schema
from geste.core.charter.syntax import Charter
from geste.interfaces.cli.files import read_charter_file
from geste.interfaces.cli.findings import show_findings
from geste.phrases.changes import say_change
from geste.phrases.explain import explain_charter
from geste.phrases.page import html_page


@click.group()
def charter() -> None:
    """Check, explain, compare and print a charter."""


@charter.command()
@click.argument("file")
@click.option("--parameters", metavar="FILE", help="A second file whose `parameters:` replace the charter's numbers.")
@click.pass_obj
def check(language: str, file: str, parameters: str | None) -> None:
    """Say what is wrong in FILE, where, and how to mend it. Ends with status 1 if it cannot be used."""
    reading = read_charter_file(file, parameters)
    show_findings(file, reading.findings, language, parameters)
    if reading.charter is None:
        raise click.exceptions.Exit(1)
    count = sum(found.severity == "warning" for found in reading.findings)
    warnings = f"{count} warning{'' if count == 1 else 's'}"
    click.echo(f"{file}: {reading.charter.id} version {reading.charter.version}, {warnings}, {reading.digest}")


@charter.command()
@click.argument("file")
@click.pass_obj
def explain(language: str, file: str) -> None:
    """Say what FILE means, in plain sentences."""
    explanation = explain_charter(_usable(file, language), language)
    click.secho(explanation.title, bold=True)
    for section in explanation.sections:
        click.echo()
        click.secho(section.heading, bold=True)
        for line in section.lines:
            click.echo(f"  {line}")


@charter.command()
@click.argument("old")
@click.argument("new")
@click.pass_obj
def diff(language: str, old: str, new: str) -> None:
    """Say what NEW gives, takes back or moves, compared with OLD, and for whom."""
    before, after = _usable(old, language), _usable(new, language)
    for change in diff_charters(before, after):
        click.echo(say_change(change, before, after, language))


@charter.command("print")
@click.argument("file")
@click.option("-o", "--output", metavar="FILE", help="Where to write: .html or .pdf. Default: HTML on standard output.")
@click.pass_obj
def print_page(language: str, file: str, output: str | None) -> None:
    """Make the one-page charter to hang on the wall, as HTML or PDF."""
    page = _usable(file, language)
    if output is None:
        click.echo(html_page(page, language))
        return
    if output.endswith(".pdf"):
        from geste.printing.page import pdf_page  # the PDF library takes its time; only this command pays for it

        Path(output).write_bytes(pdf_page(page, language))
    else:
        Path(output).write_text(html_page(page, language), encoding="utf-8")
    click.echo(output)


@charter.command()
def schema() -> None:
    """Print the JSON Schema of charters, for editors."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _usable(file: str, language: str) -> Charter:
    reading = read_charter_file(file)
    if reading.charter is None:
        show_findings(file, reading.findings, language)
        raise click.exceptions.Exit(1)
    return reading.charter

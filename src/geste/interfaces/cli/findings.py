"""Findings: shows what is wrong in a file, where, and how to mend it."""

from collections.abc import Iterable

import click

from geste.core.findings import Finding
from geste.phrases.speak import say_finding

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def show_findings(path: str, findings: Iterable[Finding], language: str, parameters: str | None = None) -> None:
    """Print each finding as `path:line:column: severity: sentence [code]`, the form editors understand.

    `parameters` is the path of the second file, whose findings stand under its own name.
    """
    for found in findings:
        file = parameters if parameters is not None and "file" in dict(found.values) else path
        place = f"{file}:{found.line}:{found.column}: " if found.line else f"{file}: "
        severity = click.style(found.severity, fg=_COLOURS[found.severity])
        click.echo(f"{place}{severity}: {say_finding(found, language)} [{found.code}]")

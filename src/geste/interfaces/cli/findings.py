"""Findings: shows what is wrong in a file, where, and how to mend it."""

from collections.abc import Iterable

import click

from geste.core.findings import Finding
from geste.phrases.speak import say_finding

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def show_findings(path: str, findings: Iterable[Finding], language: str) -> None:
    """Print each finding as `path:line:column: severity: sentence [code]`, the form editors understand."""
    for found in findings:
        place = f"{path}:{found.line}:{found.column}: " if found.line else f"{path}: "
        severity = click.style(found.severity, fg=_COLOURS[found.severity])
        click.echo(f"{place}{severity}: {say_finding(found, language)} [{found.code}]")

"""Files: reads what a command is pointed at, and says plainly when it cannot."""

import sys
from pathlib import Path

import click

from geste.core import limits
from geste.core.charter.reading import Reading, read_charter


def read_bytes(path: str, limit: int) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; one byte more than `limit` is enough to refuse it.

    Raises:
        click.ClickException: the file is missing, a folder, or not to be read.
    """
    try:
        if path == "-":
            return sys.stdin.buffer.read(limit + 1)
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror or error}") from error


def read_charter_file(path: str, parameters: str | None = None) -> Reading:
    """Return what reading a charter's file gives; `parameters` is a second file that replaces its numbers."""
    numbers = None if parameters is None else read_bytes(parameters, limits.CHARTER_BYTES)
    return read_charter(read_bytes(path, limits.CHARTER_BYTES), numbers)

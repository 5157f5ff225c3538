"""Inhabited: a house that somebody has moved into, opened for whoever runs the machine it stands on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geste.config import running
from geste.config.commands import opening

if TYPE_CHECKING:
    from geste.apps.base.actor import Actor


@contextmanager
def inhabited(data: Path | None) -> Iterator[None]:
    """Open a house that somebody has moved into.

    Raises:
        ClickException: it cannot be opened, or nobody has.
    """
    with opening():
        running.prepare(data)
        from geste.apps.people.selectors import is_founded

        if not is_founded():
            raise click.ClickException("Nobody has moved in yet. Start geste serve and open the address it prints.")
        yield


def operator() -> "Actor":
    """Whoever may run commands on this machine holds the keys to everything on it."""
    from geste.apps.base.actor import Actor

    return Actor(user_id=0, name="operator", role="", is_steward=True)

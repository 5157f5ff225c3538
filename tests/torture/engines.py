"""Engines: an empty house on either database, with the durability of a real one, in the process that asks for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tests.environment import postgresql

ENGINES = ("sqlite", "postgresql")


@contextmanager
def house_on(engine: str, folder: str) -> Iterator[None]:
    """Migrate an empty house in `folder`, or on a server of its own, and let this process work in it."""
    os.environ["GESTE_DATA_DIR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    if engine == "sqlite":
        _migrated()
        yield
        return
    programs = postgresql.programs_found()
    if programs is None:
        raise SystemExit(postgresql.ADVICE)
    with postgresql.mortal_server(programs) as server:
        os.environ["GESTE_DATABASE_URL"] = server.url
        _migrated()
        yield


def _migrated() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)

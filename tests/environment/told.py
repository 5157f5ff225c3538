"""Told: a company's story, told once in a process and put back for whoever asks for it again.

Telling takes a second or two, and most stories of the browser begin with the same night.
"""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geste.apps.people.models import User
    from geste.demo.company import Company

_kept: dict[str, sqlite3.Connection] = {}


def told(company: "Company") -> "User":
    """Return whose shoes one steps into, with the story in an empty database.

    Numbers of rows go on from where they were, as they do when a story is told anew: what remembers something by a
    number is not led astray. Where it cannot be put back (PostgreSQL, a clock that was set) it is told.
    """
    from django.db import connection
    from django.utils import timezone

    from geste.apps.people.models import User
    from geste.demo.telling import tell

    if connection.vendor != "sqlite" or connection.in_atomic_block or timezone.now.__module__ != timezone.__name__:
        return tell(company)
    connection.ensure_connection()
    here: sqlite3.Connection = connection.connection
    kept = _kept.get(company.id)
    if kept is None:
        tell(company)
        kept = _kept[company.id] = sqlite3.connect(":memory:", check_same_thread=False)
        here.backup(kept)
    else:
        reached = here.execute("SELECT seq, name FROM sqlite_sequence").fetchall()
        kept.backup(here)
        here.executemany("UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = ?", reached)
        known = {name for (name,) in here.execute("SELECT name FROM sqlite_sequence")}
        missing = [(seq, name) for seq, name in reached if name not in known]
        here.executemany("INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)", missing)
    return User.objects.get(username=company.first_person)

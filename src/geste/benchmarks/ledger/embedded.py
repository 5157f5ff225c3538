"""Embedded: what SQLite itself can do: the rows of one gesture and a durable commit, one after the other."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from geste.benchmarks.ledger.house import CASES
from geste.benchmarks.ledger.limit import WRITTEN
from geste.benchmarks.ledger.rate import Rate

FIRST = 1_000_000_000
CONSTRAINED = ("ledger_entry", *WRITTEN)


def raw_commits(database: Path, seconds: float, first: int) -> Rate:
    """Return how many gestures plain SQL writes in a second, every one on disk before the next begins."""
    connection = sqlite3.connect(database, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    samples = {table: _sample(connection, table) for table in CONSTRAINED}
    waits: list[float] = []
    until, number = monotonic() + seconds, FIRST + first
    while (begun := monotonic()) < until:
        number += 1
        _gesture(connection, samples, number)
        waits.append(monotonic() - begun)
    connection.close()
    return Rate.of(waits, seconds)


def _sample(connection: sqlite3.Connection, table: str) -> tuple[str, list[str], Sequence[object]]:
    which = " WHERE gesture_key NOT LIKE 'envelope:%'" if table == "ledger_entry" else ""
    found = connection.execute(f"SELECT * FROM {table}{which} LIMIT 1")  # noqa: S608 - own names
    columns = [told[0] for told in found.description]
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({places})", columns, found.fetchone()  # noqa: S608 - own names


def _gesture(
    connection: sqlite3.Connection, samples: dict[str, tuple[str, list[str], Sequence[object]]], number: int
) -> None:
    case, key = CASES + 1 + number % CASES, f"b{number}"
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("SELECT count(*) FROM gestures_usedkey WHERE key = ?", [key]).fetchone()
    connection.execute("SELECT id, customer FROM cases_case WHERE id = ?", [case]).fetchone()
    connection.execute("SELECT id, what, amount FROM gestures_gesture WHERE case_id = ?", [case]).fetchall()
    draw = 'UPDATE ledger_envelopeperiod SET "left" = "left" - 1, seq = seq + 1 WHERE id = 1 RETURNING seq, "left"'
    ((seq, left),) = connection.execute(draw).fetchall()
    told = {
        "id": number, "key": key, "gesture_key": key, "case_id": case, "decision_id": number, "decision": number,
        "entry_id": number, "index": number, "leaf_id": number, "envelope_seq": seq, "envelope_left": left,
        "envelope_period_id": 1,
    }  # fmt: skip
    for sentence, columns, sample in samples.values():
        connection.execute(sentence, [told.get(name, value) for name, value in zip(columns, sample, strict=True)])
    connection.execute("COMMIT")

"""Append-only: what makes the database itself refuse to change or delete a row of the journal, on both engines."""

from collections.abc import Iterator

JOURNAL = ("ledger_entry", "ledger_envelopechange", "ledger_closedperiod")
"""Tables that are added to, and nothing else."""

KEPT = "ledger_envelopeperiod"
"""The running rows: what they hold changes, whose they are does not, and none is deleted."""

FIXED = (
    "id", "envelope", "holder", "number", "since", "until", "currency", "opened_at", "opened_by",
)  # fmt: skip


CLOSED = "ledger_entry_not_in_closed"
"""The guard that refuses an entry dated in a closed month."""


def guards(vendor: str) -> list[str]:
    """Return the statements that put the guards up; where they stand already they are put up anew."""
    return [*unguards(vendor), *(_postgresql() if vendor == "postgresql" else _sqlite())]


def unguards(vendor: str) -> list[str]:
    """Return the statements that take the guards down: for going back to before they were, and for emptying a test."""
    if vendor == "postgresql":
        return [f'DROP TRIGGER IF EXISTS {name} ON "{table}"' for name, table in guard_names(vendor)]
    return [f"DROP TRIGGER IF EXISTS {name}" for name, _ in guard_names(vendor)]


def guard_names(vendor: str) -> list[tuple[str, str]]:
    """Return the name of every guard, with its table."""
    names = [(f"{table}_no_{verb}", table) for table in (*JOURNAL, KEPT) for verb in ("update", "delete")]
    names.append((CLOSED, "ledger_entry"))
    if vendor == "postgresql":
        names += [(f"{table}_no_truncate", table) for table in (*JOURNAL, KEPT)]
    return names


def _sqlite() -> Iterator[str]:
    for table in JOURNAL:
        yield _sqlite_guard(table, "update", "BEFORE UPDATE")
        yield _sqlite_guard(table, "delete", "BEFORE DELETE")
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in FIXED)
    yield _sqlite_guard(KEPT, "update", "BEFORE UPDATE", f" WHEN {changed}")
    yield _sqlite_guard(KEPT, "delete", "BEFORE DELETE")
    yield (
        'CREATE TRIGGER ledger_entry_not_in_closed BEFORE INSERT ON "ledger_entry" '
        'WHEN NEW."occurred_at" < (SELECT MAX("until") FROM "ledger_closedperiod") '
        "BEGIN SELECT RAISE(ABORT, 'this month of the ledger is closed'); END"
    )


def _sqlite_guard(table: str, verb: str, moment: str, when: str = "") -> str:
    return (
        f'CREATE TRIGGER {table}_no_{verb} {moment} ON "{table}"{when} '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    yield (
        "CREATE OR REPLACE FUNCTION ledger_not_in_closed() RETURNS trigger LANGUAGE plpgsql AS "
        '$$ BEGIN IF NEW."occurred_at" < (SELECT MAX("until") FROM "ledger_closedperiod") THEN '
        "RAISE EXCEPTION 'this month of the ledger is closed' USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN NEW; END $$"
    )
    yield (
        f'CREATE TRIGGER {CLOSED} BEFORE INSERT ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION ledger_not_in_closed()'
    )
    for table in JOURNAL:
        yield _postgresql_guard(table, "update", "FOR EACH ROW")
    changed = " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in FIXED)
    yield _postgresql_guard(KEPT, "update", f"FOR EACH ROW WHEN ({changed})")
    for table in (*JOURNAL, KEPT):
        yield _postgresql_guard(table, "delete", "FOR EACH ROW")
        yield _postgresql_guard(table, "truncate", "FOR EACH STATEMENT")


def _postgresql_guard(table: str, verb: str, each: str) -> str:
    return (
        f'CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON "{table}" {each} '
        "EXECUTE FUNCTION ledger_append_only()"
    )

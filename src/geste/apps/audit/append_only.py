"""Append-only: what makes the database itself refuse to change or delete what was written into the log."""

WRITTEN_ONCE = ("audit_leaf", "audit_node", "audit_checkpoint", "audit_receipt", "audit_signingkey")
"""Tables that are added to, and nothing else."""

_FUNCTION = (
    "CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
    "END $$"
)


def guards(vendor: str) -> list[str]:
    """Return the statements that put the guards up; where they stand already they are put up anew."""
    if vendor == "postgresql":
        return [_FUNCTION, *unguards(vendor), *(_postgresql(name, table, verb) for name, table, verb in _names(vendor))]
    return [*unguards(vendor), *(_sqlite(name, table, verb) for name, table, verb in _names(vendor))]


def unguards(vendor: str) -> list[str]:
    """Return the statements that take the guards down: for going back to before they were, and for emptying a test."""
    if vendor == "postgresql":
        return [f'DROP TRIGGER IF EXISTS {name} ON "{table}"' for name, table, _ in _names(vendor)]
    return [f"DROP TRIGGER IF EXISTS {name}" for name, _, _ in _names(vendor)]


def _names(vendor: str) -> list[tuple[str, str, str]]:
    verbs = ("update", "delete", "truncate") if vendor == "postgresql" else ("update", "delete")
    return [(f"{table}_no_{verb}", table, verb) for table in WRITTEN_ONCE for verb in verbs]


def _sqlite(name: str, table: str, verb: str) -> str:
    return (
        f'CREATE TRIGGER {name} BEFORE {verb.upper()} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _postgresql(name: str, table: str, verb: str) -> str:
    each = "STATEMENT" if verb == "truncate" else "ROW"
    return (
        f'CREATE TRIGGER {name} BEFORE {verb.upper()} ON "{table}" FOR EACH {each} EXECUTE FUNCTION audit_append_only()'
    )

"""Limit: what the database itself can do: the rows of one gesture written one by one by pgbench, in the same tables."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from geste.benchmarks.ledger.house import CASES
from geste.benchmarks.ledger.rate import Rate
from geste.benchmarks.ledger.server import Server

CLIENTS = 16
ENVELOPES = 1000
"""So many that two clients seldom meet at one."""
KEYED = "'b' || :gesture"
# Every table a gesture writes to, in the order in which they lean on each other, and what differs from row to row.
# Leaves take their number from a sequence here: one row that says where the log ends would make everybody wait for it.
WRITTEN: Mapping[str, Mapping[str, str]] = {
    "gestures_decisionrecord": {"id": ":decision", "case_id": ":case"},
    "gestures_gesture": {
        "id": ":gesture", "case_id": ":case", "decision_id": ":decision", "entry_id": ":entry", "key": KEYED
    },
    "gestures_usedkey": {"key": KEYED, "decision_id": ":decision"},
    "base_eventrow": {"id": "nextval('bench_news')"},
    "audit_leaf": {"index": ":decision"},
    "audit_receipt": {"leaf_id": ":decision", "decision": ":decision"},
}  # fmt: skip
ENTRY = {
    "id": ":entry", "gesture_key": KEYED, "envelope_period_id": ":envelope", "envelope_seq": ":seq",
    "envelope_left": ":rest", "envelope": "'bench'",
}  # fmt: skip
# What is read before a gesture is written; the names stand for values, as `pgbench` and SQLite both spell it.
READ = (
    "SELECT count(*) FROM gestures_usedkey WHERE key = {key}",
    "SELECT id, customer FROM cases_case WHERE id = :case",
    (
        "SELECT g.id, g.what, g.amount FROM gestures_gesture g LEFT JOIN gestures_reversal r ON r.gesture_id = g.id "
        "WHERE g.case_id = :case AND r.id IS NULL"
    ),
)
DRAW = """\
\\set envelope {envelope}
SELECT nextval('bench_entry') AS entry \\gset
UPDATE ledger_envelopeperiod SET "left" = "left" - 1, seq = seq + 1 WHERE id = :envelope AND "left" >= 1
 RETURNING seq AS seq, "left" AS rest \\gset
{entry}"""
FIRST_BENCH_ID, FIRST_FILLED = 1_000_000_000, 2_000_000_000


class Limit:
    """A database like that of a house in which one gesture was given, with copies of its rows to write again.

    What pgbench writes are no sound books: whoever watches over a house would stop its money.
    """

    def __init__(self, server: Server, database: str) -> None:
        self._server, self._database = server, database
        self._sql(
            "CREATE SEQUENCE bench_number START 1000000000",
            "CREATE SEQUENCE bench_entry START 1000000000",
            "CREATE SEQUENCE bench_news START 1000000000",
            *(_copy_of(table) for table in WRITTEN),
            _copy_of("ledger_entry", " WHERE gesture_key NOT LIKE 'envelope:%'"),
        )
        columns = self._columns("ledger_envelopeperiod")
        told = {"id": "1000000000 + n", "envelope": "'bench-' || n", '"left"': "1000000000", "cap": "1000000000"}
        values = ", ".join(told.get(name, f"s.{name}") for name in columns)
        self._sql(
            f"INSERT INTO ledger_envelopeperiod ({', '.join(columns)}) SELECT {values} "  # noqa: S608 - own names
            f"FROM (SELECT * FROM ledger_envelopeperiod LIMIT 1) s, generate_series(1, {ENVELOPES}) n"
        )

    def measured(self, *, seconds: float, draws: int = 1, envelopes: int = ENVELOPES) -> Rate:
        """Return how many gestures pgbench writes in a second, each drawing on `draws` of so many envelopes."""
        script = self._script(draws, envelopes)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "gesture.sql"
            file.write_text(script, encoding="ascii")
            self._server.run(
                "pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(round(seconds)),
                "-f", str(file), "--log", f"--log-prefix={folder}/waits", self._database,
            )  # fmt: skip
            # Two that want the same envelopes in another order wait until one of them is undone: that is no gesture.
            waits = [
                float(line.split()[2]) / 1e6
                for log in Path(folder).glob("waits*")
                for line in log.open()
                if "failed" not in line
            ]
        return Rate.of(waits, seconds)

    def fill(self, gestures: int) -> None:
        """Have at least so many gestures in the database, spread over the cases of nobody here."""
        there = int(self._server.run("psql", "-At", "-c", "SELECT count(*) FROM gestures_gesture", self._database))
        lacking = gestures - there
        if lacking <= 0:
            return
        numbers = f"generate_series({FIRST_FILLED} + {there}, {FIRST_FILLED} + {gestures}) n"
        told = {
            ":case": f"{CASES + 1} + n % {CASES}", ":decision": "n", ":gesture": "n", ":entry": "n", ":seq": "n",
            ":rest": "0", ":envelope": f"{FIRST_BENCH_ID} + 1",
        }  # fmt: skip
        for table, own in {"ledger_entry": ENTRY, **WRITTEN}.items():
            rows = self._insert(table, own).removesuffix(" s;\n") + f" s, {numbers}"
            for name, value in told.items():
                rows = rows.replace(name, value)
            # Every row leans on what is there: it need not be looked up a million times.
            self._sql("SET session_replication_role = replica", rows)
        self._sql("ANALYZE")

    def _script(self, draws: int, envelopes: int) -> str:
        drawn = "".join(
            DRAW.format(
                envelope=f"{FIRST_BENCH_ID} + random(1, {envelopes})",
                entry=self._insert("ledger_entry", {**ENTRY, "ordinal": str(number)}),
            )
            for number in range(draws)
        )
        rows = "".join(self._insert(table, told) for table, told in WRITTEN.items())
        asked = "".join(f"{question};\n" for question in READ).format(key=KEYED)
        return (
            f"\\set case random({CASES + 1}, {2 * CASES})\nBEGIN;\n"
            "SELECT nextval('bench_number') AS decision \\gset\n\\set gesture :decision\n"
            f"{asked}{drawn}{rows}COMMIT;\n"
        )

    def _insert(self, table: str, told: Mapping[str, str]) -> str:
        columns = self._columns(table)
        values = ", ".join(told.get(name.strip('"'), f"s.{name}") for name in columns)
        return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM bench_{table} s;\n"  # noqa: S608

    def _columns(self, table: str) -> Sequence[str]:
        asked = (
            "SELECT quote_ident(column_name) FROM information_schema.columns "  # noqa: S608 - own names
            f"WHERE table_name = '{table}' ORDER BY ordinal_position"
        )
        return self._server.run("psql", "-At", "-c", asked, self._database).split()

    def _sql(self, *statements: str) -> None:
        self._server.run("psql", "-q", "-v", "ON_ERROR_STOP=1", self._database, stdin=";\n".join(statements) + ";\n")


def _copy_of(table: str, which: str = "") -> str:
    return f"CREATE TABLE bench_{table} AS SELECT * FROM {table}{which} LIMIT 1"  # noqa: S608 - own names

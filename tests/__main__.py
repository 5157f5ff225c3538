"""The whole suite but the slow tests, services on both databases at once: neither leaves a processor idle alone.

Doors hold no rules and no SQL: on PostgreSQL theirs are run by `make slow`.

`python -m tests [WORKERS]`. What runs on PostgreSQL is told when what runs on SQLite has ended.
"""

import subprocess
import sys
from tempfile import TemporaryFile

ON_BOTH = "tests/apps"
# Whatever database a house has, the demonstration is told in the embedded one.
EMBEDDED_ONLY = "tests/apps/test_demo.py"


def main(workers: int = 3) -> int:
    """Run everything and return the worse of the two exit statuses."""
    on_postgresql = ["-m", "not slow and not browser", "--database=postgresql", f"--ignore={EMBEDDED_ONLY}", ON_BOTH]
    with TemporaryFile() as told:
        beside = subprocess.Popen(_pytest(max(1, workers // 2), on_postgresql), stdout=told, stderr=subprocess.STDOUT)
        try:
            in_front = subprocess.run(_pytest(workers, ["-m", "not slow"]), check=False).returncode
            behind = beside.wait()
        finally:
            beside.kill()
        told.seek(0)
        print("\nOn PostgreSQL:", flush=True)
        sys.stdout.buffer.write(told.read())
    return max(in_front, behind)


def _pytest(workers: int, further: list[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", "-n", str(workers), "--dist", "worksteal", *further]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))

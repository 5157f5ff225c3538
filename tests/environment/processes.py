"""Processes: which there are, and whose children they are, as Linux tells it."""

from contextlib import suppress
from pathlib import Path


def children_of(parent: int) -> list[int]:
    """Return the processes somebody has made, the first one first."""
    found = []
    for process in [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]:
        with suppress(OSError):
            if int(_told(process)[1]) == parent:
                found.append(process)
    return sorted(found)


def is_alive(process: int) -> bool:
    """Return whether a process is there and has not ended."""
    try:
        return _told(process)[0] != "Z"
    except OSError:
        return False


def _told(process: int) -> list[str]:
    """State, parent, and so on: what stands after the name, which may hold anything."""
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()

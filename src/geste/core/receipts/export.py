"""Export: a whole log as lines of text that anybody can keep: first what it is, then leaves, then checkpoints."""

import base64
from collections.abc import Iterable, Iterator

from geste.core.log.checkpoint import decoded
from geste.core.receipts.canonical import CanonicalRefused, read, written
from geste.core.receipts.examination import KeptLeaf, Log

FORMAT = "log/1"


class ExportRefused(ValueError):
    """A line of an export cannot be read; `line` says which."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def export_lines(log: Log, origin: str) -> Iterator[bytes]:
    """Yield the lines of an export."""
    yield written({"geste": FORMAT, "origin": origin}) + b"\n"
    for leaf in log.leaves:
        yield (
            written(
                {
                    "index": leaf.index,
                    "key": leaf.key_id,
                    "leaf": base64.b64encode(leaf.leaf).decode("ascii"),
                    "sig": base64.b64encode(leaf.signature).decode("ascii"),
                }
            )
            + b"\n"
        )
    for note in log.checkpoints:
        yield written({"checkpoint": note}) + b"\n"


def exported_log(lines: Iterable[bytes]) -> Log:
    """Return the log an export holds.

    Raises:
        ExportRefused: a line is not as an export has it.
    """
    leaves: list[KeptLeaf] = []
    checkpoints: list[str] = []
    number = 0
    for number, line in enumerate(lines, 1):
        match _value(line, number):
            case {"geste": "log/1", "origin": str()} if number == 1:
                continue
            case {"checkpoint": str(note), **others} if not others and number > 1:
                checkpoints.append(note)
            case {"index": int(index), "key": str(key), "leaf": str(leaf), "sig": str(signature), **others}:
                content, raw = decoded(leaf), decoded(signature)
                if others or content is None or raw is None or checkpoints or number == 1:
                    raise ExportRefused(number)
                leaves.append(KeptLeaf(index, content, key, raw))
            case _:
                raise ExportRefused(number)
    if not number:
        raise ExportRefused(1)
    return Log(leaves, checkpoints)


def _value(line: bytes, number: int) -> object:
    try:
        return read(line.removesuffix(b"\n"))
    except CanonicalRefused as refused:
        raise ExportRefused(number) from refused

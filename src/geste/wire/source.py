"""Source: makes Python functions of lines that were written for one charter."""

from collections.abc import Iterable, Mapping
from typing import Any

from geste.core.decision.emit import indented


def function_of(title: str, parameters: str, lines: Iterable[str], names: Mapping[str, object]) -> Any:
    """Return the function these lines are the body of; `names` are what they may call and read."""
    source = "\n".join([f"def function({parameters}):", *indented(lines)])
    found = dict(names)
    # The source is written from a checked charter; no text of the charter reaches it but as a literal.
    exec(compile(source, f"<{title}>", "exec"), found)  # noqa: S102
    return found["function"]

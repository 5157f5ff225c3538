"""Blocks: writes named values as the plainest YAML there is: blocks for names, one line for lists, JSON's quotes."""

import json
import re

Spelled = str | list["Spelled"] | dict[str, "Spelled"]
"""Text, list or named parts, ready to be written as YAML. A text is written as it stands: quoted already if need be."""

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.]*", re.ASCII)


def write_block(value: dict[str, Spelled], depth: int, lines: list[str]) -> None:
    """Append the lines of named values, indented by `depth`."""
    indent = "  " * depth
    for key, inner in value.items():
        if isinstance(inner, str):
            lines.append(f"{indent}{word(key)}: {inner}")
        elif isinstance(inner, dict):
            lines.append(f"{indent}{word(key)}:" if inner else f"{indent}{word(key)}: {{}}")
            write_block(inner, depth + 1, lines)
        else:
            lines.append(f"{indent}{word(key)}: {_inline(inner)}")


def present(**parts: Spelled | None) -> dict[str, Spelled]:
    """Return the named parts that say something; a trailing underscore keeps Python's own words free."""
    return {name.rstrip("_"): part for name, part in parts.items() if part is not None}


def count_values(value: Spelled) -> int:
    """Return how many steps a YAML reader takes through a value: one for each text, name, beginning and end."""
    if isinstance(value, str):
        return 1
    if isinstance(value, dict):
        return 2 + sum(1 + count_values(inner) for inner in value.values())
    return 2 + sum(map(count_values, value))


def _inline(value: Spelled) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{word(key)}: {_inline(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(_inline(inner) for inner in value) + "]"


def quoted(text: str) -> str:
    """Return a text as a double-quoted scalar: JSON's escapes are YAML's, too."""
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def word(text: str) -> str:
    """Return a word as it stands if it is plain, else in quotes."""
    return text if _PLAIN.fullmatch(text) else quoted(text)

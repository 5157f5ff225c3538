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

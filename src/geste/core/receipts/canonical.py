"""Canonical: the one spelling of a JSON value that is signed and hashed, and reading that accepts no other.

Values are objects, lists, texts, whole numbers, yes, no and nothing; names are ASCII. For these the standard library's
sorted, compact, unescaped spelling is that of RFC 8785: its rules on fractions and on sorting by UTF-16 never apply.
"""

import json
import re
from collections.abc import Mapping
from typing import Never

MOST_BYTES = 256 * 1024
MOST_WHOLE = 2**53 - 1
"""What every reader of JSON holds exactly, those in browsers included."""
NAME = re.compile(r"[ -~]*", re.ASCII)
spelled = json.JSONEncoder(sort_keys=True, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""The spelling of a value that is known to hold nothing but what is named above, as text."""


class CanonicalRefused(ValueError):
    """A value has no canonical spelling, or a text is not the canonical spelling of anything."""


def written(value: object) -> bytes:
    """Return the canonical spelling.

    Raises:
        CanonicalRefused: the value holds something else than is named above.
    """
    _check(value)
    try:
        return spelled(value).encode()
    except UnicodeEncodeError as error:
        raise CanonicalRefused("half a character") from error


def read(text: bytes) -> object:
    """Return the value whose canonical spelling this is.

    Raises:
        CanonicalRefused: it is no JSON, names something twice, or is spelled in another way.
    """
    if len(text) > MOST_BYTES:
        raise CanonicalRefused("too long")
    try:
        value: object = json.loads(text.decode(), object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise CanonicalRefused("not JSON, or a name twice") from error
    if written(value) != text:
        raise CanonicalRefused("another spelling")
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise CanonicalRefused("a name twice")
    return found


def _refuse(_: str) -> Never:
    raise CanonicalRefused("not a whole number")


def _check(value: object) -> None:
    match value:
        case None | bool() | str():
            return
        case int() if abs(value) <= MOST_WHOLE:
            return
        case Mapping():
            if not all(isinstance(name, str) and NAME.fullmatch(name) for name in value):
                raise CanonicalRefused("a name that is not ASCII")
            for inner in value.values():
                _check(inner)
        case list() | tuple():
            for inner in value:
                _check(inner)
        case _:
            raise CanonicalRefused(f"a {type(value).__name__}")

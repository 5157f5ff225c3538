"""Commitment: a value fixed without being shown. Whoever holds its salt can prove it; without the salt it says nothing.

A plain digest of a name is a name to whoever tries the names there are. An HMAC under 32 random bytes is not, and when
they are destroyed nobody can ever tell again what it stood for.
"""

import hmac
from collections.abc import Iterator, Mapping

from geste.core.receipts.canonical import spelled

KEY_BYTES = 32
PSEUDONYM_CHARACTERS = 32


def salt_for(key: bytes, index: int, name: str) -> bytes:
    """Return the salt of one value on one leaf. It tells nothing of the key it comes from, nor of other salts."""
    return _mac(key, f"salt/{index}/{name}".encode())


def committed(salt: bytes, value: str) -> str:
    """Return the commitment to a value."""
    return _mac(salt, value.encode()).hex()


def pseudonym_of(key: bytes, month: str) -> str:
    """Return what somebody is called on the leaves of one month. Nobody without the key links two months."""
    return _mac(key, f"pseudonym/{month}".encode()).hex()[:PSEUDONYM_CHARACTERS]


def stated_in(facts: Mapping[str, object], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value that was stated, as JSON, under its path."""
    for name in sorted(facts):
        value = facts[name]
        if isinstance(value, Mapping) and value:
            yield from stated_in(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", spelled(value)


def _mac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")

"""Keys: the name under which the other side is asked, the same for every repetition of the same intention."""

import base64
import hashlib


def provider_key(*, gesture: str, connector: str, operation: str, generation: int) -> str:
    """Return the key of one intention: 52 letters and figures.

    It grows from what is meant and from nothing else: no clock, no chance, no row number. The operation is part of it
    because one key may not be used for two; the generation changes only when it is certain that nothing happened.
    """
    meant = "|".join((gesture, connector, operation, str(generation)))
    return base64.b32encode(hashlib.sha256(meant.encode()).digest()).decode().rstrip("=").lower()

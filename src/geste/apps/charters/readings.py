"""Readings: a charter's text is read once, however many ask what it says."""

from functools import lru_cache

from geste.core.charter.reading import Reading, read_charter


@lru_cache(maxsize=64)
def reading_of(text: str) -> Reading:
    """Return what reading a text gave. The same text always gives the same."""
    return read_charter(text)

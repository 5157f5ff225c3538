"""Wording: words on their way to somebody who decided, and what was said about them on the way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words in a language. `offered` are the kinds of remark made before; `is_meant` sends them as they are."""

    words: str
    language: str
    offered: frozenset[str] = frozenset()
    is_meant: bool = False

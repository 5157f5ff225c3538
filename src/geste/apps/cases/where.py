"""Where: at which point of contact something happened, and what it was about, as far as the facts of a case say so."""

from collections.abc import Mapping

from geste.core.charter.vocabulary import TOUCHPOINT

MATTER = "loss"


def touchpoint_of(facts: Mapping[str, object]) -> str:
    """Return the word or text a charter's own fact `case.touchpoint` has, or an empty text."""
    return _said(facts, TOUCHPOINT.partition(".")[2])


def matter_of(facts: Mapping[str, object]) -> str:
    """Return the kind of loss a case is about, or an empty text."""
    return _said(facts, MATTER)


def _said(facts: Mapping[str, object], name: str) -> str:
    group = facts.get("case")
    value = group.get(name) if isinstance(group, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get("confirmed", value.get("claimed"))
    return value if isinstance(value, str) else ""

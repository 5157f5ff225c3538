"""Told: what a gesture counts towards that only a fact tells: the same card, the same address."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from geste.apps.gestures.history import Surroundings
from geste.core.charter.syntax import Charter


def told_by_facts(around: Surroundings, facts: Mapping[str, object], charter: Charter) -> Surroundings:
    """Return surroundings with a digest of what each fact says by which the charter knows a scope, if it is stated.

    Case, width and blanks make no difference: the number of a card is often spelled in groups. Whether the customer
    says so or a record makes none either.
    """
    said = {scope: _said(facts, path) for scope, path in charter.scope_facts}
    told = {scope: hashlib.sha256(text.encode()).hexdigest() for scope, text in said.items() if text}
    return replace(around, told=told) if told else around


def _said(facts: Mapping[str, object], path: str) -> str:
    value: object = facts
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get("confirmed", value.get("claimed"))
    if value is None or isinstance(value, Mapping):
        return ""
    return "".join(unicodedata.normalize("NFKC", str(value)).casefold().split())

"""Remarks in words: what a guard noticed in a text, and the sentence it offers instead."""

from collections.abc import Sequence
from typing import NamedTuple

from geste.core.guards.remark import Remark
from geste.core.guards.rewriting import rewritten
from geste.phrases.catalogue import sentence


class Offer(NamedTuple):
    """What a remark says: why, and a better sentence that may be taken, changed or left."""

    noticed: str
    instead: str


def say_remark(remark: Remark, language: str) -> Offer:
    """Return a remark in `language`, which is the language of whoever writes."""
    better = sentence(remark.instead.code, language).format_map(dict(remark.instead.values))
    return Offer(sentence(f"guard.{remark.kind}.noticed", language), better[:1].upper() + better[1:])


def say_rewritten(text: str, remarks: Sequence[Remark], language: str) -> str:
    """Return a text as it might be said instead, to be sent with one tap."""
    return rewritten(text, remarks, lambda remark: say_remark(remark, language).instead)

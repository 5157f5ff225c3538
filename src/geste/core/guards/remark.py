"""Remark: what a guard noticed, where, and the better sentence it offers. Never a verdict, and never in the way."""

from dataclasses import dataclass
from typing import Literal, get_args

from geste.core.reasons import Reason

Kind = Literal["precedent", "blame", "money", "absolute", "minimising", "deflection"]
KINDS: tuple[Kind, ...] = get_args(Kind)

PHRASE: tuple[Kind, ...] = ("precedent",)
COMMENT: tuple[Kind, ...] = ("blame", "money", "absolute")
REPLY: tuple[Kind, ...] = ("precedent", "minimising", "deflection")
"""What to look for in what a colleague reads, and in what a customer reads."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to think over in a text: its kind, the words from `start` up to `end`, and a sentence to say instead.

    `instead` is a code of the catalogue; it keeps a figure or a length of time the text named, as `kept`.
    """

    kind: Kind
    start: int
    end: int
    instead: Reason

"""States: where asking one person stands, and what whoever asked may do meanwhile. Time is a value.

Asked, then yes, no because, or silence. None of them takes a way away that was open before: whoever asks never waits
for leave to do what the charter lets them do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from geste.core.charter.syntax import OneHop

Word = Literal["yes", "no_because"]
State = Literal["asked", "yes", "no_because", "silence"]

DO, ACT_FIRST, ONE_HOP = "do", "act_first", "one_hop"
STATES: Final[tuple[State, ...]] = ("asked", "yes", "no_because", "silence")
WORDS: Final[tuple[Word, ...]] = ("yes", "no_because")


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said, and when."""

    word: Word
    at: datetime


@dataclass(frozen=True, slots=True)
class Hop:
    """One question to one person: until when an answer counts, whether silence means act, and the answer if any."""

    due_at: datetime
    silence_acts: bool
    answer: Answer | None = None

    def state(self, at: datetime) -> State:
        """Return where it stands at a moment.

        A yes counts whenever it comes. A no that comes after the time is over closes nothing: silence has spoken.
        """
        answer = self.answer
        if answer is not None and answer.at <= at and (answer.word == "yes" or answer.at < self.due_at):
            return answer.word
        return "silence" if at >= self.due_at else "asked"

    def has_green_light(self, at: datetime) -> bool:
        """Return whether whoever asked may give it as something that somebody else has answered for."""
        state = self.state(at)
        return state == "yes" or (state == "silence" and self.silence_acts)

    def ways_on(self, routes: Sequence[str], at: datetime) -> tuple[str, ...]:
        """Return the ways open to a person now, given those the charter leaves open without asking.

        Asking only ever adds one. What the charter covers is done, and acting first stays open until it is answered and
        after.
        """
        others = tuple(route for route in routes if route != ONE_HOP)
        if ACT_FIRST not in routes or not self.has_green_light(at):
            return others
        return ONE_HOP, *others


def silence_acts(one_hop: OneHop | None, amount: int | None) -> bool:
    """Return whether no answer means act, for so much in minor units. Where no charter says so, it does not."""
    if one_hop is None or one_hop.on_silence != "act":
        return False
    return one_hop.silence_up_to is None or (amount or 0) <= one_hop.silence_up_to

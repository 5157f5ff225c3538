"""Questions: what helps to judge at the moment of deciding. Nobody has to answer, and no answer is a script."""

from enum import StrEnum


class Thought(StrEnum):
    """What somebody may ask themselves."""

    WENT_WRONG = "went_wrong"
    MAKE_RIGHT = "make_right"
    COST = "cost"
    PROUD = "proud"


THOUGHT_CHARACTERS = 300

"""Lines: what somebody typed, as the one line it is kept as."""

import re

from geste.apps.pledges.refusals import PledgeRefused

_BETWEEN = re.compile(r"[ \t\r\n]+")
"""The blanks of a keyboard. French sets no-break ones before its marks: those stay."""


def one_line(words: str, *, most: int, code: str) -> str:
    """Return words on one line, at most so many characters; `code` names what they are for in a refusal.

    Raises:
        PledgeRefused: there are none (`code`.missing), or too many (`code`.too_long).
    """
    line = _BETWEEN.sub(" ", words).strip()
    if not line or len(line) > most:
        raise PledgeRefused(f"{code}.too_long" if line else f"{code}.missing")
    return line

"""Refusals: why asking, answering or bending cannot be taken as it stands."""


class HopRefused(Exception):
    """It cannot be taken as it stands; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


LINE_CHARACTERS = 300
"""Of a reason, an idea, a line of why: one line."""


def require_line(text: str, *, missing: str = "") -> str:
    """Return a line without the blanks around it.

    Raises:
        HopRefused: it is longer than a line, or empty where `missing` says that it may not be.
    """
    line = text.strip()
    if missing and not line:
        raise HopRefused(missing)
    if len(line) > LINE_CHARACTERS:
        raise HopRefused("line.too_long")
    return line

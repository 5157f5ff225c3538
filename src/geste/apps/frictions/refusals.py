"""Refusals of frictions: why a line cannot be kept; `code` says why."""


class FrictionRefused(Exception):
    """It cannot be taken as it stands. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def require_line(text: str, *, most: int, name: str) -> str:
    """Return a line without the blanks around it and between its words.

    Raises:
        FrictionRefused: it is empty, or longer than a line.
    """
    line = " ".join(text.split())
    if not line:
        raise FrictionRefused(f"{name}.missing")
    if len(line) > most:
        raise FrictionRefused(f"{name}.too_long")
    return line

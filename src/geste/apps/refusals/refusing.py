"""Refusing: why a no, a hand-over or a wish cannot be taken as it stands."""


class NoteRefused(Exception):
    """It cannot be taken as it stands; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

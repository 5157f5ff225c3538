"""Refusals: what portraits do not write, with the code that says why."""


class PortraitRefused(Exception):
    """It cannot be done like this; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NoSuchThing(Exception):
    """There is no such thing, or it is somebody else's, or it has ended."""

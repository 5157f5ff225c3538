"""Refusals: what pledges do not write, with the code that says why."""


class PledgeRefused(Exception):
    """Something about the pledge cannot be done like this; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

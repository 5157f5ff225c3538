"""Refusals: what training does not keep, with the code that says why."""


class TrainingRefused(Exception):
    """It cannot be kept like this; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

"""Refusals of shadow: why it cannot begin or end as asked; `code` says why."""


class StageRefused(Exception):
    """It cannot be done as it stands. Nothing was changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

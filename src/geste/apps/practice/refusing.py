"""Refusing: why something cannot be shared, said, asked or answered as it stands."""


class PracticeRefused(Exception):
    """It cannot be kept like this; `code` says why, and `named` whom the words name. Nothing was written."""

    def __init__(self, code: str, named: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.named = named


class NothingThere(Exception):
    """There is no such thing, or it is not for this actor to see."""


def written(words: str, most: int, *, missing: str = "") -> str:
    """Return words as they are kept.

    Raises:
        PracticeRefused: there are too many, or none where `missing` is the code for that.
    """
    plain = words.strip()
    if missing and not plain:
        raise PracticeRefused(missing)
    if len(plain) > most:
        raise PracticeRefused("words.too_long")
    return plain

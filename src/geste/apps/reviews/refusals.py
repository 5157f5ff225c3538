"""Refusals: why something cannot be said of a decision as it stands."""

from geste.apps.reviews.models.review import WORDS_CHARACTERS


class ReviewRefused(Exception):
    """It cannot be kept like this; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NoSuchReview(Exception):
    """There is no such draw, review or word, or it is not for this actor to see."""


def written(words: str, missing: str) -> str:
    """Return words as they are kept.

    Raises:
        ReviewRefused: there are none (`missing` is the code), or too many.
    """
    words = words.strip()
    if not words:
        raise ReviewRefused(missing)
    if len(words) > WORDS_CHARACTERS:
        raise ReviewRefused("words.too_long")
    return words

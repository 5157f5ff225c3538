"""Languages: which ones Geste speaks, and which one a locale's name asks for."""

from typing import Literal

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")


def language_of(locale_name: str) -> Language:
    """Return the language a locale's name asks for: `fr_CA.UTF-8` is French, anything not French is English."""
    return "fr" if locale_name.lower().startswith("fr") else "en"

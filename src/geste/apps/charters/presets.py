"""Presets: ready charters of several trades, to begin with and to change in every word."""

from importlib import resources

_TRADES = resources.files("geste.apps.charters") / "trades"
_SUFFIX = ".yaml"


class NoSuchPreset(Exception):
    """There is no ready charter of that name."""


def preset_names() -> tuple[str, ...]:
    """Return the names of the ready charters."""
    return tuple(sorted(file.name.removesuffix(_SUFFIX) for file in _TRADES.iterdir() if file.name.endswith(_SUFFIX)))


def preset_text(name: str) -> str:
    """Return a ready charter, word for word.

    Raises:
        NoSuchPreset: there is none of that name.
    """
    if name not in preset_names():
        raise NoSuchPreset(name)
    return (_TRADES / f"{name}{_SUFFIX}").read_text(encoding="utf-8")

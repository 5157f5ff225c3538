"""Selectors of charters: which version is in force, and its text made ready to decide."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from geste.apps.charters.models import CharterText
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.decision.prepared import PreparedCharter, prepare


class NoCharterInForce(Exception):
    """No version of a charter is in force at that moment."""


@dataclass(frozen=True, slots=True)
class CharterInForce:
    """A published version, read and prepared."""

    row: CharterText
    charter: Charter
    prepared: PreparedCharter


def charter_in_force(*, at: datetime) -> CharterInForce:
    """Return the newest version whose effective date, in the offset of `at`, has come.

    Raises:
        NoCharterInForce: there is none yet.
    """
    row = CharterText.objects.filter(effective__lte=at.date()).order_by("-effective", "-version").first()
    if row is None:
        raise NoCharterInForce
    return ready(row)


def charter_to_show(*, at: datetime) -> CharterInForce:
    """Return the version in force, or before the first one has begun, the first to come.

    Raises:
        NoCharterInForce: nothing is published.
    """
    try:
        return charter_in_force(at=at)
    except NoCharterInForce:
        row = CharterText.objects.order_by("effective", "-version").first()
        if row is None:
            raise
        return ready(row)


def ready(row: CharterText) -> CharterInForce:
    """Return a version of the charter read and prepared."""
    charter, prepared = _prepared(row.text)
    return CharterInForce(row, charter, prepared)


@lru_cache(maxsize=32)
def _prepared(text: str) -> tuple[Charter, PreparedCharter]:
    charter = read_charter(text).charter
    assert charter is not None, "only sound charters are published"
    return charter, prepare(charter)

"""Next version: a text as what would follow the newest version; what it changes, and what publishing it takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from geste.apps.charters.notice import Earliest, earliest_day, takes_back
from geste.apps.charters.readings import reading_of
from geste.apps.charters.refusals import (
    CharterRefused,
    EffectiveTooEarly,
    PublicationRefused,
    VersionTaken,
    WrittenReasonMissing,
    WrittenReasonTooLong,
)
from geste.core.charter.differ import Change, diff_charters
from geste.core.charter.formatter import format_charter
from geste.core.charter.reading import Reading
from geste.core.charter.syntax import Charter
from geste.core.findings import Finding

REASON_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class NextVersion:
    """A sound text beside the newest published version, none for the first charter. `earliest` is none then, too.

    `findings` are what might still be mended; none of them is an error.
    """

    charter: Charter
    findings: tuple[Finding, ...]
    before: Charter | None
    changes: tuple[Change, ...]
    earliest: Earliest | None

    @property
    def taken(self) -> tuple[Change, ...]:
        """What it takes back, or cannot be shown not to."""
        before = self.before
        if before is None:
            return ()
        return tuple(change for change in self.changes if takes_back(change, before, self.charter))

    def refusals(self, written_reason: str) -> Iterator[PublicationRefused]:
        """Yield everything that keeps this version from being published with that reason; nothing if it may be."""
        if self.before is not None and self.charter.version <= self.before.version:
            yield VersionTaken(self.before.version)
        if len(written_reason) > REASON_CHARACTERS:
            yield WrittenReasonTooLong(REASON_CHARACTERS)
        if self.taken and not written_reason.strip():
            yield WrittenReasonMissing()
        if self.earliest is not None and self.charter.effective < self.earliest.day:
            yield EffectiveTooEarly(self.earliest.day, self.earliest.because)


def next_version(reading: Reading, before: Charter | None, *, today: date) -> NextVersion:
    """Return a text that was read as the version after `before`, published `today`.

    Raises:
        CharterRefused: the text has errors.
    """
    if reading.charter is None:
        raise CharterRefused(reading.findings)
    if before is None:
        return NextVersion(reading.charter, reading.findings, None, (), None)
    changes = diff_charters(before, reading.charter)
    following = NextVersion(reading.charter, reading.findings, before, changes, None)
    earliest = earliest_day(today=today, before_begins=before.effective, is_tightening=bool(following.taken))
    return replace(following, earliest=earliest)


def respelled(text: str, *, charter_id: str = "", version: int = 0, effective: date | None = None) -> str:
    """Return a charter's text with another id, number or day in its head; everything else stays as it was written.

    A text that spells its head in an unusual way is written out anew. One that cannot be read stays as it is.
    """
    charter = reading_of(text).charter
    if charter is None:
        return text
    wanted = replace(
        charter,
        id=charter_id or charter.id,
        version=version or charter.version,
        effective=effective or charter.effective,
    )
    lines = {"charter": wanted.id, "version": str(wanted.version), "effective": wanted.effective.isoformat()}
    spelled = text
    for name, value in lines.items():
        spelled = re.sub(
            rf"^{name}:[^#\n]*?(?=[ \t]*(?:#|$))", f"{name}: {value}", spelled, count=1, flags=re.MULTILINE
        )
    found = reading_of(spelled).charter
    return spelled if found is not None and format_charter(found) == format_charter(wanted) else format_charter(wanted)

"""Refusals: why a text is not published as it stands, or a signature not taken. Nothing was written."""

from datetime import date
from typing import Literal

from geste.core.findings import Finding

Because = Literal["past", "order", "notice"]
Overtaken = Literal["draft.changed", "draft.ended", "version.published"]


class PublicationRefused(Exception):
    """The text cannot be published as it stands."""


class CharterRefused(PublicationRefused):
    """The text is not sound; `findings` say where and why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class VersionTaken(PublicationRefused):
    """This version or a later one is published with other words; `newest` is the last there is."""

    def __init__(self, newest: int) -> None:
        super().__init__(f"version {newest} is published")
        self.newest = newest


class WrittenReasonMissing(PublicationRefused):
    """The version takes something back, and nobody has written down why."""


class WrittenReasonTooLong(PublicationRefused):
    """The written reason has more characters than anybody reads; `limit` is the most it may have."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} characters")
        self.limit = limit


class EffectiveTooEarly(PublicationRefused):
    """The version may take effect on `earliest` or later.

    `because` is `notice` if it takes something back, `order` if the version before it begins only then, and `past` if
    the day is over.
    """

    def __init__(self, earliest: date, because: Because) -> None:
        super().__init__(f"not before {earliest.isoformat()} ({because})")
        self.earliest = earliest
        self.because = because


class CandidateOvertaken(Exception):
    """What was put forward is no longer what would be published; `code` says what came in between."""

    def __init__(self, code: Overtaken) -> None:
        super().__init__(code)
        self.code = code

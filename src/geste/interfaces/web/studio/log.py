"""Log: every published version with who wrote and signed it, since when, why, and what it changed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from geste.apps.charters.models import CharterText, Part, Signature
from geste.apps.charters.selectors import (
    CharterInForce,
    NoCharterInForce,
    PublishedVersion,
    charter_in_force,
    charter_of,
    upcoming_charter,
)
from geste.interfaces.web.speech import language, moment
from geste.interfaces.web.studio.differences import Differences, differences
from geste.phrases.measures import say_day
from geste.phrases.typography import set_words

NOTHING = Differences(())


@dataclass(frozen=True, slots=True)
class Entry:
    """One version as the change log tells it. `state` is `now`, `next`, `later`, `replaced` or `past`."""

    row: CharterText
    state: str
    day: str
    published: str
    writers: str
    signatures: tuple[str, ...]
    reason: str
    differences: Differences
    before: int | None


@dataclass(frozen=True, slots=True)
class Present:
    """What is in force at a moment, and what takes effect next."""

    in_force: CharterInForce | None
    upcoming: CharterInForce | None
    today: date

    def state_of(self, version: PublishedVersion) -> str:
        """Return where a version stands in time."""
        row = version.row
        if self.in_force is not None and row.pk == self.in_force.row.pk:
            return "now"
        if version.is_replaced:
            return "replaced"
        if row.effective <= self.today:
            return "past"
        return "next" if self.upcoming is not None and row.pk == self.upcoming.row.pk else "later"


def present(at: datetime) -> Present:
    """Return what is in force and what comes next."""
    upcoming = upcoming_charter(at=at)
    try:
        return Present(charter_in_force(at=at), upcoming, at.date())
    except NoCharterInForce:
        return Present(None, upcoming, at.date())


def entry(version: PublishedVersion, at_present: Present) -> Entry:
    """Return one version in words."""
    row, before = version.row, version.before
    changed = NOTHING if before is None else differences(version.changes, charter_of(before), charter_of(row))
    return Entry(
        row=row,
        state=at_present.state_of(version),
        day=say_day(row.effective, language()),
        published=moment(timezone.localtime(row.published_at)),
        writers=", ".join(writer.display_name for writer in version.writers),
        signatures=tuple(map(signature_words, version.signatures)) or (_unsigned(row),),
        reason=set_words(row.written_reason, language()),
        differences=changed,
        before=None if before is None else before.version,
    )


def signature_words(signature: Signature) -> str:
    """Return who did what for a version, and when."""
    said = {"name": signature.signed_by.display_name, "when": moment(timezone.localtime(signature.signed_at))}
    sentences = {
        Part.PUT_FORWARD: _("Put forward by %(name)s, %(when)s"),
        Part.SIGNED: _("Signed and published by %(name)s, %(when)s"),
        Part.ALONE: _("Published by %(name)s alone, with no other steward to sign, %(when)s"),
    }
    return sentences[Part(signature.part)] % said


def _unsigned(row: CharterText) -> str:
    """What is known of a version from before signatures were kept."""
    said = {"name": row.published_by.display_name, "when": moment(timezone.localtime(row.published_at))}
    return _("Published by %(name)s, %(when)s") % said

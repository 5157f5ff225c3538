"""Answer: what the house says of a draft as it is typed: what to mend, what it changes, what publishing it takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from geste.apps.charters.next_version import NextVersion
from geste.apps.charters.refusals import CharterRefused
from geste.apps.charters.selectors import next_version_spelled
from geste.core.findings import Finding
from geste.interfaces.web.speech import language
from geste.interfaces.web.studio.differences import Differences, differences
from geste.interfaces.web.studio.refusals import refusal_words
from geste.phrases.measures import say_day
from geste.phrases.speak import say_finding

NOTHING = Differences(())


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One thing to mend, the line it stands in, and that line itself; line 0 is nowhere in particular."""

    line: int
    column: int
    severity: str
    label: str
    words: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A day on which the version may begin, and the words of the button that chooses it."""

    day: str
    words: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything said of one text. A sound one without `refusals` may be published."""

    findings: tuple[FindingLine, ...]
    summary: str
    is_sound: bool
    version: int | None = None
    day: str = ""
    before: int | None = None
    differences: Differences = NOTHING
    refusals: tuple[str, ...] = ()
    offer: Offer | None = None


def answer_to(text: str, written_reason: str, *, today: date) -> Answer:
    """Return what there is to say of a draft's text."""
    lines = text.split("\n")
    try:
        following = next_version_spelled(text, today=today)
    except CharterRefused as refused:
        found = tuple(_finding(each, lines) for each in refused.findings)
        return Answer(found, _summary(refused.findings), is_sound=False)
    charter, before = following.charter, following.before
    return Answer(
        findings=tuple(_finding(each, lines) for each in following.findings),
        summary=_summary(following.findings),
        is_sound=True,
        version=charter.version,
        day=say_day(charter.effective, language()),
        before=None if before is None else before.version,
        differences=NOTHING if before is None else differences(following.changes, before, charter),
        refusals=tuple(map(refusal_words, following.refusals(written_reason))),
        offer=_offer(following),
    )


def _finding(found: Finding, lines: list[str]) -> FindingLine:
    labels = {
        "error": pgettext("of a finding", "to mend"),
        "warning": pgettext("of a finding", "worth a look"),
        "info": pgettext("of a finding", "to know"),
    }
    quoted = lines[found.line - 1].strip() if 0 < found.line <= len(lines) else ""
    words = say_finding(found, language())
    return FindingLine(found.line, found.column, found.severity, labels[found.severity], words, quoted)


def _summary(findings: tuple[Finding, ...]) -> str:
    return " · ".join(_counted(findings)) or _("The text is sound.")


def _counted(findings: tuple[Finding, ...]) -> Iterator[str]:
    errors = sum(found.severity == "error" for found in findings)
    others = len(findings) - errors
    if errors:
        yield ngettext("%(count)d thing to mend", "%(count)d things to mend", errors) % {"count": errors}
    elif others:
        yield _("The text is sound")
    if others:
        yield ngettext("%(count)d worth a look", "%(count)d worth a look", others) % {"count": others}


def _offer(following: NextVersion) -> Offer | None:
    """The earliest day, where the text names another one."""
    earliest, named = following.earliest, following.charter.effective
    if earliest is None or earliest.day == named:
        return None
    said = {"day": say_day(earliest.day, language())}
    if named < earliest.day:
        return Offer(earliest.day.isoformat(), _("Begin on %(day)s") % said, is_needed=True)
    return Offer(earliest.day.isoformat(), _("Begin as early as %(day)s") % said, is_needed=False)

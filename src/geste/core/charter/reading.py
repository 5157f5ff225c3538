"""Reading: a text becomes a charter one may decide by, or findings that say why not. Parse, then check."""

from dataclasses import dataclass

from geste.core import limits
from geste.core.charter.checker import check_charter
from geste.core.charter.formatter import write_out
from geste.core.charter.parser import parse_charter
from geste.core.charter.syntax import Charter
from geste.core.findings import Finding, Place, finding, suggested

_AROUND = 4
"""Steps that a YAML reader takes before and after the values of a text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a text gave. `charter` and `digest` are None if any finding is an error."""

    charter: Charter | None
    findings: tuple[Finding, ...]
    digest: str | None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the charter from being used."""
        return tuple(found for found in self.findings if found.severity == "error")


def read_charter(text: str | bytes, parameters: str | bytes | None = None) -> Reading:
    """Return the charter a text spells, checked; `parameters` is a second text that replaces its numbers.

    Nothing is guessed: a charter with one error decides nothing.
    """
    charter, findings = parse_charter(text, parameters)
    has_errors = any(found.severity == "error" for found in findings)
    if charter is not None and not has_errors:
        findings = (*findings, *check_charter(charter))
        has_errors = any(found.severity == "error" for found in findings)
    if charter is None or has_errors:
        return Reading(None, _listed(findings), None)
    written = write_out(charter)
    size = len(written.text.encode())
    # The canonical text is what is kept and read again, so it must be readable itself.
    if size > limits.CHARTER_BYTES or written.values + _AROUND > limits.CHARTER_NODES:
        too_large = finding("charter.too_large", Place(1, 1), size=size, limit=limits.CHARTER_BYTES)
        return Reading(None, _listed((*findings, too_large)), None)
    return Reading(charter, _listed(findings), written.digest)


def _listed(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings in the order of the text, worst first within a line, at most as many as anybody reads."""
    ordered = sorted(dict.fromkeys(findings), key=lambda found: (_file_of(found), found.place, found.severity))
    if len(ordered) <= limits.FINDINGS:
        return tuple(map(suggested, ordered))
    # Errors must never fall off the end of the list, or a bad charter could look usable.
    ordered.sort(key=lambda found: found.severity != "error")
    listed, rest = ordered[: limits.FINDINGS], ordered[limits.FINDINGS :]
    return (*map(suggested, listed), finding("findings.more", rest[0].place, "info", count=len(rest)))


def _file_of(found: Finding) -> str:
    """Which of the two texts a finding is about; the charter's own comes first."""
    return str(dict(found.values).get("file", ""))

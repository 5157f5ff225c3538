"""Decide: one decision for each line of JSON, from a file or from standard input."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from geste.core import limits
from geste.core.decision.inputs import InputRefused
from geste.core.decision.outputs import as_json
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.findings import NOWHERE, Finding, finding
from geste.interfaces.cli.files import read_charter_file
from geste.interfaces.cli.findings import show_findings
from geste.phrases.speak import say_finding, say_reason

if TYPE_CHECKING:
    from geste.wire.line import Wire


@click.command()
@click.argument("charter_file", metavar="CHARTER")
@click.argument("cases", required=False, default="-", metavar="[CASES.jsonl]")
@click.option("--parameters", metavar="FILE", help="A second file whose `parameters:` replace the charter's numbers.")
@click.option("--say", is_flag=True, help="Add the purpose, and each reason as a sentence.")
@click.pass_obj
def decide(language: str, charter_file: str, cases: str, parameters: str | None, say: bool) -> None:  # noqa: FBT001
    """Decide each line of CASES (or of standard input) by CHARTER and write one line of JSON for it.

    A line that cannot be read gives an error with its number and path; the run goes on and ends with status 1.
    """
    reading = read_charter_file(charter_file, parameters)
    if reading.charter is None:
        show_findings(charter_file, reading.findings, language, parameters)
        raise click.exceptions.Exit(2)
    answers = _Answers(prepare(reading.charter), language if say else None)
    with _opened(cases) as source:
        # Whoever sends line by line waits for each answer; a file does not.
        is_awaited = not source.seekable()
        for number, line in _lines(source):
            if line.strip():
                sys.stdout.write(f"{answers.text(number, line)}\n")
                if is_awaited:
                    sys.stdout.flush()
    sys.stdout.flush()
    if answers.refused:
        raise click.exceptions.Exit(1)


class _Answers:
    """Answers lines and counts those it refuses.

    The quick way is made for the second line: one line is answered before it would be ready. What it does not take in
    is read again by the readable way, which says what is wrong.
    """

    def __init__(self, prepared: PreparedCharter, language: str | None) -> None:
        self.refused = 0
        self._prepared = prepared
        self._language = language
        self._wire: Wire | None = None

    def text(self, number: int, line: bytes) -> str:
        """Return the answer to a line as JSON, with sentences if a language is given."""
        if self._wire is None and self._language is None and number > 1:
            self._wire = _quick_way(self._prepared)
        if self._wire is not None and len(line) <= limits.REQUEST_BYTES:
            quick = self._wire.answer(line)
            if quick is not None:
                return quick.decode()
        answer = _answered(self._prepared, number, line, self._language)
        self.refused += "error" in answer
        return json.dumps(answer, ensure_ascii=False)


def _quick_way(prepared: PreparedCharter) -> "Wire":
    from geste.wire.line import Wire

    return Wire(prepared)


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror or error}") from error


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line with its number; one beyond the limit comes cut, and is refused without filling memory."""
    number = 0
    while line := source.readline(limits.REQUEST_BYTES + 1):
        number += 1
        yield number, line
        while len(line) > limits.REQUEST_BYTES and not line.endswith(b"\n"):
            line = source.readline(limits.REQUEST_BYTES + 1)
            if not line:
                return


def _answered(prepared: PreparedCharter, number: int, line: bytes, language: str | None) -> dict[str, object]:
    if len(line) > limits.REQUEST_BYTES:
        return _error(number, None, [_plain("input.too_long", limit=limits.REQUEST_BYTES)], language)
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        return _error(number, None, [_plain("input.not_utf8", column=error.start + 1)], language)
    except json.JSONDecodeError as error:
        return _error(number, None, [_plain("input.not_json", column=error.colno)], language)
    except (ValueError, RecursionError):
        return _error(number, None, [_plain("input.not_json", column=1)], language)
    try:
        request = prepared.read(value)
    except InputRefused as refused:
        identity = value.get("id") if isinstance(value, dict) else None
        return _error(number, identity, list(refused.findings), language)
    answer = prepared.answer(request)
    wire = as_json(answer, prepared.charter.currency)
    if language is not None:
        wire["purpose"] = prepared.charter.purpose.in_language(language)
        if answer.decision is not None:
            wire["sentences"] = [say_reason(reason, prepared.charter, language) for reason in answer.decision.reasons]
    return wire


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _plain(code: str, **values: str | int) -> Finding:
    return finding(code, NOWHERE, "error", path="", **values)


def _error(number: int, identity: object, findings: list[Finding], language: str | None) -> dict[str, object]:
    return {
        "id": identity if isinstance(identity, (str, int)) else None,
        "error": {
            "line": number,
            "findings": [
                {
                    "code": found.code,
                    "path": dict(found.values).get("path", ""),
                    "values": {name: value for name, value in found.values if name != "path"},
                    "message": say_finding(found, language or "en"),
                }
                for found in findings
            ],
        },
    }

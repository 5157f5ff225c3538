"""Corpus: reads the language's own tests, written as Markdown that the docs quote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from geste.core.charter.reading import Reading, read_charter
from geste.core.decision.decision import Answer, Decision, Option
from geste.core.decision.outputs import reason_values
from geste.core.findings import Finding
from geste.core.money import Currency, format_amount

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "corpus"
_BLOCK = re.compile(r"^```(?P<kind>[a-z ]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^##? (?P<title>.+)$", re.MULTILINE)


class _TextConstructor(SafeConstructor):
    """Moments and dates stay texts, as they are on the wire."""


_TextConstructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


@dataclass
class Case:
    """One case of a corpus file: what is asked, and what must come out."""

    title: str
    request: object
    expected: str
    kind: str


@dataclass
class CorpusFile:
    """A corpus file: a charter, perhaps other numbers for it, and cases."""

    path: Path
    charter: str = ""
    parameters: str | None = None
    findings: str | None = None
    cases: list[Case] = field(default_factory=list)

    def reading(self) -> Reading:
        """Return what reading this file's charter gives."""
        return _reading(self.text(), self.parameters)

    def text(self) -> str:
        """Return the text of this file's charter, read from where it stands if the file only names it."""
        text = self.charter
        return text if "\n" in text.strip() else (ROOT / text.strip()).read_text(encoding="utf-8")


@cache
def _reading(text: str, parameters: str | None) -> Reading:
    return read_charter(text, parameters)


def corpus_files() -> Iterator[Path]:
    """Yield every corpus file, sorted."""
    return iter(sorted(FOLDER.rglob("*.md")))


def read_corpus(path: Path) -> CorpusFile:
    """Return a corpus file taken apart."""
    text = path.read_text(encoding="utf-8")
    corpus = CorpusFile(path)
    titles = [(match.start(), match["title"]) for match in _TITLE.finditer(_without_blocks(text))]
    request: object = None
    for match in _BLOCK.finditer(text):
        kind, body = match["kind"].strip(), match["body"]
        title = next((title for start, title in reversed(titles) if start < match.start()), path.stem)
        match kind:
            case "yaml charter":
                corpus.charter = body
            case "yaml parameters":
                corpus.parameters = body
            case "yaml case":
                request = _yaml(body)
            case "decision" | "findings" if request is not None:
                corpus.cases.append(Case(title, request, body, kind))
                request = None
            case "findings":
                corpus.findings = body
            case _:
                raise AssertionError(f"{path}: block “{kind}” is not one of a corpus file")
    assert request is None, f"{path}: the last case has no expectation"
    return corpus


def _without_blocks(text: str) -> str:
    """The text with the inside of its blocks blanked, so that a `#` comment there is no title."""
    return _BLOCK.sub(lambda match: " " * len(match[0]), text)


def _yaml(text: str) -> object:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _TextConstructor
    return cast(object, yaml.load(text))


def spell_findings(findings: tuple[Finding, ...], *, least: str = "warning") -> str:
    """Return findings one a line, as corpus files write them; notes are left out unless `least` is `info`."""
    shown = [found for found in findings if least == "info" or found.severity != "info"]
    return "".join(f"{_spell_finding(found)}\n" for found in shown)


def _spell_finding(found: Finding) -> str:
    values = dict(found.values)
    if found.line:
        text = f" in {values['file']}" if "file" in values else ""
        return f"{found.severity} {found.code} line {found.line} column {found.column}{text}"
    return f"{found.severity} {found.code} at {values.get('path')}"


def spell_answer(answer: Answer, currency: Currency) -> dict[str, str]:
    """Return the parts of an answer as corpus files write them."""
    parts = {"options": ", ".join(_spell_option(option, currency) for option in answer.options)}
    decision = answer.decision
    if decision is not None:
        parts |= {
            "authority": decision.authority,
            "routes": " ".join(decision.routes),
            "clause": decision.clause,
            "amount": _amount(decision.amount, currency),
            "headroom": _amount(decision.headroom, currency),
            "reason": "\n".join(_spell_reasons(decision, currency)),
        }
    return parts


def _spell_reasons(decision: Decision, currency: Currency) -> Iterator[str]:
    for reason in decision.reasons:
        values = reason_values(reason, currency)
        yield " ".join([reason.code, *(f"{name}={value}" for name, value in values.items())])


def _spell_option(option: Option, currency: Currency) -> str:
    text = f"{option.group}:{option.gesture}"
    decision = option.decision
    if decision.amount is not None:
        text += f" {_amount(decision.amount, currency)}"
    return text if decision.authority == "within" else f"{text} ({decision.authority})"


def _amount(minor: int | None, currency: Currency) -> str:
    return "none" if minor is None else format_amount(minor, currency)


def expected_parts(text: str) -> dict[str, str]:
    """Return an expectation's parts; several `reason:` lines become one text."""
    parts: dict[str, str] = {}
    for line in text.strip().splitlines():
        name, _, value = line.partition(":")
        value = value.strip()
        parts[name] = f"{parts[name]}\n{value}" if name == "reason" and name in parts else value
    return parts

"""Mistakes: for every code of a finding, what causes it, taken from the corpus where it has an example."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from click.testing import CliRunner

from geste.core import limits
from geste.core.charter.reading import Reading, read_charter
from geste.core.decision.inputs import InputRefused
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.findings import NOWHERE, Finding, Place, finding
from geste.interfaces.cli.main import main
from geste.phrases.catalogue_findings import FINDINGS_EN
from geste.phrases.speak import say_finding
from tests.core.corpus import CorpusFile, corpus_files, read_corpus
from tools import excerpts

ROOT = Path(__file__).resolve().parent.parent
MISTAKES = ROOT / "tests" / "docs" / "mistakes.md"
WHOLE = Place(1, 1)
FREE = "name: One, kind: fix, amount: none"
PIECES = frozenset({"nearest.suggested", "at.path", "at.parameters"})
"""Parts of other sentences: no finding has these codes."""

GROUPS: dict[str, tuple[str, ...]] = {
    "The file": ("findings", "source", "charter", "parameters"),
    "Names and words": ("id", "name", "word", "words", "value", "text", "section", "type"),
    "Numbers, amounts and time": (
        *("number", "range", "currency", "amount", "money", "percent", "division"),
        *("duration", "time"),
    ),
    "Facts, parameters and lists": ("fact", "parameter", "table", "list", "assume", "confirmed"),
    "Conditions and expressions": ("condition", "test", "expression", "function"),
    "Roles, gestures and rules": ("role", "gesture", "scope", "cap", "limit", "bend", "owed"),
    "Sense": ("clause", "fault", "uplift", "one_hop", "margin", "envelope", "guidelines", "rules"),
    "Requests": ("input",),
}
"""What a finding is about, by the first part of its code."""


class Example(NamedTuple):
    """One finding and what caused it: a fenced text, or words where it cannot be printed. `source` is a corpus file."""

    finding: Finding
    shown: str
    source: Path | None = None


def page() -> str:
    """Return every code with its sentence and an example, group by group."""
    examples = {**written_examples(), **corpus_examples()}
    lines: list[str] = []
    for title, families in GROUPS.items():
        lines += ["", f"## {title}"]
        for code in (code for code in codes() if code.partition(".")[0] in families):
            lines += ["", *_entry(examples[code])]
    return "\n".join(lines)


def codes() -> tuple[str, ...]:
    """Return every code a finding may have."""
    return tuple(code for code in FINDINGS_EN if code not in PIECES)


@cache
def corpora() -> tuple[tuple[CorpusFile, Reading], ...]:
    """Return the corpus files that spell their charter out, each with what reading it gives."""
    spelled = (corpus for corpus in map(read_corpus, corpus_files()) if "\n" in corpus.charter.strip())
    return tuple((corpus, corpus.reading()) for corpus in spelled)


@cache
def corpus_examples() -> dict[str, Example]:
    """Return the example of the corpus for each code it causes: the shortest, in a charter rather than in a request."""
    found: dict[str, list[Example]] = {}
    for corpus, reading in corpora():
        for example in _caused_by(corpus, reading):
            found.setdefault(example.finding.code, []).append(example)
    return {code: min(examples, key=_bulk) for code, examples in found.items()}


def _bulk(example: Example) -> tuple[bool, int]:
    return example.finding.place == NOWHERE, len(example.shown)


def _caused_by(corpus: CorpusFile, reading: Reading) -> Iterator[Example]:
    for found in reading.findings:
        # What is said of a charter as a whole has no lines to show: it is written out in mistakes.md.
        if found.place != WHOLE:
            yield Example(found, _fenced("yaml", _excerpt(corpus, found)), corpus.path)
    if reading.charter is None:
        return
    prepared = prepare(reading.charter)
    asked = excerpts.blocks(corpus.path.read_text(encoding="utf-8"), "yaml case")
    for case, (_, text) in zip(corpus.cases, asked, strict=True):
        if case.kind == "findings":
            for found in _refused(prepared, case.request):
                part = str(dict(found.values)["path"]).partition(".")[0]
                yield Example(found, _fenced("yaml", excerpts.parts(text, [part])), corpus.path)


def _excerpt(corpus: CorpusFile, found: Finding) -> str:
    in_parameters = found.code.startswith("parameter.") and corpus.parameters is not None
    text = corpus.parameters if in_parameters and corpus.parameters else corpus.charter
    # YAML that cannot be read is at fault before the place where reading stopped.
    first = found.line - 1 if found.code == "source.unreadable" else found.line
    return excerpts.around(text, first, found.line)


def _refused(prepared: PreparedCharter, request: object) -> tuple[Finding, ...]:
    try:
        prepared.read(request)
    except InputRefused as refused:
        return refused.findings
    return ()


@cache
def written_examples() -> dict[str, Example]:
    """Return the examples written for codes the corpus does not cause; each stands under its code."""
    text = MISTAKES.read_text(encoding="utf-8")
    base = excerpts.blocks(text, "yaml charter")[0][1]
    examples = {}
    for chapter in text.split("\n## ")[1:]:
        code, _, body = chapter.partition("\n")
        examples[code] = Example(_first(code, _findings(code, base, body)), body.strip())
    return examples


def _findings(code: str, base: str, body: str) -> Iterable[Finding]:
    """What a written example causes."""
    for kind, written in excerpts.blocks(body):
        return read_charter(replaced(base, written)).findings if kind == "yaml" else refusals(base, written.encode())
    return unprintable(base)[code]()


def _first(code: str, findings: Iterable[Finding]) -> Finding:
    found = [finding for finding in findings if finding.code == code]
    assert found, f"what {MISTAKES.name} shows for {code} does not cause it"
    return found[0]


def unprintable(base: str) -> dict[str, Callable[[], Iterable[Finding]]]:
    """Return what causes the findings whose examples are too large or too odd to print."""

    def charter(change: str | bytes, parameters: str | None = None) -> Callable[[], Iterable[Finding]]:
        text = change if isinstance(change, bytes) else replaced(base, change)
        return lambda: read_charter(text, parameters).findings

    def line(facts: object) -> Callable[[], Iterable[Finding]]:
        asked = json.dumps({"actor": {"role": "desk"}, "facts": facts})
        return lambda: refusals(base, asked.encode())

    brackets = "(" * limits.EXPRESSION_DEPTH + "true" + ")" * limits.EXPRESSION_DEPTH
    return {
        "findings.more": charter(_many("roles", limits.FINDINGS + 5, "cap: none")),
        "source.not_a_mapping": charter(b"- one\n- two\n"),
        "source.not_utf8": charter("purpose: Café\n".encode("latin-1")),
        "source.too_large": charter(b"#" * (limits.CHARTER_BYTES + 1)),
        "source.too_many_values": charter(b"[" + b"1," * limits.CHARTER_NODES + b"]"),
        "source.too_deep": charter(b"[" * (limits.CHARTER_DEPTH + 1)),
        "source.value_too_long": charter(f"purpose: {'x' * (limits.SCALAR_CHARACTERS + 1)}\n"),
        "charter.too_large": charter(_guidelines("'" + '"' * (limits.SCALAR_CHARACTERS - 10) + "'")),
        "words.too_many": charter(
            f"facts: {{word: [{', '.join(f'w{number}' for number in range(limits.WORDS + 1))}]}}\n"
        ),
        "text.too_long": line({"customer": {"note": "x" * (limits.TEXT_CHARACTERS + 1)}}),
        "section.too_large": charter(_many("gestures", limits.GESTURES + 1, FREE)),
        "list.too_long": line({"lines": [{}] * (limits.LIST_ITEMS + 1)}),
        "expression.too_long": charter(_when("true && " * (limits.EXPRESSION_CHARACTERS // 8) + "true")),
        "expression.too_deep": charter(_when(brackets)),
        "expression.too_long_in_full": charter(_lowest(" + ".join(["order.total"] * 12))),
        "parameters.misshaped": charter("name: Example\n", "parameters: {rate: 5 %}\nname: Other\n"),
        "rules.too_many": charter(_many("gestures", limits.RULES_OF_A_SMALL_CHARTER + 1, f"{FREE}, when: order.paid")),
        "rules.too_many_checks": charter(
            _many("gestures", limits.GESTURES, FREE)
            + _many("clauses", limits.CHECKS // limits.GESTURES, "says: Paid., require: order.paid", name="rule")
        ),
        "input.not_utf8": lambda: refusals(base, '{"id": "Café"}'.encode("latin-1")),
        "input.too_long": lambda: refusals(base, b" " * limits.REQUEST_BYTES + b"{}"),
    }


def _many(section: str, count: int, values: str, name: str = "one") -> str:
    return f"{section}:\n" + "".join(f"  {name}{number}: {{{values}}}\n" for number in range(count))


def _guidelines(text: str) -> str:
    return "guidelines:\n" + f"  - {text}\n" * (limits.CHARTER_BYTES // len(text) - 1)


def _lowest(amount: str) -> str:
    return "gestures:\n  one:\n    name: One\n    kind: fix\n    cap:\n      lowest_of:\n" + f"        - {amount}\n" * 8


def _when(condition: str) -> str:
    return f"gestures:\n  one: {{{FREE}, when: '{condition}'}}\n"


def refusals(base: str, line: bytes) -> tuple[Finding, ...]:
    """Return why `geste decide` cannot read a line."""
    with TemporaryDirectory() as folder:
        charter = Path(folder) / "charter.yaml"
        charter.write_text(base, encoding="utf-8")
        run = CliRunner().invoke(main, ["decide", str(charter)], input=line)
    error = json.loads(run.stdout)["error"]
    return tuple(finding(found["code"], NOWHERE, path=found["path"], **found["values"]) for found in error["findings"])


def replaced(base: str, change: str) -> str:
    """Return a charter with its parts replaced by those of the same name in `change`."""
    named = {line.partition(":")[0] for line in change.splitlines() if line[:1].isalpha()}
    kept = [part for part in _sections(base) if part.partition(":")[0] not in named]
    return "".join(kept) + change


def _sections(text: str) -> list[str]:
    sections: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            sections.append(line)
        else:
            sections[-1] += line
    return sections


def _entry(example: Example) -> Iterator[str]:
    found = example.finding
    yield f"### {found.code}"
    yield ""
    yield f"`{found.severity}` {say_finding(found, 'en')}"
    yield ""
    yield example.shown
    if example.source is not None:
        name = example.source.relative_to(ROOT).as_posix()
        yield ""
        yield f"From [{name.removeprefix('tests/corpus/')}](../../{name})."


def _fenced(kind: str, code: str) -> str:
    return f"```{kind}\n{code}\n```"

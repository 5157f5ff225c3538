"""The request on the page is answered as the page says, and the line that cannot be read is refused as it says."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from geste.core.charter.reading import read_charter
from geste.core.decision.decision import GROUPS
from geste.core.decision.outputs import as_json
from geste.core.decision.prepared import prepare
from geste.interfaces.cli.main import main
from tools import docs, excerpts

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "decisions.md").read_text(encoding="utf-8")
CORPUS = (ROOT / "tests" / "corpus" / "language" / "totals" / "case-cap.md").read_text(encoding="utf-8")
CHARTER = excerpts.blocks(CORPUS, "yaml charter")[0][1]


def shown(kind: str) -> Any:
    return json.loads(excerpts.blocks(PAGE, kind)[0][1])


def test_the_request_is_answered_as_the_page_says() -> None:
    charter = read_charter(CHARTER).charter
    assert charter is not None
    prepared = prepare(charter)

    answer = as_json(prepared.answer(prepared.read(shown("json request"))), charter.currency)

    assert shown("json answer") == answer
    assert list(shown("json answer")) == list(answer)


def test_the_line_is_refused_as_the_page_says(tmp_path: Path) -> None:
    charter = tmp_path / "charter.yaml"
    charter.write_text(CHARTER, encoding="utf-8")
    line = excerpts.blocks(PAGE, "json line")[0][1]

    run = CliRunner().invoke(main, ["decide", str(charter)], input=line.encode())

    assert run.exit_code == 1
    assert shown("json refusal") == json.loads(run.stdout)


def test_every_member_and_group_is_explained() -> None:
    answer = docs.section(PAGE, "The answer", "decisions.md")
    request = docs.section(PAGE, "The request", "decisions.md")

    assert [name for name in shown("json answer") if f"| `{name}` |" not in answer] == []
    assert [name for name in shown("json request") if f"| `{name}` |" not in request] == []
    assert [group for group in GROUPS if f"| `{group}` |" not in answer] == []

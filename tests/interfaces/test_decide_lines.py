"""The command line: a line says the same wherever it stands in a file, and is answered before the next one is sent."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from geste.interfaces.cli.main import main

HOTEL = str(Path(__file__).parents[2] / "examples" / "charters" / "hotel.yaml")
GOOD = '{"id": "é 1", "actor": {"role": "night_audit"}, "proposal": {"gesture": "night_credit", "amount": "40.00"}}'
LINES = [
    GOOD,
    GOOD.replace('"40.00"', '"40"').replace("é", "\\u00e9"),
    '{"actor": {"role": "night_audit"}}',
    GOOD.replace('"40.00"', "40"),
    GOOD.replace("night_audit", "king"),
    "{",
    '{"id": "\\ud800", "actor": {"role": "night_audit"}}',
    '{"id": 7, "id": 8, "actor": {"role": "night_audit"}}',
]


def decided(*lines: str, say: bool = False) -> list[str]:
    options = ["--say"] if say else []
    run = CliRunner().invoke(main, ["--lang", "en", "decide", *options, HOTEL, "-"], input="\n".join(lines).encode())
    return run.stdout.splitlines()


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_answered_the_same_first_and_later(line: str) -> None:
    (alone,) = decided(line)

    _, _, later = decided(GOOD, "", GOOD, line)

    assert later.replace('"line": 4', '"line": 1') == alone


@pytest.mark.item("S0.17")
def test_purpose_and_sentences_stand_beside_the_same_answers() -> None:
    told = [json.loads(line) for line in decided(*LINES, say=True)]

    plain = [json.loads(line) for line in decided(*LINES)]

    purpose = "Every guest should want to come back, even when something went wrong."
    assert [answer.pop("purpose", None) for answer in told] == [
        None if "error" in answer else purpose for answer in plain
    ]
    assert [bool(answer.pop("sentences", None)) for answer in told] == [True, True, *[False] * 6]
    assert told == plain


def test_an_answer_comes_before_the_next_line_is_sent() -> None:
    command = "import sys; from geste.interfaces.cli.main import run; sys.exit(run(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", command, "decide", HOTEL], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in range(3):
            running.stdin.write(b'{"id": %d, "actor": {"role": "night_audit"}}\n' % number)
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == str(number)
        running.stdin.close()

    assert running.returncode == 0

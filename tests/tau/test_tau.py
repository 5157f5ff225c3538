"""Two real companies' policies: every case they decided is decided the same, in the core and at the command line."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from geste.core.decision.outputs import as_json
from tests.tau.converting import ABSENT, DATA, Json, input_line, read_cases
from tests.tau.policies import HERE, POLICIES, prepared, reading_of

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=ABSENT)

each_policy = pytest.mark.parametrize("name", POLICIES)


@each_policy
def test_the_data_holds_the_cases_this_proof_counts(name: str) -> None:
    found = Counter(case["expect"]["verdict"] for case in read_cases(name))

    assert found == POLICIES[name].verdicts


@each_policy
def test_the_charter_is_sound_without_a_remark(name: str) -> None:
    assert reading_of(name).findings == ()


@each_policy
def test_the_core_decides_every_case_as_the_company_did(name: str) -> None:
    cases = read_cases(name)

    assert _disagreements(cases, _answers(name, cases)) == []


@each_policy
def test_the_readable_interpreter_decides_the_same(name: str) -> None:
    ready = prepared(name)
    requests = [ready.read(input_line(case)) for case in read_cases(name)]

    for request in requests:
        assert request.proposal is not None
        assert ready.interpret(request, request.proposal) == ready.decide(request)


@each_policy
def test_the_command_line_gives_the_same_answers(name: str, tmp_path: Path) -> None:
    policy, cases = POLICIES[name], read_cases(name)
    lines = tmp_path / "cases.jsonl"
    lines.write_text("".join(json.dumps(input_line(case)) + "\n" for case in cases), encoding="utf-8")
    parameters = ["--parameters", str(HERE / policy.parameters)] if policy.parameters else []

    run = subprocess.run(
        [_command(), "decide", str(HERE / policy.charter), *parameters, str(lines)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (run.returncode, run.stderr) == (0, "")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert _disagreements(cases, answers) == []
    assert answers == _answers(name, cases)


def test_the_second_airlines_cases_need_its_own_numbers() -> None:
    cases = read_cases("airline-plus")

    wrong = _disagreements(cases, _answers("airline-tau2", cases))

    assert len(wrong) == 23
    assert sum(expected.verdict != given.verdict for _, expected, given in wrong) == 16


@pytest.mark.parametrize(
    ("domain", "tried_by_no_case"), [("airline", {"A.CANCEL.ORIGINAL", "A.COMP.CANCELLED"}), ("retail", set())]
)
def test_every_other_rule_is_broken_by_some_case(domain: str, tried_by_no_case: set[str]) -> None:
    charter = prepared(f"{domain}-tau2").charter
    rules = {clause.id for clause in charter.clauses} | {limit.id for limit in charter.limits}
    cases = [case for name in POLICIES if name.startswith(domain) for case in read_cases(name)]

    broken = {sentence for case in cases for sentence in case["expect"]["broken"]}

    assert rules - broken == tried_by_no_case
    assert broken - rules == set()


def test_a_cancelled_ticket_is_refunded_where_it_was_paid() -> None:
    line = _line("airline-tau2", "airline-00001")
    line["proposal"]["refund_to"] = "gift_card_2200803"

    assert _given(_answer("airline-tau2", line)) == Outcome("deny", ("A.CANCEL.ORIGINAL",))


@pytest.mark.parametrize(
    ("amount", "outcome"), [("400.00", ("allow", ())), ("400.01", ("deny", ("A.COMP.CANCELLED",)))]
)
def test_a_cancelled_flight_is_worth_100_dollars_for_each_of_4_passengers(
    amount: str, outcome: tuple[str, tuple[str, ...]]
) -> None:
    line = _line("airline-plus", "airline-00056")
    line["facts"]["conversation"]["complaint"] = "cancelled_flight"
    line["facts"]["reservation"]["segments"][0]["status"] = "cancelled"
    line["proposal"]["amount"] = amount

    assert _given(_answer("airline-tau2", line)) == outcome


def test_two_certificates_for_one_case_do_not_go_round_the_rate() -> None:
    line = _line("airline-plus", "airline-00056")
    line["proposal"]["amount"] = "100.00"
    line["standing"] = {
        "given": [
            {"gesture": "certificate", "amount": "150.00", "at": "2024-05-15T14:00:00-05:00", "scopes": ["case"]},
        ]
    }

    answer = _answer("airline-tau2", line)

    assert _given(answer) == Outcome("deny", ("A.COMP.DELAYED",))
    assert answer["headroom"] == "50.00"


def test_nobody_may_add_insurance_after_booking() -> None:
    line = _line("airline-tau2", "airline-00008")
    line["proposal"] = {"gesture": "add_insurance"}

    answer = _answer("airline-tau2", line)

    assert (answer["authority"], answer["routes"]) == ("forbidden", [])


def test_a_missing_fact_is_asked_for_and_never_a_reason_to_deny() -> None:
    line = _line("retail-tau2", "retail-00006")
    del line["facts"]["conversation"]["explicit_confirmation"]

    answer = _answer("retail-tau2", line)

    assert (answer["authority"], answer["routes"]) == ("unknown", ["ask"])
    assert [reason["values"]["fact"] for reason in answer["reasons"]] == ["conversation.explicit_confirmation"]


class Outcome(NamedTuple):
    """What was decided, in the words of the data: the verdict and the sentences broken."""

    verdict: str
    broken: tuple[str, ...]


BROKEN = ("clause.broken", "limit.exceeded")


def _expected(case: Json) -> Outcome:
    return Outcome(case["expect"]["verdict"], tuple(sorted(case["expect"]["broken"])))


def _given(answer: Json) -> Outcome:
    broken = {reason["values"]["clause"] for reason in answer["reasons"] if reason["code"] in BROKEN}
    return Outcome(_verdict(answer), tuple(sorted(broken)))


def _verdict(answer: Json) -> str:
    match answer["authority"], answer["routes"]:
        case "within", ["do"]:
            return "allow"
        case "beyond", ["hand_over"]:
            return "escalate"
        case "beyond" | "forbidden", _:
            return "deny"
        case authority, _:
            return str(authority)


def _disagreements(cases: list[Json], answers: Iterable[Json]) -> list[tuple[str, Outcome, Outcome]]:
    """Return the cases decided otherwise than expected; the broken rules must be exactly the sentences named."""
    pairs = [(case["case_id"], _expected(case), _given(answer)) for case, answer in zip(cases, answers, strict=True)]
    return [pair for pair in pairs if pair[1] != pair[2]]


def _answers(name: str, cases: list[Json]) -> list[Json]:
    return [_answer(name, input_line(case)) for case in cases]


def _answer(name: str, line: Json) -> Json:
    ready = prepared(name)
    return as_json(ready.answer(ready.read(line)), ready.charter.currency)


def _line(name: str, case_id: str) -> dict[str, Any]:
    return next(input_line(case) for case in read_cases(name) if case["case_id"] == case_id)


def _command() -> str:
    command = shutil.which("geste", path=str(Path(sys.executable).parent))
    assert command is not None, "geste is not installed in the environment that runs this test"
    return command

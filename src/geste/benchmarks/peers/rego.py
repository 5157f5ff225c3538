"""regorus (Microsoft's Rego in Rust, the fork on PyPI): a module compiled for its virtual machine."""

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Final

import msgspec

from geste.benchmarks.engine import WHY_AND_HEADROOM, Engine, Verdict, version_of
from geste.benchmarks.mistakes import Fate
from geste.benchmarks.peers.asking import steps_of
from geste.benchmarks.rules import Check, Comparison, Facts, Rules

DISTRIBUTION: Final = "gordon-to-regorus"


def engine(rules: Rules) -> Engine:
    """Return regorus with the charter compiled. It takes and gives JSON text only."""
    regorus = import_module("regorus")
    tables = json.dumps({"tables": {"gesture_caps": rules.gesture_caps, "role_caps": rules.role_caps}})
    machine = regorus.Rvm()
    machine.load_program(
        regorus.Program.compile_from_modules(tables, [("goodwill.rego", module(rules))], ["data.goodwill.answer"])
    )
    machine.set_data_json(tables)
    write, read = msgspec.json.Encoder().encode, msgspec.json.Decoder().decode
    tell, execute = machine.set_input_json, machine.execute

    def decide(facts: Facts) -> Verdict:
        tell(write(facts).decode())
        answer = read(execute())
        return answer["broken"], answer["headroom"]

    return Engine("regorus", version_of(DISTRIBUTION), WHY_AND_HEADROOM, steps_of(rules, dict, decide))


def module(rules: Rules) -> str:
    """Return the charter as a Rego module: a set of broken clauses and the headroom. Tables are data."""
    share, percent = rules.share
    return "\n".join(
        (
            "package goodwill",
            "import rego.v1",
            "left := {",
            '  "gesture_cap": data.tables.gesture_caps[input.gesture][input.tier] - input.given_of_gesture,',
            '  "role_limit": data.tables.role_caps[input.role][input.tier][input.severity] - input.given_on_case,',
            f'  "case_cap": {rules.case_cap} - input.given_on_case,',
            f'  "{share}": input.total * {percent} / 100 - input.given_on_case,',
            f'  "{rules.envelope}": input.envelope_left,',
            "}",
            "broken contains clause if { some clause, most in left; input.amount > most }",
            *(rule(check) for check in rules.checks),
            "headroom := max([0, min([most | some most in left])])",
            'answer := {"broken": broken, "headroom": headroom}',
        )
    )


def rule(check: Check) -> str:
    """Return the rule that puts `check` among the broken."""
    return f'broken contains "{check.clause}" if {{ {"; ".join(_conditions(check))} }}'


def probe(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause that refuses it when it is broken."""
    regorus = import_module("regorus")
    machine = regorus.Rvm()
    text = f"package probe\nimport rego.v1\n{rule(check)}\n"
    try:
        machine.load_program(regorus.Program.compile_from_modules("{}", [("probe.rego", text)], ["data.probe.broken"]))
    except RuntimeError:
        return "refused at load"
    machine.set_data_json("{}")
    machine.set_input_json(json.dumps(facts))
    try:
        return "refused" if json.loads(machine.execute()) else "GRANTED"
    except RuntimeError:
        return "error"


def _conditions(check: Check) -> Iterator[str]:
    if check.gestures:
        yield f"input.gesture in {_set(check.gestures)}"
    if check.roles:
        yield f"input.role in {_set(check.roles)}"
    yield from (_spelled(test) for test in check.broken_when)


def _spelled(test: Comparison) -> str:
    fact = f"input.{test.fact}"
    if isinstance(test.value, tuple):
        return f"{'not ' if test.operator == 'not in' else ''}{fact} in {_set(test.value)}"
    return f"{fact} {test.operator} {json.dumps(test.value)}"


def _set(words: tuple[str, ...]) -> str:
    return f"{{{', '.join(json.dumps(word) for word in words)}}}"

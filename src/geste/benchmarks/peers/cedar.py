"""cedarpy (Amazon's Cedar in Rust): a forbid per clause, parsed once; no numbers come out, so no headroom."""

import json
from collections.abc import Collection, Mapping
from importlib import import_module
from typing import Any, Final

import msgspec

from geste.benchmarks.engine import WHY, Engine, Verdict, version_of
from geste.benchmarks.mistakes import Fate
from geste.benchmarks.peers.asking import steps_of
from geste.benchmarks.rules import FACT_TYPES, Check, Comparison, Fact, Facts, Rules, goodwill_text, read_rules

DISTRIBUTION: Final = "cedarpy"


def engine(rules: Rules) -> Engine:
    """Return Cedar with the charter's policies and no entities, parsed beforehand."""
    cedarpy = import_module("cedarpy")
    policies = cedarpy.PolicySet.from_str(policies_of(rules))
    entities = cedarpy.Entities.from_json_str("[]")
    authorize, authorize_all = cedarpy.is_authorized, cedarpy.is_authorized_batch
    write = msgspec.json.Encoder().encode

    def decide(facts: Facts) -> Verdict:
        return _verdict(authorize(_request(facts, write(facts).decode()), policies, entities))

    def decide_all(each: list[Facts]) -> list[Verdict]:
        requests = [_request(facts, write(facts).decode()) for facts in each]
        return [_verdict(result) for result in authorize_all(requests, policies, entities)]

    steps = steps_of(rules, dict, decide)
    steps["alternatives"] = steps["alternatives"]._replace(run=decide_all)
    return Engine(DISTRIBUTION, version_of(DISTRIBUTION), WHY, steps)


def probe(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause, without a schema."""
    cedarpy = import_module("cedarpy")
    policies = cedarpy.PolicySet.from_str(_permit_but(_policy(check)))
    return _fate(cedarpy.is_authorized(_request(facts, json.dumps(facts)), policies, "[]"))


def probe_with_schema(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause, all checked against a schema that lists every word."""
    cedarpy = import_module("cedarpy")
    rules = read_rules(goodwill_text())
    schema = schema_of(rules)
    policy = _permit_but(_policy(check, rules.words))
    if not cedarpy.validate_policies(policy, schema).validation_passed:
        return "refused at load"
    context = {name: _entity(name, fact) if name in rules.words else fact for name, fact in facts.items()}
    request = _request(facts, json.dumps(context))
    return _fate(cedarpy.is_authorized(request, cedarpy.PolicySet.from_str(policy), "[]", schema=schema))


def schema_of(rules: Rules) -> str:
    """Return the Cedar schema of a case: every word listed, every fact typed."""
    types = {str: "String", int: "Long", bool: "Bool"}
    entities = (f"entity {name.capitalize()} enum {json.dumps(words)};" for name, words in rules.words.items())
    facts = (
        f"{name}: {name.capitalize() if name in rules.words else types[kind]}" for name, kind in FACT_TYPES.items()
    )
    actions = ", ".join(json.dumps(gesture) for gesture in rules.gesture_caps)
    applies = f"{{ principal: Role, resource: Case, context: {{ {', '.join(facts)} }} }}"
    return "\n".join((*entities, "entity Case;", f"action {actions} appliesTo {applies};"))


def policies_of(rules: Rules) -> str:
    """Return the charter as Cedar policies: everything is permitted but what a clause forbids."""
    share, percent = rules.share
    of_case = "context.amount + context.given_on_case"
    by_gesture = _table(rules.gesture_caps, ("gesture", "tier"))
    by_role = _table(rules.role_caps, ("role", "tier", "severity"))
    return "\n".join(
        (
            "permit(principal, action, resource);",
            forbid("gesture_cap", f"context.amount + context.given_of_gesture > {by_gesture}"),
            forbid("role_limit", f"{of_case} > {by_role}"),
            forbid("case_cap", f"{of_case} > {rules.case_cap}"),
            forbid(share, f"({of_case}) * 100 > context.total * {percent}"),
            forbid(rules.envelope, "context.amount > context.envelope_left"),
            *(_policy(check) for check in rules.checks),
        )
    )


def forbid(clause: str, condition: str, principal: str = "principal", action: str = "action") -> str:
    """Return the policy that carries `clause` as its id."""
    return f'@id("{clause}") forbid({principal}, {action}, resource) when {{ {condition} }};'


def _verdict(result: Any) -> Verdict:
    return ([] if result.allowed else list(result.diagnostics.id_annotations_by_reason.values())), None


def _permit_but(policy: str) -> str:
    return f"permit(principal, action, resource);\n{policy}"


def _fate(result: Any) -> Fate:
    if result.allowed:
        return "GRANTED"
    return "refused" if result.decision.value == "Deny" else "error"


def _entity(name: str, word: Fact) -> dict[str, Fact]:
    return {"type": name.capitalize(), "id": word}


def _policy(check: Check, words: Collection[str] = ()) -> str:
    principal = f'principal == Role::"{check.roles[0]}"' if check.roles else "principal"
    gestures = ", ".join(f'Action::"{gesture}"' for gesture in check.gestures)
    condition = " && ".join(_spelled(test, words) for test in check.broken_when)
    return forbid(check.clause, condition, principal, f"action in [{gestures}]" if gestures else "action")


def _spelled(test: Comparison, words: Collection[str] = ()) -> str:
    fact = f"context.{test.fact}"
    if test.fact in words and isinstance(test.value, str):
        return f"{fact} {test.operator} {test.fact.capitalize()}::{json.dumps(test.value)}"
    if isinstance(test.value, tuple):
        return f"{'!' if test.operator == 'not in' else ''}{json.dumps(test.value)}.contains({fact})"
    return f"{fact} {test.operator} {json.dumps(test.value)}"


def _table(cells: Mapping[str, Any], facts: tuple[str, ...]) -> str:
    fact, *inner = facts
    *first, last = [(word, _table(cell, tuple(inner)) if inner else str(cell)) for word, cell in cells.items()]
    spoken = last[1]
    for word, then in reversed(first):
        spoken = f'(if context.{fact} == "{word}" then {then} else {spoken})'
    return spoken


def _request(facts: Facts, context: str) -> dict[str, Any]:
    return {
        "principal": {"type": "Role", "id": facts["role"]},
        "action": {"type": "Action", "id": facts["gesture"]},
        "resource": {"type": "Case", "id": "case"},
        "context": context,
    }

"""Line: the request line of `geste decide`, as every engine gets it, read for a peer as fast as Python can."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Final, Literal

import msgspec

from geste.benchmarks.cases import given_by_gesture
from geste.benchmarks.engine import Step, Verdict, answer_of
from geste.benchmarks.reference import Answer
from geste.benchmarks.rules import CENTS, Facts, Rules

_DECIMALS: Final = 2
_TWO_DIGITS: Final = tuple(f"{number:02d}" for number in range(CENTS))
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


class Outcome(msgspec.Struct):
    """What a host sends back: whether it may be given, the clauses in the way, what could be given."""

    id: str
    allowed: bool
    broken: list[str]
    headroom: str | None


def line_of(rules: Rules, facts: Facts) -> bytes:
    """Return one case as the line every engine is given: nested facts, decimal strings, standing as a list."""
    given = [
        {"gesture": gesture, "amount": decimal(amount), "scopes": ["case"]}
        for gesture, amount in given_by_gesture(rules, facts).items()
    ]
    return msgspec.json.encode(
        {
            "id": "case-1",
            "actor": {"role": facts["role"], "kind": "assistant" if facts["role"] == "assistant" else "agent"},
            "facts": {
                "customer": {name: facts[name] for name in ("tier", "member", "fraud_hold", "gestures_90_days")},
                "order": {"total": decimal(facts["total"]), "days_since_delivery": facts["days_since_delivery"]},
                "contact": {"channel": facts["channel"]},
                "case": {"severity": facts["severity"]},
            },
            "standing": {"given": given, "envelopes": {rules.envelope: {"left": decimal(facts["envelope_left"])}}},
            "proposal": {"gesture": facts["gesture"], "amount": decimal(facts["amount"])},
        }
    )


def line_step(rules: Rules, judge: Callable[[dict[str, Any]], Verdict]) -> Step:
    """Return the step from line to line for a peer: read and validate, flatten, `judge`, write."""
    read = msgspec.json.Decoder(_line_type(rules)).decode
    write = msgspec.json.Encoder().encode

    def run(line: bytes) -> bytes:
        request = read(line)
        broken, headroom = judge(_flat(request))
        return write(Outcome(request.id, not broken, broken, None if headroom is None else decimal(headroom)))

    def answers(line: bytes, facts: Facts) -> list[Answer]:
        outcome = msgspec.json.decode(line, type=Outcome)
        headroom = None if outcome.headroom is None else cents(outcome.headroom)
        return [answer_of(rules, facts, outcome.broken, headroom)]

    return Step(lambda facts: line_of(rules, facts), run, answers)


def decimal(amount: Any) -> str:
    """Return cents as the decimal string of the wire."""
    return f"{amount // CENTS}.{_TWO_DIGITS[amount % CENTS]}"


def cents(text: str) -> int:
    """Return the cents of a decimal string with two decimals.

    Raises:
        ValueError: it is not one.
    """
    whole, _, part = text.partition(".")
    digits = whole + part
    if len(part) != _DECIMALS or not digits.isdecimal():
        raise ValueError(text)
    return int(digits)


def _flat(request: Any) -> dict[str, Any]:
    """Return the 14 facts of a validated line, the standing added up the way the rules ask for it."""
    gesture, facts = request.proposal.gesture, request.facts
    on_case = of_gesture = 0
    for given in request.standing.given:
        if "case" in given.scopes:
            amount = cents(given.amount)
            on_case += amount
            of_gesture += amount if given.gesture == gesture else 0
    return {
        "gesture": gesture,
        "amount": cents(request.proposal.amount),
        "role": request.actor.role,
        "tier": facts.customer.tier,
        "severity": facts.case.severity,
        "channel": facts.contact.channel,
        "member": facts.customer.member,
        "fraud_hold": facts.customer.fraud_hold,
        "gestures_90_days": facts.customer.gestures_90_days,
        "total": cents(facts.order.total),
        "days_since_delivery": facts.order.days_since_delivery,
        "given_of_gesture": of_gesture,
        "given_on_case": on_case,
        "envelope_left": cents(request.standing.envelopes.this_month.left),
    }


def _line_type(rules: Rules) -> Any:
    gesture, role = _one_of(rules.words["gesture"]), _one_of(rules.words["role"])
    given = _record("Given", gesture=gesture, amount=str, scopes=list[str])
    envelopes = _record("Envelopes", this_month=_record("Left", left=str))
    facts = _record(
        "Facts",
        customer=_record(
            "Customer", tier=_one_of(rules.words["tier"]), member=bool, fraud_hold=bool, gestures_90_days=Count
        ),
        order=_record("Order", total=str, days_since_delivery=Count),
        contact=_record("Contact", channel=_one_of(rules.words["channel"])),
        case=_record("Case", severity=_one_of(rules.words["severity"])),
    )
    return _record(
        "Line",
        id=str,
        actor=_record("Actor", role=role, kind=Literal["agent", "assistant"]),
        facts=facts,
        standing=_record("Standing", given=list[given], envelopes=envelopes),  # type: ignore[valid-type]
        proposal=_record("Proposal", gesture=gesture, amount=str),
    )


def _record(name: str, **fields: Any) -> Any:
    return msgspec.defstruct(name, list(fields.items()), forbid_unknown_fields=True, gc=False)


def _one_of(words: Iterable[str]) -> Any:
    return Literal[tuple(words)]

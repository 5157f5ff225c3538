"""Outputs: an answer as plain JSON values, amounts as decimal texts in the charter's currency."""

from geste.core.decision.decision import Answer, Decision, Option
from geste.core.money import Currency, format_amount
from geste.core.reasons import MONEY_VALUES, Reason


def as_json(answer: Answer, currency: Currency) -> dict[str, object]:
    """Return the wire form of an answer: the decision's fields, or nulls when nothing was proposed, and the options."""
    decided: dict[str, object] = (
        _decision(answer.decision, currency)
        if answer.decision is not None
        else {"authority": None, "routes": [], "clause": None, "reasons": [], "amount": None, "headroom": None}
    )
    return {"id": answer.id, **decided, "options": [_option(option, currency) for option in answer.options]}


def reason_values(reason: Reason, currency: Currency) -> dict[str, str | int]:
    """Return a reason's values by name, amounts as decimal texts."""
    return {
        name: format_amount(value, currency) if name in MONEY_VALUES and isinstance(value, int) else value
        for name, value in reason.values
    }


def _decision(decision: Decision, currency: Currency) -> dict[str, object]:
    return {
        "authority": decision.authority,
        "routes": list(decision.routes),
        "clause": decision.clause,
        "reasons": [{"code": reason.code, "values": reason_values(reason, currency)} for reason in decision.reasons],
        "amount": _amount(decision.amount, currency),
        "headroom": _amount(decision.headroom, currency),
    }


def _option(option: Option, currency: Currency) -> dict[str, object]:
    return {"gesture": option.gesture, "group": option.group, **_decision(option.decision, currency)}


def _amount(minor: int | None, currency: Currency) -> str | None:
    return None if minor is None else format_amount(minor, currency)

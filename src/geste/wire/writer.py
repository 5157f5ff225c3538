"""Writer: writes answers as `json.dumps` writes what `as_json` returns, and what repeats only once."""

from collections.abc import Callable, Iterable
from json.encoder import encode_basestring as quoted
from typing import Final, NamedTuple

from geste.core.decision.decision import Answer, BoundGround, Decision, Ground, Option, Ruling
from geste.core.decision.plan import Plan
from geste.core.reasons import MONEY_VALUES, Reason
from geste.wire.amounts import writing_of

KEPT: Final = 4_096
"""So many rulings are kept as text."""

_NOTHING: Final = (
    '"authority": null, "routes": [], "clause": null, "reasons": [], "amount": null, "headroom": null'
)


class _Told(NamedTuple):
    """A ruling as text up to the decision's amount, with `%s` for each figure of its grounds, if any has figures."""

    ruling: Ruling
    text: str
    grounds: tuple[Ground | BoundGround, ...]
    writes: tuple[Callable[[int], str], ...]


class Writer:
    """Writes the answers of one charter."""

    def __init__(self, plan: Plan) -> None:
        self._decimal = writing_of(plan.charter.currency)
        self._gestures = {each.id: f'{{"gesture": {quoted(each.id)}, "group": "' for each in plan.gestures}
        # By identity, because equal rulings are seldom two; each entry keeps its ruling, so no identity comes twice.
        self._told: dict[int, _Told] = {}

    def answer(self, answer: Answer) -> str:
        """Return an answer as JSON."""
        decided = _NOTHING if answer.decision is None else self._decision(answer.decision)
        options = ", ".join([self._option(option) for option in answer.options])
        return f'{{"id": {quoted(answer.id)}, {decided}, "options": [{options}]}}'

    def _option(self, option: Option) -> str:
        return f'{self._gestures[option.gesture]}{option.group}", {self._decision(option.decision)}}}'

    def _decision(self, decision: Decision) -> str:
        told = self._told.get(id(decision.ruling)) or self._keep(decision.ruling)
        text = told.text
        if told.grounds:
            figures, standing = decision.figures, decision.standing
            numbers: list[int] = []
            for why in told.grounds:
                numbers += why.told(figures, standing)
            text %= tuple([write(number) for write, number in zip(told.writes, numbers, strict=True)])
        amount, headroom, decimal = decision.amount, decision.headroom, self._decimal
        asked = "null" if amount is None else decimal(amount)
        return f'{text}{asked}, "headroom": {"null" if headroom is None else decimal(headroom)}'

    def _keep(self, ruling: Ruling) -> _Told:
        told = self._tell(ruling)
        if len(self._told) >= KEPT:
            self._told.clear()
        self._told[id(ruling)] = told
        return told

    def _tell(self, ruling: Ruling) -> _Told:
        grounds = tuple(why for why in ruling.grounds if not isinstance(why, Reason))
        reasons = ", ".join(self._reason(why) for why in ruling.grounds)
        routes = ", ".join(map(quoted, ruling.routes))
        told = f'"authority": "{ruling.authority}", "routes": [{routes}], "clause": {quoted(ruling.clause)}'
        text = f'{_literal(told)}, "reasons": [{reasons}], "amount": '
        writes = tuple(self._decimal if name in MONEY_VALUES else str for why in grounds for name in why.names)
        return _Told(ruling, text if grounds else text % (), grounds, writes)

    def _reason(self, why: Reason | Ground | BoundGround) -> str:
        """A reason, or its place for one with figures; a per cent sign stands twice."""
        values = [f"{quoted(name)}: {_literal(self._value(name, value))}" for name, value in why.values]
        if not isinstance(why, Reason):
            values += [f"{quoted(name)}: %s" for name in why.names]
        return f'{{"code": {quoted(why.code)}, "values": {{{", ".join(values)}}}}}'

    def _value(self, name: str, value: str | int) -> str:
        if isinstance(value, str):
            return quoted(value)
        return self._decimal(value) if name in MONEY_VALUES else str(value)


def _literal(text: str) -> str:
    return text.replace("%", "%%")

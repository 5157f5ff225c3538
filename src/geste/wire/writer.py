"""Writer: writes answers as `json.dumps` writes what `as_json` returns, and what repeats only once."""

from collections.abc import Callable, Sequence
from json.encoder import encode_basestring as quoted
from typing import Final, NamedTuple

from geste.core.decision.decision import Answer, BoundGround, Decision, Ground, Option, Ruling
from geste.core.decision.plan import Plan
from geste.core.decision.standing import Standing
from geste.core.reasons import MONEY_VALUES, Reason
from geste.wire.amounts import writing_of

KEPT: Final = 4_096
"""So many rulings are kept as text."""

_NOTHING: Final = '"authority": null, "routes": [], "clause": null, "reasons": [], "amount": null, "headroom": null'


_Fill = Callable[[tuple[int, ...], Standing, str], str]
"""Writes a reason, and what stands before it, with the figures of a decision, the first of which is written already."""


class _Kept(NamedTuple):
    """A ruling as text: the parts that need figures, and what stands between the last of them and the amount."""

    ruling: Ruling
    fills: tuple[_Fill, ...]
    end: str


class Writer:
    """Writes the answers of one charter."""

    def __init__(self, plan: Plan) -> None:
        self._decimal = writing_of(plan.charter.currency)
        self._gestures = {each.id: f'{{"gesture": {quoted(each.id)}, "group": "' for each in plan.gestures}
        # By identity, because equal rulings are seldom two; each entry keeps its ruling, so no identity comes twice.
        self._kept: dict[int, _Kept] = {}

    def answer(self, answer: Answer) -> str:
        """Return an answer as JSON."""
        return self.parts(answer.id, answer.decision, answer.options)

    def parts(self, identity: str, decision: Decision | None, options: Sequence[Option]) -> str:
        """Return the answer that these are the parts of as JSON."""
        decided = _NOTHING if decision is None else self._decision(decision)
        listed = ", ".join([self._option(option) for option in options]) if options else ""
        return f'{{"id": {quoted(identity)}, {decided}, "options": [{listed}]}}'

    def _option(self, option: Option) -> str:
        return f'{self._gestures[option.gesture]}{option.group}", {self._decision(option.decision)}}}'

    def _decision(self, decision: Decision) -> str:
        ruling, amount, headroom, decimal = decision.ruling, decision.amount, decision.headroom, self._decimal
        _, fills, text = self._kept.get(id(ruling)) or self._keep(ruling)
        written = "null" if amount is None else decimal(amount)
        room = "null" if headroom is None else decimal(headroom)
        if fills:
            figures, standing = decision.figures, decision.standing
            asked = written if figures[0] == amount else decimal(figures[0])
            text = "".join([fill(figures, standing, asked) for fill in fills]) + text
        return f'{text}{written}, "headroom": {room}'

    def _keep(self, ruling: Ruling) -> _Kept:
        if len(self._kept) >= KEPT:
            self._kept.clear()
        kept = self._kept[id(ruling)] = self._told(ruling)
        return kept

    def _told(self, ruling: Ruling) -> _Kept:
        routes = ", ".join(map(quoted, ruling.routes))
        text = (
            f'"authority": "{ruling.authority}", "routes": [{routes}], "clause": {quoted(ruling.clause)}, "reasons": ['
        )
        fills = []
        for number, why in enumerate(ruling.grounds):
            values = "".join(f"{quoted(name)}: {self._value(name, value)}, " for name, value in why.values)
            text += f'{", " if number else ""}{{"code": {quoted(why.code)}, "values": {{{values}'
            if isinstance(why, Reason):
                text = text.removesuffix(", ")
            else:
                fills.append(self._fill(text, why))
                text = ""
            text += "}}"
        return _Kept(ruling, tuple(fills), f'{text}], "amount": ')

    def _fill(self, before: str, why: Ground | BoundGround) -> _Fill:
        if isinstance(why, BoundGround):
            return _bound_fill(before, why, self._decimal)
        writes = [(f"{quoted(name)}: ", self._decimal if name in MONEY_VALUES else str) for name in why.names]

        def fill(figures: tuple[int, ...], standing: Standing, _: str) -> str:
            told = zip(writes, why.told(figures, standing), strict=True)
            return before + ", ".join([f"{name}{write(figure)}" for (name, write), figure in told])

        return fill

    def _value(self, name: str, value: str | int) -> str:
        if isinstance(value, str):
            return quoted(value)
        return self._decimal(value) if name in MONEY_VALUES else str(value)


def _bound_fill(before: str, why: BoundGround, decimal: Callable[[int], str]) -> _Fill:
    """Write by how much a bound is exceeded; where nothing was given before, the cap is what is left."""
    assert why.names == ("cap", "given", "asked", "left")
    told, nothing = why.told, decimal(0)

    def fill(figures: tuple[int, ...], standing: Standing, asked: str) -> str:
        cap, given, _, left = told(figures, standing)
        most = decimal(cap)
        if given or left != cap:
            return f'{before}"cap": {most}, "given": {decimal(given)}, "asked": {asked}, "left": {decimal(left)}'
        return f'{before}"cap": {most}, "given": {nothing}, "asked": {asked}, "left": {most}'

    return fill

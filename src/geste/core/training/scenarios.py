"""Scenarios: situations found by asking a charter, so that its gestures, limits, bends and red lines each show once.

Nobody writes them: facts are tried until the charter answers as wanted. Change the charter, and they change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from itertools import chain, combinations, product
from typing import Literal

from geste.core.charter.expression import Expression, facts_in
from geste.core.charter.syntax import Charter
from geste.core.charter.types import Money, Number, Time, Words, YesNo
from geste.core.charter.vocabulary import KINDS_THAT_REPAIR, LOSS_KINDS, NOW, PROPOSAL, FactDeclaration
from geste.core.decision.decision import Authority, Decision
from geste.core.decision.inputs import InputRefused
from geste.core.decision.prepared import PreparedCharter
from geste.core.money import format_amount

Kind = Literal["within", "beyond", "unknown", "bend", "red_line"]
MOST: Mapping[Kind, int] = {"within": 3, "beyond": 2, "unknown": 2, "bend": 2, "red_line": 3}
"""Of each kind as many as one sits through at a time."""

LOSS = "case.loss"
MOST_CHANGED = 2
"""So many facts at once are changed from what is usual before a rule is left out."""

_DAYS_AGO = (1, 10, 20, 40, 400)
_NUMBERS = (1, 0, 2, 5, 12, 95)
_AMOUNTS = (100, 10, 1000)
_USUAL: Mapping[str, object] = {"case.severity": "spoiled", "case.responsibility": "ours"}


@dataclass(frozen=True, slots=True)
class Scenario:
    """One situation: what is known, what somebody thinks of giving, and what the charter says to it.

    `id` names the rule it shows and stays while that rule stays. `facts` and `amount` are in the wire form.
    """

    id: str
    kind: Kind
    facts: Mapping[str, object]
    gesture: str
    amount: str | None
    decision: Decision

    @property
    def answer(self) -> Authority:
        """What is right by the charter."""
        return self.decision.authority


def scenarios(prepared: PreparedCharter, role: str) -> tuple[Scenario, ...]:
    """Return situations for somebody of a role: each a rule of this charter, the kinds taking turns."""
    search = _Search(prepared, role)
    found: dict[Kind, list[Scenario]] = {
        "within": list(search.within()),
        "red_line": list(search.red_lines()),
        "beyond": list(search.beyond()),
        "bend": list(search.bends()),
        "unknown": list(search.unknown()),
    }
    kept = [those[: MOST[kind]] for kind, those in found.items()]
    turns = max(map(len, kept), default=0)
    return tuple(those[turn] for turn in range(turns) for those in kept if turn < len(those))


class _Search:
    """Tries facts on one charter for one role, always in the same order."""

    def __init__(self, prepared: PreparedCharter, role: str) -> None:
        self._prepared, self._role = prepared, role
        self._charter: Charter = prepared.charter
        self._at = datetime.combine(self._charter.effective, time(12), timezone.utc)  # noqa: UP017 - Python 3.10 reads it
        self._known: dict[str, Scenario] = {}

    def within(self) -> Iterator[Scenario]:
        """Yield one situation for each gesture somebody may just give."""
        for gesture in self._charter.gestures:
            found = self._first("within", gesture.id, gesture.id, self._amounts(gesture.id))
            if found is not None:
                self._known[gesture.id] = found
                yield found

    def beyond(self) -> Iterator[Scenario]:
        """Yield one for each gesture of which more is asked than the charter gives."""
        cap = self._charter.cap_of(self._role)[1]
        for gesture, within in self._known.items():
            if within.amount is None:
                continue
            decision = self._ask(within.facts, gesture, self._written(2 * cap + 100))
            if decision is not None and decision.authority == "beyond":
                yield Scenario(
                    f"beyond.{gesture}", "beyond", within.facts, gesture, self._written(2 * cap + 100), decision
                )

    def unknown(self) -> Iterator[Scenario]:
        """Yield one for each gesture that needs a fact nobody has asked for yet."""
        for gesture, within in self._known.items():
            for path in _paths(within.facts):
                fewer = _without(within.facts, path)
                decision = self._ask(fewer, gesture, within.amount)
                if decision is not None and decision.authority == "unknown":
                    yield Scenario(f"unknown.{gesture}", "unknown", fewer, gesture, within.amount, decision)
                    break

    def bends(self) -> Iterator[Scenario]:
        """Yield one for each rule somebody may bend."""
        for bend in self._charter.bendable:
            found = self._first("bend", bend.id, bend.id, (None,))
            if found is not None:
                yield found

    def red_lines(self) -> Iterator[Scenario]:
        """Yield one for each red line that a case can cross."""
        for line in self._charter.red_lines:
            if line.when is None:
                continue
            tried = (
                self._first("red_line", line.id, gesture, (within.amount,), line.when)
                for gesture, within in self._known.items()
            )
            found = next((one for one in tried if one is not None), None)
            if found is not None:
                yield found

    def _first(
        self, kind: Kind, rule: str, gesture: str, amounts: Iterable[str | None], also: Expression | None = None
    ) -> Scenario | None:
        for facts, amount in product(self._situations(gesture, also), amounts):
            decision = self._ask(facts, gesture, amount)
            if decision is not None and self._shows(kind, rule, decision):
                return Scenario(f"{kind}.{rule}", kind, facts, gesture, amount, decision)
        return None

    def _shows(self, kind: Kind, rule: str, decision: Decision) -> bool:
        if kind == "red_line":
            crossed = {reason.value("red_line") for reason in decision.reasons if reason.code == "red_line.crossed"}
            return decision.authority == "forbidden" and rule in crossed
        return decision.authority == "within"

    def _ask(self, facts: Mapping[str, object], gesture: str, amount: str | None) -> Decision | None:
        proposal = {"gesture": gesture, **({} if amount is None else {"amount": amount})}
        asked = {
            "actor": {"role": self._role},
            "facts": {**facts, NOW: self._at.isoformat()},
            "proposal": proposal,
        }
        try:
            return self._prepared.decide(self._prepared.read(asked))
        except InputRefused:
            return None

    def _amounts(self, gesture: str) -> tuple[str | None, ...]:
        known = self._charter.gesture(gesture)
        if known is None or not known.has_amount or known.amount.exactly is not None:
            return (None,)
        cap = self._charter.cap_of(self._role)[1]
        return tuple(self._written(max(1, cap // part)) for part in (5, 20, 100))

    def _situations(self, gesture: str, also: Expression | None) -> Iterator[Mapping[str, object]]:
        """Yield facts that differ in few places from what is usual, those that differ in fewer first."""
        declared = self._asked_about(gesture, also)
        choices = {one.path: self._values(one) for one in declared}
        choices[LOSS] = self._losses(gesture, choices[LOSS])
        usual = {path: values[0] for path, values in choices.items()}
        for changed in chain.from_iterable(combinations(choices, number) for number in range(MOST_CHANGED + 1)):
            for values in product(*(choices[path][1:] for path in changed)):
                yield _nested({**usual, **dict(zip(changed, values, strict=True))})

    def _asked_about(self, gesture: str, also: Expression | None) -> list[FactDeclaration]:
        """Which facts matter to a gesture, and what every case tells: what was lost, how badly, and whose doing."""
        facts = self._charter.vocabulary.facts
        paths = [LOSS, "case.severity", "case.responsibility"]
        read = (fact.path for condition in self._conditions(gesture, also) for fact in facts_in(condition))
        paths += [path for path in read if path != NOW and not path.startswith(PROPOSAL)]
        known = (facts[path] for path in dict.fromkeys(paths) if path in facts)
        return [one for one in known if self._values(one)]

    def _conditions(self, gesture: str, also: Expression | None) -> Iterator[Expression]:
        known = self._charter.gesture(gesture)
        bend = next((one for one in self._charter.bendable if one.id == gesture), None)
        found = [also, bend.when if bend else None]
        if known is not None and also is None:
            found += [known.when, known.cap, known.amount.exactly]
            found += [
                part
                for clause in self._charter.clauses
                if clause.concerns(gesture, known.kind)
                for part in (clause.when, clause.require)
            ]
        yield from (one for one in found if one is not None)

    def _values(self, declared: FactDeclaration) -> tuple[object, ...]:
        """What a fact may be, what is usual first; none for lists and texts, which stay unsaid."""
        values = self._plain(declared)
        usual = _USUAL.get(declared.path)
        if usual in values:
            values = (usual, *(value for value in values if value != usual))
        return tuple({"confirmed": value} for value in values) if declared.is_claim else values

    def _losses(self, gesture: str, losses: tuple[object, ...]) -> tuple[object, ...]:
        """The losses there may be, those first that the gesture makes good."""
        known = self._charter.gesture(gesture)
        if known is None:
            return losses
        mended = known.repairs or tuple(loss for loss, kinds in KINDS_THAT_REPAIR.items() if known.kind in kinds)
        return tuple(sorted(losses, key=lambda loss: loss not in mended))

    def _plain(self, declared: FactDeclaration) -> tuple[object, ...]:
        match declared.type:
            case YesNo():
                return (True, False) if declared.assumed is True else (False, True)
            case Words(words):
                return tuple(word for word in LOSS_KINDS if word in words) or words
            case Number(low, high):
                return tuple(number for number in _NUMBERS if low <= number <= high)
            case Money():
                unit = 10**self._charter.currency.exponent
                return tuple(self._written(amount * unit) for amount in _AMOUNTS)
            case Time():
                return tuple((self._at - timedelta(days=days)).isoformat() for days in _DAYS_AGO)
        return ()

    def _written(self, minor: int) -> str:
        return format_amount(minor, self._charter.currency)


def _nested(flat: Mapping[str, object]) -> dict[str, object]:
    facts: dict[str, object] = {}
    for path, value in flat.items():
        *groups, name = path.split(".")
        inside = facts
        for group in groups:
            inside = inside.setdefault(group, {})  # type: ignore[assignment]
        inside[name] = value
    return facts


def _paths(facts: Mapping[str, object], before: str = "") -> Iterator[str]:
    for name, value in facts.items():
        if isinstance(value, Mapping) and "confirmed" not in value:
            yield from _paths(value, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def _without(facts: Mapping[str, object], path: str) -> dict[str, object]:
    name, _, rest = path.partition(".")
    inside = facts[name]
    if not rest:
        return {key: value for key, value in facts.items() if key != name}
    return {**facts, name: _without(inside, rest)} if isinstance(inside, Mapping) else dict(facts)

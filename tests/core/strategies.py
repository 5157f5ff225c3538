"""Strategies: random charters and requests, built the way authors and programs would write them."""

import json
from collections.abc import Callable, Sequence

from hypothesis import Phase, settings
from hypothesis import strategies as st

from tests.core.expressions import (
    AMOUNTS,
    CABINS,
    FACTS,
    PARAMETERS,
    SCOPES,
    STATUSES,
    TEXTS,
    TIERS,
    TIMES,
    Expressions,
    Spec,
)

__all__ = [
    "FACT_VALUES",
    "RESPONSIBILITIES",
    "ROLES",
    "Json",
    "Spec",
    "brisk",
    "charters",
    "flat_facts",
    "nested",
    "requests",
    "texts",
    "words",
    "written",
]

Json = object
"""Any JSON value."""

brisk = settings(derandomize=True, phases=[Phase.explicit, Phase.generate])
"""For tests that draw whole charters: the same ones each time, and no minutes of shrinking when one fails. The slow
suite draws others, at random, and shrinks."""

LOSSES = ("money", "product", "service", "time", "effort", "attention", "trust", "safety")
SEVERITIES = ("small", "spoiled", "ruined", "danger")
RESPONSIBILITIES = ("ours", "shared", "third_party", "customer", "nobody")
KINDS = (
    "explanation",
    "fix",
    "replace",
    "money_now",
    "money_later",
    "fee_waiver",
    "time",
    "upgrade",
    "extra",
    "rounding",
    "attention",
)
ROLES = ("desk", "night", "boss", "robot")
GESTURES = ("refund", "note", "voucher", "repair", "G.Extra-1")
BENDS = ("hour", "late_out")
SMALL_AMOUNTS = ("0", "5", "10", "49.99", "50", "100", "250.50", "500", "2000")


class Structures:
    """Draws conditions and amounts in the structured vocabulary, mixed with expressions."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._expressions = Expressions(draw, extensions=True)

    def condition(self, depth: int) -> Spec:
        """Return a condition."""
        choice = self._draw(st.integers(0, 7 if depth > 0 else 3))
        if choice <= 1:
            return self._expressions.yes_no(depth).ours
        if choice <= 3:
            return self._tests()
        parts: list[Spec] = [self.condition(depth - 1) for _ in range(self._draw(st.integers(1, 3)))]
        if choice == 4:
            return parts
        if choice == 5:
            return {"not": parts[0], **self._tests()}
        return {self._draw(st.sampled_from(("all_of", "any_of", "none_of"))): parts}

    def _tests(self) -> dict[str, Spec]:
        return dict(self._draw(st.lists(st.sampled_from(_TESTS), min_size=1, max_size=2)))

    def amount(self) -> Spec:
        """Return an amount of money."""
        choice = self._draw(st.integers(0, 5))
        if choice <= 2:
            return self._draw(st.sampled_from(SMALL_AMOUNTS))
        if choice == 3:
            return self._expressions.amount(1).ours
        if choice == 4:
            return {
                "percent": self._draw(st.sampled_from(("8 %", "62.5%", "share"))),
                "of": self._expressions.amount(0).ours,
            }
        word = self._draw(st.sampled_from(("lowest_of", "highest_of")))
        return {word: [self._draw(st.sampled_from(SMALL_AMOUNTS)), self._expressions.amount(1).ours]}


_TESTS: list[tuple[str, Spec]] = [
    ("customer.vip", "yes"),
    ("customer.tier", "gold"),
    ("customer.tier", ["gold", "silver"]),
    ("customer.tier", {"is_not": "silver", "not_in": ["platinum"]}),
    ("customer.id", {"is": "A12"}),
    ("customer.region", 'say "hi"'),
    ("stay.nights", "2"),
    ("stay.nights", {"between": ["1", "max_nights"]}),
    ("stay.floor", {"more_than": "-2", "less_than": "stay.nights"}),
    ("stay.price", {"at_least": "50", "at_most": "fee * 3"}),
    ("stay.balance", {"is": "0"}),
    ("stay.arrived", {"within": "24 hours"}),
    ("stay.arrived", {"longer_ago_than": "season"}),
    ("stay.left", {"before": "2026-05-14T00:00:00+10:00", "after": "stay.arrived"}),
    ("stay.late", "oui"),
    ("confirmed", ["customer.vip", "stay.price"]),
    ("given", {"gesture": "note", "on": "case", "within": "10 days"}),
    ("given", {"gesture": ["refund", "money_later"], "on": "customer", "times": {"at_most": "2"}}),
    ("order.lines", {"any": {"status": "cancelled", "paid": "yes"}}),
    ("order.lines", {"all": {"status": {"in": ["open", "shipped"]}}, "size": {"at_least": "1"}}),
    ("order.lines", {"none": {"price": {"more_than": "100"}, "stay.late": "yes"}}),
    ("order.lines", {"count": {"where": "item.pieces > stay.nights", "at_most": "1"}}),
    ("order.cards", {"any": {"value": "A12"}}),
    ("order.marks", {"none": {"value": ["open", "cancelled"]}}),
    ("actor.kind", "agent"),
    ("actor.role", {"is_not": "night"}),
    ("proposal.big", "no"),
    ("proposal.to.cabin", "business"),
    ("case.loss", ["money", "time"]),
]

words = st.text(
    st.sampled_from("abcXYZ 09é« »’\"'\\#:{}[],&*!|>%@`-?\n\t\u00a0\u0085\u2028\ufeff🎁"), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))
texts: st.SearchStrategy[Spec] = st.one_of(words, st.fixed_dictionaries({"en": words, "fr": words}))
told_by_a_fact: st.SearchStrategy[Spec] = st.fixed_dictionaries(
    {"by": st.just("customer.id")}, optional={"label": texts}
)
own_scopes: st.SearchStrategy[Spec] = st.fixed_dictionaries(
    {"order": st.one_of(texts, told_by_a_fact)}, optional={"instrument": st.just({"by": "customer.id"})}
)
names = st.from_regex(r"[a-z][a-z0-9_]{0,7}", fullmatch=True).filter(lambda name: name != "type")
leaves: st.SearchStrategy[Spec] = st.sampled_from(
    ("yes_no", "text", ["a b", "é", '"', "\\"], {"type": "number", "min": "-3"})
)
OTHERWISE: tuple[Spec, ...] = ("beyond", "forbidden", "hand_over", {"bend": "hour"})


@st.composite
def charters(draw: st.DrawFn) -> Spec:
    """Return a charter as an author might write it, every section present some of the time."""
    structures = Structures(draw)
    sections: dict[str, Spec] = {
        "charter": draw(st.sampled_from(("bakery", "C-1.b"))),
        "version": str(draw(st.integers(1, 9))),
        "currency": "AUD",
        "effective": "2026-05-01",
        "purpose": draw(texts),
        "case_cap": draw(st.sampled_from(SMALL_AMOUNTS)),
        "facts": {**FACTS, "extra": draw(st.dictionaries(names, leaves, max_size=2))},
        "parameters": PARAMETERS,
        "scopes": draw(st.one_of(st.just(["order"]), own_scopes)),
        "gestures": {name: _gesture(draw, structures) for name in ("refund", "note", *draw(_some(GESTURES[2:])))},
    }
    for name, part in _PARTS.items():
        if draw(st.booleans()):
            sections[name] = part(draw, structures)
    # What others name must be there: roles and the rule that is bent.
    sections["roles"] = _roles(draw, structures)
    sections["bendable"] = _bendable(draw, structures)
    return {name: sections[name] for name in draw(st.permutations(list(sections)))}


def _some(choices: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(choices), min_size=1, max_size=len(choices), unique=True)


def _several(draw: st.DrawFn, prefix: str, part: Callable[[], dict[str, Spec]]) -> Spec:
    return {f"{prefix}{index}": part() for index in range(draw(st.integers(1, 3)))}


def _maybe(draw: st.DrawFn, **parts: Callable[[], Spec]) -> dict[str, Spec]:
    """Some of the named parts; a trailing underscore keeps Python's own words free."""
    return {name.rstrip("_"): part() for name, part in parts.items() if draw(st.booleans())}


def _whom(draw: st.DrawFn) -> Spec:
    return draw(st.sampled_from(("everyone", "desk", ["night", "robot"], ["boss", "desk"])))


def _covered(draw: st.DrawFn) -> Spec:
    return draw(
        st.sampled_from(("money_now", ["money_now", "extra", "rule_bent"], ["fix", "attention"], "explanation"))
    )


def _gesture(draw: st.DrawFn, structures: Structures) -> dict[str, Spec]:
    parts = {
        "name": draw(texts),
        "kind": draw(st.sampled_from(KINDS)),
        **_maybe(
            draw,
            when=lambda: structures.condition(2),
            otherwise=lambda: draw(st.sampled_from(OTHERWISE)),
            for_=lambda: draw(st.sampled_from(("nobody", "desk", ["night"], ["boss", "robot"], "everyone"))),
            repairs=lambda: list(draw(_some(LOSSES))),
            proactive=lambda: draw(st.sampled_from(("allowed", "required", "forbidden"))),
            line=lambda: draw(st.sampled_from(("recovery", "delight", "micro"))),
            books=lambda: draw(st.sampled_from(("foregone_revenue", "cost_price"))),
            real_cost=lambda: draw(st.sampled_from(("none", "35 %", "12", "stay.price / 2"))),
            steps=lambda: draw(st.lists(texts, min_size=1, max_size=2)),
            say=lambda: draw(texts),
        ),
    }
    choice = draw(st.integers(0, 6))
    if choice == 0:
        return {**parts, "amount": "none"}
    if choice == 6:
        return {**parts, "amount": {"round_down": "stay.price", "to": draw(st.sampled_from(("0.10", "5", "fee")))}}
    if choice == 1:
        return {**parts, "cap": {"desk": draw(st.sampled_from(SMALL_AMOUNTS)), "boss": "900"}}
    if choice == 2:
        return {**parts, "amount": {"exactly": structures.amount()}}
    if choice == 3:
        return {**parts, "amount": {"at_least": structures.amount(), "at_most": structures.amount()}}
    return {**parts, "cap": structures.amount(), **_maybe(draw, amount=lambda: {"at_least": "5"})}


def _roles(draw: st.DrawFn, _: Structures) -> Spec:
    caps = st.sampled_from(SMALL_AMOUNTS)
    return {
        "desk": _maybe(draw, name=lambda: draw(texts), cap=lambda: draw(caps)),
        "night": {"is": "desk", **_maybe(draw, cap=lambda: draw(caps))},
        "boss": _maybe(draw, cap=lambda: draw(caps), is_=lambda: "night"),
        "robot": {"kind": "assistant", "is": draw(st.sampled_from(("desk", "everyone")))},
    }


def _bendable(draw: st.DrawFn, structures: Structures) -> Spec:
    return {
        name: {"says": draw(texts), **_maybe(draw, for_=lambda: _whom(draw), when=lambda: structures.condition(1))}
        for name in BENDS
    }


def _clauses(draw: st.DrawFn, structures: Structures) -> Spec:
    def clause() -> dict[str, Spec]:
        return {
            "says": draw(texts),
            "require": structures.condition(2),
            **_maybe(
                draw,
                when=lambda: structures.condition(1),
                covers=lambda: _covered(draw),
                except_=lambda: draw(st.sampled_from(("upgrade", ["fix", "note"], "rule_bent"))),
                for_=lambda: _whom(draw),
                otherwise=lambda: draw(st.sampled_from(OTHERWISE)),
            ),
        }

    return _several(draw, "A.clause-", clause)


def _red_lines(draw: st.DrawFn, structures: Structures) -> Spec:
    forbids: tuple[Spec, ...] = ("everything", "money", ["extra", "fix"])
    return _several(
        draw,
        "red_",
        lambda: {
            "says": draw(texts),
            **_maybe(
                draw,
                when=lambda: structures.condition(1),
                forbids=lambda: draw(st.sampled_from(forbids)),
                instead=lambda: draw(st.sampled_from((["hour"], ["call_back", "note"]))),
                help=lambda: draw(texts),
            ),
        },
    )


def _owed(draw: st.DrawFn, structures: Structures) -> Spec:
    return _several(
        draw,
        "owed_",
        lambda: {
            "name": draw(texts),
            "because": draw(st.sampled_from(("law", "contract", "promise"))),
            **_maybe(
                draw,
                when=lambda: structures.condition(1),
                amount=lambda: {"exactly": structures.amount()},
                say=lambda: draw(texts),
            ),
        },
    )


def _limits(draw: st.DrawFn, structures: Structures) -> Spec:
    def limit() -> dict[str, Spec]:
        bound = _maybe(draw, times=lambda: str(draw(st.integers(0, 3))), amount=structures.amount)
        return {
            "per": draw(st.sampled_from(SCOPES)),
            "at_most": bound or {"times": "1"},
            **_maybe(
                draw,
                says=lambda: draw(texts),
                within=lambda: draw(st.sampled_from(("90 minutes", "1 day", "12 months", "2 years"))),
                covers=lambda: _covered(draw),
                for_=lambda: _whom(draw),
                when=lambda: structures.condition(1),
                otherwise=lambda: draw(st.sampled_from(OTHERWISE)),
                guidance=lambda: "yes",
            ),
        }

    return _several(draw, "limit_", limit)


def _envelopes(draw: st.DrawFn, _: Structures) -> Spec:
    return _several(
        draw,
        "envelope_",
        lambda: {
            "name": draw(texts),
            "amount": draw(st.sampled_from(SMALL_AMOUNTS)),
            **_maybe(
                draw,
                every=lambda: draw(st.sampled_from(("week", "quarter"))),
                covers=lambda: _covered(draw),
                line=lambda: "recovery",
                for_=lambda: _whom(draw),
                each=lambda: draw(st.sampled_from(("site", "team"))),
            ),
        },
    )


def _sizing(draw: st.DrawFn, structures: Structures) -> Spec:
    uplift: Spec = {"when": structures.condition(1), "percent": draw(st.sampled_from(("10 %", "50 %")))}
    return {
        "loss": draw(st.sampled_from(("stay.spoiled", "stay.price * stay.nights"))),
        "severity": {"small": "25 %", "ruined": "100 %"},
        "responsibility": {"ours": "100 %", "shared": "50 %", "customer": "25 %"},
        **_maybe(draw, uplift=lambda: uplift, floor=lambda: "10", ceiling=lambda: "120 %"),
    }


def _margin(draw: st.DrawFn, _: Structures) -> Spec:
    floor = {
        "floor": draw(st.sampled_from(("25 %", "7.5 %", "share"))),
        "says": draw(texts),
        "covers": draw(st.sampled_from(("money_now", ["extra", "rule_bent"], "explanation"))),
        "otherwise": draw(st.sampled_from(OTHERWISE)),
    }
    return {"price": "stay.price", "cost": "stay.spoiled", **(floor if draw(st.booleans()) else {})}


def _one_hop(draw: st.DrawFn, _: Structures) -> Spec:
    return {
        "to": "boss",
        "answer_within": draw(st.sampled_from(("90 seconds", "10 minutes"))),
        **_maybe(draw, on_silence=lambda: "hand_over", up_to=lambda: draw(st.sampled_from(SMALL_AMOUNTS))),
    }


def _guidelines(draw: st.DrawFn, _: Structures) -> Spec:
    return list(draw(st.lists(texts, min_size=1, max_size=3)))


def _trust_line(draw: st.DrawFn, _: Structures) -> Spec:
    return draw(st.sampled_from(SMALL_AMOUNTS))


_PARTS: dict[str, Callable[[st.DrawFn, Structures], Spec]] = {
    "name": lambda draw, _: draw(texts),
    "distinctive": lambda draw, _: draw(texts),
    "signed_by": lambda draw, _: list(draw(st.lists(words, min_size=1, max_size=2, unique=True))),
    "trust_line": _trust_line,
    "guidelines": _guidelines,
    "clauses": _clauses,
    "red_lines": _red_lines,
    "owed": _owed,
    "limits": _limits,
    "envelopes": _envelopes,
    "margin": _margin,
    "sizing": _sizing,
    "one_hop": _one_hop,
}


def written(spec: Spec) -> str:
    """Return a charter's text: JSON is YAML, but for three characters that YAML takes for line ends."""
    text = json.dumps(spec, ensure_ascii=False)
    return text.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\ufeff", "\\ufeff")


_LINE = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(STATUSES),
        "price": st.sampled_from(AMOUNTS),
        "pieces": st.integers(0, 3),
        "paid": st.booleans(),
        "at": st.sampled_from(TIMES),
        "code": st.sampled_from(TEXTS),
    },
)
_WHOLE_LINE = st.fixed_dictionaries(
    {
        "status": st.sampled_from(STATUSES),
        "price": st.sampled_from(AMOUNTS),
        "pieces": st.integers(0, 3),
        "paid": st.booleans(),
        "at": st.sampled_from(TIMES),
        "code": st.sampled_from(TEXTS),
    }
)
FACT_VALUES: dict[str, st.SearchStrategy[Json]] = {
    "customer.tier": st.sampled_from(TIERS),
    "customer.vip": st.booleans(),
    "customer.id": st.sampled_from(TEXTS),
    "customer.region": st.sampled_from(TEXTS),
    "stay.nights": st.sampled_from((0, 1, 2, 5, 6, 60)),
    "stay.floor": st.sampled_from((-5, -2, 0, 1, 90)),
    "stay.price": st.sampled_from(AMOUNTS),
    "stay.balance": st.sampled_from(("-500.00", "-0.01", "0", "50", "5000.50")),
    "stay.arrived": st.sampled_from(TIMES),
    "stay.left": st.sampled_from(TIMES),
    "stay.late": st.booleans(),
    "stay.spoiled": st.sampled_from(AMOUNTS),
    "order.lines": st.one_of(st.lists(_WHOLE_LINE, max_size=3), st.lists(_LINE, max_size=3)),
    "order.cards": st.lists(st.sampled_from(TEXTS), max_size=2),
    "order.marks": st.lists(st.sampled_from(STATUSES), max_size=2),
    "now": st.just("2026-05-14T01:07:00+10:00"),
    "case.loss": st.sampled_from(LOSSES),
    "case.severity": st.sampled_from(SEVERITIES),
    "case.responsibility": st.sampled_from(RESPONSIBILITIES),
    "case.asked": st.booleans(),
}
PROPOSAL_VALUES: dict[str, st.SearchStrategy[Json]] = {
    "big": st.booleans(),
    "to": st.fixed_dictionaries({}, optional={"cabin": st.sampled_from(CABINS)}),
}


def nested(flat: dict[str, Json]) -> dict[str, Json]:
    """Return facts by dotted path as the nested objects of a request."""
    root: dict[str, Json] = {}
    for path, value in flat.items():
        group = root
        *groups, name = path.split(".")
        for part in groups:
            inner = group.setdefault(part, {})
            assert isinstance(inner, dict)
            group = inner
        group[name] = value
    return root


@st.composite
def flat_facts(draw: st.DrawFn, *, complete: bool | None = None) -> dict[str, Json]:
    """Return what is known, by dotted path: all of it, or only some; a few values claimed or confirmed by name."""
    everything = draw(st.booleans()) if complete is None else complete
    facts: dict[str, Json] = {}
    for path, values in FACT_VALUES.items():
        if not everything and draw(st.integers(0, 3)) == 0:
            continue
        value = draw(_WHOLE_LINES if everything and path == "order.lines" else values)
        how = draw(st.integers(0, 9))
        facts[path] = {"claimed": value} if how == 0 else {"confirmed": value} if how == 1 else value
    return facts


_WHOLE_LINES = st.lists(_WHOLE_LINE, max_size=3)


@st.composite
def standings(draw: st.DrawFn, envelopes: Sequence[str] = ()) -> dict[str, Json]:
    """Return what has been given before, and what some of the envelopes have left."""
    given = st.fixed_dictionaries(
        {
            "gesture": st.sampled_from((*GESTURES, "explain", "hour", "of_an_older_charter")),
            "scopes": st.lists(st.sampled_from(SCOPES), unique=True, max_size=4),
        },
        optional={"amount": st.sampled_from(SMALL_AMOUNTS), "at": st.sampled_from(TIMES)},
    )
    left = st.fixed_dictionaries({"left": st.sampled_from(("-20", "0", "9.99", "50", "700"))})
    return {
        "given": list(draw(st.lists(given, max_size=4))),
        "envelopes": {name: draw(left) for name in envelopes if draw(st.booleans())},
    }


@st.composite
def requests(
    draw: st.DrawFn, gestures: Sequence[str], envelopes: Sequence[str] = (), *, complete: bool | None = None
) -> dict[str, Json]:
    """Return a request as a JSON object, its facts still flat under `facts`."""
    proposal: dict[str, Json] = {"gesture": draw(st.sampled_from(gestures))}
    for name, values in PROPOSAL_VALUES.items():
        if complete or draw(st.booleans()):
            proposal[name] = draw(values)
    if draw(st.booleans()):
        proposal["amount"] = draw(st.sampled_from(SMALL_AMOUNTS))
    actor: dict[str, Json] = {"role": draw(st.sampled_from((*ROLES, "everyone")))}
    if draw(st.integers(0, 2)) == 0:
        actor["kind"] = draw(st.sampled_from(("agent", "assistant")))
    return {
        "id": "r1",
        "actor": actor,
        "facts": nested(draw(flat_facts(complete=complete))),
        "standing": draw(standings(envelopes)),
        "proposal": proposal,
    }

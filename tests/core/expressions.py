"""Expressions: random conditions and amounts over one set of facts, well typed, as authors would write them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

Spec = str | Sequence["Spec"] | Mapping[str, "Spec"]
"""A charter before it is text: every value is a word, a list or named parts."""

Json = object
"""Any JSON value."""

TIERS = ("silver", "gold", "platinum")
CABINS = ("economy", "business")
STATUSES = ("open", "shipped", "cancelled")
SCOPES = ("case", "customer", "agent", "order")
TEXTS = ("", "a", "A12", "é", 'say "hi"', "back\\slash", "tab\tand\nline", "« 50 % »", "# no: comment", "🎁")
TIMES = (
    "2025-05-14T01:07:00+10:00",
    "2026-02-28T23:59:59+01:00",
    "2026-04-14T00:00:00+10:00",
    "2026-05-12T15:07:00+00:00",
    "2026-05-13T01:07:00+10:00",
    "2026-05-13T01:06:59+10:00",
    "2026-05-14T01:07:00+10:00",
    "2026-05-14T01:07:00-03:30",
    "2027-01-31T12:00:00Z",
)
AMOUNTS = ("0.00", "0.01", "9.99", "10.00", "49.99", "50.00", "50.01", "100.00", "390.00", "1000000.00")
FACTS: dict[str, Spec] = {
    "customer": {
        "tier": {"type": "one_of", "values": {tier: {"en": tier, "fr": f"« {tier} »"} for tier in TIERS}},
        "vip": {"type": "yes_no", "from": "customer"},
        "id": "text",
        "region": {"type": "text", "label": {"en": "Region", "fr": "Région"}},
    },
    "stay": {
        "nights": {"type": "number", "max": "60", "unit": "nights"},
        "floor": {"type": "number", "min": "-5", "max": "90", "from": "customer"},
        "price": "money",
        "balance": {"type": "money", "min": "-500", "max": "5000.50"},
        "arrived": {"type": "time", "ask": "When did they arrive?"},
        "left": {"type": "time", "assume": "2026-05-14T01:07:00+10:00"},
        "late": {"type": "yes_no", "assume": "no"},
        "spoiled": {"type": "money", "from": "agent"},
    },
    "order": {
        "lines": {
            "type": "list",
            "of": {
                "status": {"type": "one_of", "values": list(STATUSES), "label": {"en": "status", "fr": "état"}},
                "price": "money",
                "pieces": "number",
                "paid": "yes_no",
                "at": "time",
                "code": "text",
            },
        },
        "cards": {"type": "list", "of": "text"},
        "marks": {"type": "list", "of": list(STATUSES)},
    },
    "proposal": {"big": "yes_no", "to": {"cabin": {"type": "one_of", "values": list(CABINS), "assume": "economy"}}},
}
PARAMETERS: Spec = {
    "max_nights": "5",
    "fee": {"value": "50 AUD", "label": {"en": "the fee", "fr": "les frais"}},
    "share": "7.5 %",
    "window": "24 hours",
    "season": "2 months",
    "good": ["gold", "platinum"],
    "rate": {"by": ["customer.tier"], "gives": "number", "is": {"silver": "1", "gold": "2", "platinum": "4"}},
    "fees": {
        "by": ["customer.tier", "proposal.to.cabin"],
        "gives": "money",
        "is": {tier: {"economy": str(10 * place), "business": f"{place}.50"} for place, tier in enumerate(TIERS)},
    },
}


class Term(NamedTuple):
    """One expression as we write it and as CEL writes it: the same but for amounts, which CEL sees in minor units."""

    ours: str
    cel: str
    binding: int = 7

    def within(self, binding: int) -> "Term":
        """Return the same, in brackets if it binds less tightly than its surroundings."""
        return self if self.binding >= binding else Term(f"({self.ours})", f"({self.cel})")


def same(text: str, binding: int = 7) -> Term:
    """Return a term that reads the same in both languages."""
    return Term(text, text, binding)


def joined(left: Term, operator: str, right: Term, binding: int) -> Term:
    """Return two terms joined by a left-associative operator, bracketed only where needed."""
    first, second = left.within(binding), right.within(binding + 1)
    return Term(f"{first.ours} {operator} {second.ours}", f"{first.cel} {operator} {second.cel}", binding)


def called(pattern: str, *terms: Term) -> Term:
    """Return `pattern` with its `{}` filled by terms."""
    return Term(pattern.format(*(term.ours for term in terms)), pattern.format(*(term.cel for term in terms)))


def quoted(text: str) -> str:
    """Return a text as a CEL string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


class Expressions:
    """Draws well-typed expressions over `FACTS` and `PARAMETERS`; `extensions` adds what CEL itself does not know."""

    def __init__(self, draw: st.DrawFn, *, extensions: bool) -> None:
        self._draw = draw
        self._extensions = extensions
        self._items: tuple[str, ...] = ()
        self._lists = 0

    def pick(self, choices: Sequence[str]) -> str:
        """Return one of `choices`."""
        return self._draw(st.sampled_from(choices))

    def _one(self, depth: int, leaves: Sequence[Callable[[int], Term]], inner: Sequence[Callable[[int], Term]]) -> Term:
        choices = list(leaves) if depth <= 0 else [*inner, *inner, *leaves]
        return self._draw(st.sampled_from(choices))(depth - 1)

    def yes_no(self, depth: int) -> Term:
        """Return a condition."""
        leaves: list[Callable[[int], Term]] = [
            self._answer,
            self._numbers,
            self._amounts,
            self._words,
            self._texts,
            self._moments,
        ]
        inner: list[Callable[[int], Term]] = [
            self._both,
            self._either,
            self._opposite,
            self._chosen_answer,
            self._equal_answers,
            self._spans,
            self._over,
        ]
        if self._extensions:
            leaves += [self._within, self._given, self._confirmed]
        return self._one(depth, leaves, inner)

    def number(self, depth: int) -> Term:
        """Return a whole number."""
        leaves: list[Callable[[int], Term]] = [self._number_fact, self._count]
        inner: list[Callable[[int], Term]] = [
            self._sum,
            self._product,
            self._quotient,
            self._chosen_number,
            self._minus,
            self._filtered,
        ]
        if self._extensions:
            inner += [self._elapsed, self._outermost_number, self._pieces]
        return self._one(depth, leaves, inner)

    def amount(self, depth: int) -> Term:
        """Return an amount of money."""
        inner: list[Callable[[int], Term]] = [
            self._amount_sum,
            self._amount_product,
            self._amount_quotient,
            self._chosen_amount,
        ]
        if self._extensions:
            inner += [self._share, self._outermost_amount, self._prices]
        return self._one(depth, [self._amount_fact], inner)

    def _answer(self, _: int) -> Term:
        own = [f"{item}.paid" for item in self._items]
        return same(self.pick(["customer.vip", "stay.late", "proposal.big", "true", "false", *own, *own]))

    def _compare(self, left: Term, right: Term) -> Term:
        operator = self.pick(("==", "!=", "<", "<=", ">", ">="))
        return joined(left.within(4), operator, right.within(4), 3)

    def _numbers(self, depth: int) -> Term:
        left, right = self.number(depth), self.number(depth)
        if self._draw(st.booleans()):
            right = same(self.pick(("0", "1", "2", "5", "60")))
        if self._draw(st.integers(0, 3)) == 0 and left.ours[0] not in "-(0123456789":
            return joined(right, self.pick(("<", "==", ">=")), left, 3)
        return self._compare(left, right)

    def _amounts(self, depth: int) -> Term:
        choice = self._draw(st.integers(0, 2))
        right = self.amount(depth) if choice == 0 else self._literal_amount() if choice == 1 else self._bare_product()
        return self._compare(self.amount(depth), right)

    def _literal_amount(self) -> Term:
        text = self.pick((*AMOUNTS, "50", "12.5", "7"))
        whole, _, decimals = text.partition(".")
        return Term(text, f"{whole}{decimals.ljust(2, '0')}".lstrip("0") or "0")

    def _bare_product(self) -> Term:
        """`stay.nights * 50`: the amount is recognised by what it is compared with."""
        return joined(self._number_fact(0), "*", self._literal_amount(), 5)

    def _words(self, _: int) -> Term:
        fact, words = self._draw(
            st.sampled_from(
                [
                    ("customer.tier", TIERS),
                    ("proposal.to.cabin", CABINS),
                    *((f"{item}.status", STATUSES) for item in self._items),
                ]
            )
        )
        if fact == "customer.tier" and self._draw(st.booleans()):
            return same("customer.tier in good", 3)
        chosen = self._draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
        if len(chosen) == 1:
            return joined(same(fact), self.pick(("==", "!=")), same(quoted(chosen[0])), 3)
        return same(f"{fact} in [{', '.join(map(quoted, chosen))}]", 3)

    def _texts(self, _: int) -> Term:
        own = [f"{item}.code" for item in self._items]
        left = same(self.pick(["customer.id", "customer.region", *own]))
        choice = self._draw(st.integers(0, 2))
        if choice == 0:
            words = self._draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3))
            return same(f"{left.ours} in [{', '.join(map(quoted, words))}]", 3)
        right = same("customer.region") if choice == 1 else same(quoted(self.pick(TEXTS)))
        return joined(left, self.pick(("==", "!=")), right, 3)

    def _moment(self) -> Term:
        # CEL's Python binding takes no moments inside records, so there they travel as texts.
        own = [Term(f"{item}.at", f"timestamp({item}.at)") for item in self._items]
        base = self._draw(st.sampled_from([same("stay.arrived"), same("stay.left"), same("now"), *own]))
        if self._draw(st.integers(0, 2)) == 0:
            return joined(base, self.pick(("+", "-")), self._length(), 4)
        return base

    def _length(self) -> Term:
        return same(self.pick(('duration("90m")', 'duration("24h")', 'duration("59s")', "window")))

    def _moments(self, _: int) -> Term:
        right = same(f"timestamp({quoted(self.pick(TIMES))})") if self._draw(st.booleans()) else self._moment()
        return self._compare(self._moment(), right)

    def _spans(self, _: int) -> Term:
        return self._compare(joined(self._moment(), "-", self._moment().within(5), 4), self._length())

    def _both(self, depth: int) -> Term:
        return joined(self.yes_no(depth), "&&", self.yes_no(depth), 2)

    def _either(self, depth: int) -> Term:
        return joined(self.yes_no(depth), "||", self.yes_no(depth), 1)

    def _opposite(self, depth: int) -> Term:
        operand = self.yes_no(depth).within(6)
        return Term(f"!{operand.ours}", f"!{operand.cel}", 6)

    def _equal_answers(self, depth: int) -> Term:
        return joined(self.yes_no(depth).within(4), self.pick(("==", "!=")), self.yes_no(depth).within(4), 3)

    def _choose(self, test: Term, yes: Term, no: Term) -> Term:
        test, yes = test.within(1), yes.within(1)
        return Term(f"{test.ours} ? {yes.ours} : {no.ours}", f"{test.cel} ? {yes.cel} : {no.cel}", 0)

    def _chosen_answer(self, depth: int) -> Term:
        return self._choose(self.yes_no(depth), self.yes_no(depth), self.yes_no(depth))

    def _chosen_number(self, depth: int) -> Term:
        return self._choose(self.yes_no(depth), self.number(depth), self.number(depth))

    def _chosen_amount(self, depth: int) -> Term:
        return self._choose(self.yes_no(depth), self.amount(depth), self.amount(depth))

    def _over(self, depth: int) -> Term:
        if self._lists == 2:
            return self._answer(depth)
        name = self.pick(("x", "line", "item", "item2"))
        outer, self._items = self._items, (*(item for item in self._items if item != name), name)
        self._lists += 1
        body = self.yes_no(depth)
        self._items, self._lists = outer, self._lists - 1
        macro = self.pick(("exists", "all", "exists_one"))
        return called(f"order.lines.{macro}({name}, {{}})", body)

    def _filtered(self, depth: int) -> Term:
        if self._lists:
            return self._number_fact(depth)
        self._items, self._lists = ("x",), 1
        body = self.yes_no(depth)
        self._items, self._lists = (), 0
        return called("order.lines.filter(x, {}).size()", body)

    def _count(self, _: int) -> Term:
        return same(self.pick(("size(order.lines)", "size(order.cards)", "order.cards.size()")))

    def _number_fact(self, _: int) -> Term:
        own = [f"{item}.pieces" for item in self._items]
        return same(
            self.pick(["stay.nights", "stay.floor", "max_nights", "rate[customer.tier]", 'rate["gold"]', *own, *own])
        )

    def _sum(self, depth: int) -> Term:
        return joined(self.number(depth), self.pick(("+", "-")), self.number(depth), 4)

    def _product(self, depth: int) -> Term:
        return joined(self.number(min(depth, 0)), "*", self.number(min(depth, 0)), 5)

    def _quotient(self, depth: int) -> Term:
        return joined(self.number(depth), self.pick(("/", "%")), same(self.pick(("1", "2", "7", "max_nights"))), 5)

    def _minus(self, depth: int) -> Term:
        operand = self.number(depth).within(7)
        return Term(f"-{operand.ours}", f"-{operand.cel}", 6)

    def _amount_fact(self, _: int) -> Term:
        own = [f"{item}.price" for item in self._items]
        names = ["stay.price", "stay.balance", "fee", "fees[customer.tier][proposal.to.cabin]", *own, *own]
        return same(self.pick(names))

    def _amount_sum(self, depth: int) -> Term:
        right = self.amount(depth) if self._draw(st.booleans()) else self._literal_amount()
        return joined(self.amount(depth), self.pick(("+", "-")), right, 4)

    def _amount_product(self, depth: int) -> Term:
        factor = same(self.pick(("0", "2", "3", "stay.nights", "stay.floor", "max_nights")))
        amount = self.amount(min(depth, 0))
        return joined(factor, "*", amount, 5) if self._draw(st.booleans()) else joined(amount, "*", factor, 5)

    def _amount_quotient(self, depth: int) -> Term:
        if self._draw(st.booleans()):
            return joined(self.amount(depth), "/", same(self.pick(("1", "2", "7", "max_nights"))), 5)
        return joined(self.amount(depth), "%", Term("5.00", "500"), 5)

    def _within(self, _: int) -> Term:
        span = self.pick(('"24 hours"', '"2 days"', '"1 month"', '"1 year"', "window", "season"))
        return called("within({}, {})", self._moment(), same(span))

    def _given(self, _: int) -> Term:
        gestures = self.pick(('"refund"', '"note"', '"money_now"', '["refund", "explain"]'))
        window = self.pick(("", ', "30 days"', ", window"))
        return joined(
            same(f"given({gestures}, {quoted(self.pick(SCOPES))}{window})"), self.pick((">=", "==")), same("1"), 3
        )

    def _confirmed(self, _: int) -> Term:
        return same(f"confirmed({self.pick(('customer.vip', 'stay.floor', 'stay.price'))})")

    def _elapsed(self, _: int) -> Term:
        return called(f"{self.pick(('days_since', 'months_since'))}({{}})", self._moment())

    def _outermost_number(self, depth: int) -> Term:
        return called(f"{self.pick(('min', 'max'))}({{}}, {{}})", self.number(depth), self.number(depth))

    def _outermost_amount(self, depth: int) -> Term:
        return called(f"{self.pick(('min', 'max'))}({{}}, {{}}, fee)", self.amount(depth), self.amount(depth))

    def _share(self, depth: int) -> Term:
        return called(f"percent({self.pick(('8', '0', '7.5', '150', 'share'))}, {{}})", self.amount(depth))

    def _pieces(self, depth: int) -> Term:
        return same("order.lines.map(x, x.pieces + 1).sum()") if not self._items else self._number_fact(depth)

    def _prices(self, depth: int) -> Term:
        return same("order.lines.map(x, x.price / 2).sum()") if not self._items else self._amount_fact(depth)

"""Rules: reads gestures, clauses, red lines, limits and what else decides, once every name is known."""

from collections.abc import Callable
from typing import TypeVar

from geste.core import limits
from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.expression import Compare, Share
from geste.core.charter.fields import Fields
from geste.core.charter.names import is_rule_id
from geste.core.charter.parts import PartReader
from geste.core.charter.source import Mapping, Node
from geste.core.charter.syntax import (
    Bend,
    Clause,
    Each,
    Envelope,
    Gesture,
    Limit,
    Line,
    Margin,
    OneHop,
    Owed,
    RedLine,
    Sizing,
)
from geste.core.charter.vocabulary import (
    ALWAYS_OPEN,
    EVERYONE,
    GESTURE_KINDS,
    LOSS_KINDS,
    MARGIN,
    RESPONSIBILITIES,
    SEVERITIES,
    Text,
)
from geste.core.findings import Place

Rule = TypeVar("Rule")
GESTURE_FIELDS = (
    *("name", "kind", "for", "cap", "amount", "real_cost", "books", "line"),
    *("when", "otherwise", "repairs", "proactive", "steps", "say"),
)
_FLOOR = ("floor", "says", "covers", "otherwise")
EACH: tuple[Each, ...] = ("site", "team")
LINES: tuple[Line, ...] = ("recovery", "delight", "sale", "micro")


class RuleReader(PartReader):
    """Reads the deciding sections of one charter."""

    def several(
        self, fields: Fields, section: str, limit: int, read: Callable[[str, Place, Node], Rule | None]
    ) -> tuple[Rule, ...]:
        """Return the rules of one section, leaving out those whose name cannot be used."""
        rules: list[Rule] = []
        for key, node in fields.parts(section, limit):
            if not is_rule_id(key.text):
                fields.note("id.unusable", key.place, word=key.text[:80])
                continue
            rule = read(key.text, key.place, node)
            if rule is not None:
                rules.append(rule)
        return tuple(rules)

    def gesture(self, rule_id: str, place: Place, node: Node) -> Gesture:
        """Return one gesture."""
        fields = Fields(node, GESTURE_FIELDS, self._findings)
        fields.required("name", "kind")
        cap, caps = self.caps(fields)
        amount = self.amount_rule(fields)
        if not fields.has("cap") and not fields.has("amount"):
            fields.note("cap.missing", place, word=rule_id)
        return Gesture(
            id=rule_id,
            name=fields.text("name") or _words_of(rule_id),
            kind=fields.word("kind", GESTURE_KINDS, "explanation"),
            roles=self.roles_for(fields),
            cap=cap,
            caps=caps,
            amount=amount,
            real_cost=self.real_cost(fields, amount),
            books=fields.word("books", ("gesture", "foregone_revenue", "cost_price"), "gesture"),
            line=fields.word("line", LINES, "recovery"),
            when=fields.condition("when", self._vocabulary),
            otherwise=self.otherwise(fields),
            repairs=fields.words("repairs", LOSS_KINDS),
            proactive=fields.word("proactive", ("allowed", "required", "forbidden"), "allowed"),
            steps=fields.texts("steps"),
            say=fields.text("say"),
            place=place,
        )

    def clause(self, rule_id: str, place: Place, node: Node) -> Clause | None:
        """Return one clause, or None if it requires nothing that can be read."""
        known = ("says", "covers", "except", "for", "when", "require", "otherwise")
        fields = Fields(node, known, self._findings)
        fields.required("says", "require")
        says, roles = fields.text("says") or _words_of(rule_id), self.roles_for(fields)
        covers, excepted = self.covered(fields, "covers"), self.covered(fields, "except")
        when, require = (fields.condition(name, self._vocabulary) for name in ("when", "require"))
        otherwise = self.otherwise(fields)
        if require is None:
            return None
        return Clause(rule_id, says, covers, excepted, roles, when, require, otherwise, place=place)

    def bend(self, rule_id: str, place: Place, node: Node) -> Bend:
        """Return one rule that may be bent."""
        fields = Fields(node, ("says", "name", "for", "when"), self._findings)
        fields.required("says")
        says = fields.text("says") or _words_of(rule_id)
        return Bend(
            rule_id,
            fields.text("name") or says,
            says,
            self.roles_for(fields),
            fields.condition("when", self._vocabulary),
            place=place,
        )

    def red_line(self, rule_id: str, place: Place, node: Node) -> RedLine:
        """Return one red line."""
        fields = Fields(node, ("says", "when", "forbids", "instead", "help"), self._findings)
        fields.required("says")
        forbids = fields.words("forbids", ("everything", "money", *self._gestures, *GESTURE_KINDS), "gesture.not_known")
        return RedLine(
            rule_id,
            fields.text("says") or _words_of(rule_id),
            fields.condition("when", self._vocabulary),
            forbids or ("everything",),
            fields.words("instead", (*self._gestures, *ALWAYS_OPEN), "gesture.not_known"),
            fields.text("help"),
            place=place,
        )

    def owed(self, rule_id: str, place: Place, node: Node) -> Owed:
        """Return one thing the company owes."""
        fields = Fields(node, ("name", "because", "when", "amount", "books", "say"), self._findings)
        fields.required("name", "because")
        fields.word("books", ("owed",), "owed")
        amount = self.amount_rule(fields) if fields.has("amount") else AmountRule(none=True)
        if amount.at_most is not None or amount.at_least is not None:
            fields.note("owed.not_exact", fields.keys["amount"])
        return Owed(
            rule_id,
            fields.text("name") or _words_of(rule_id),
            fields.word("because", ("law", "contract", "promise"), "promise"),
            fields.condition("when", self._vocabulary),
            amount,
            fields.text("say"),
            place=place,
        )

    def limit(self, rule_id: str, place: Place, node: Node) -> Limit:
        """Return one limit over history."""
        known = ("says", "per", "within", "covers", "for", "when", "at_most", "otherwise", "guidance")
        fields = Fields(node, known, self._findings)
        fields.required("per", "at_most")
        most = Fields(fields.node("at_most") or Mapping((), place), ("times", "amount"), self._findings)
        times = most.whole("times", 0, limits.HISTORY_ITEMS)
        amount = most.amount("amount", self._vocabulary)
        if fields.has("at_most") and not most.has("times") and not most.has("amount"):
            fields.note("limit.without_bound", place, word=rule_id)
        return Limit(
            id=rule_id,
            says=fields.text("says"),
            per=fields.word("per", self._vocabulary.scopes, "case"),
            span=fields.span("within"),
            covers=self.covered(fields, "covers"),
            roles=self.roles_for(fields),
            when=fields.condition("when", self._vocabulary),
            times=times,
            amount=amount,
            otherwise=self.otherwise(fields),
            guidance=fields.yes_no("guidance"),
            place=place,
        )

    def envelope(self, rule_id: str, place: Place, node: Node) -> Envelope:
        """Return one envelope."""
        fields = Fields(node, ("name", "amount", "every", "covers", "line", "for", "each"), self._findings)
        fields.required("name", "amount")
        line: Line | None = None
        if fields.has("line"):
            line = fields.word("line", LINES, "recovery")
        each: Each | None = None
        if fields.has("each"):
            each = fields.word("each", EACH, "site")
        return Envelope(
            rule_id,
            fields.text("name") or _words_of(rule_id),
            fields.money("amount", self._vocabulary) or 0,
            fields.word("every", ("month", "week", "quarter", "year"), "month"),
            self.covered(fields, "covers"),
            line,
            self.roles_for(fields),
            each,
            place=place,
        )

    def sizing(self, node: Node) -> Sizing:
        """Return how suggestions are sized."""
        known = ("loss", "severity", "responsibility", "uplift", "floor", "ceiling")
        fields = Fields(node, known, self._findings)
        uplift = Fields(fields.node("uplift") or Mapping((), fields.place), ("when", "percent", "says"), self._findings)
        share = uplift.percent("percent") or 0
        if share > 5_000:
            uplift.note("uplift.too_high", uplift.keys["percent"], limit=50)
        ceiling = fields.percent("ceiling")
        return Sizing(
            loss=fields.amount("loss", self._vocabulary),
            severity=self.shares(fields, "severity", SEVERITIES),
            responsibility=self.shares(fields, "responsibility", RESPONSIBILITIES),
            uplift_when=uplift.condition("when", self._vocabulary),
            uplift=min(share, 5_000),
            uplift_says=uplift.text("says"),
            floor=fields.money("floor", self._vocabulary) or 0,
            ceiling=15_000 if ceiling is None else ceiling,
            place=node.place,
        )

    def margin(self, node: Node, gestures: tuple[Gesture, ...]) -> tuple[Margin | None, tuple[Clause, ...]]:
        """Return what a margin is, and the clause that keeps the floor under it, if there is one."""
        fields = Fields(node, ("price", "cost", *_FLOOR), self._findings)
        fields.required("price", "cost", *(_FLOOR[:2] if any(map(fields.has, _FLOOR)) else ()))
        price, cost = (fields.money_fact(name, self._vocabulary) for name in ("price", "cost"))
        if price is None or cost is None:
            return None, ()
        require = fields.margin("floor", price, cost, self._vocabulary)
        if not isinstance(require, Compare) or not isinstance(require.right, Share):
            return Margin(price, cost, None), ()
        says, otherwise = fields.text("says") or _words_of(MARGIN), self.otherwise(fields)
        sales = tuple(gesture.id for gesture in gestures if gesture.line == "sale" and gesture.has_amount)
        covers = self.covered(fields, "covers") or sales
        if not covers:
            fields.note("margin.covers_nothing", fields.place_of("floor"))
        rule = Clause(MARGIN, says, covers, (), (EVERYONE,), None, require, otherwise, place=node.place)
        return Margin(price, cost, require.right.rate), (rule,)

    def one_hop(self, node: Node) -> OneHop | None:
        """Return who answers within minutes, or None."""
        known = ("to", "answer_within", "on_silence", "up_to", "silence_up_to")
        fields = Fields(node, known, self._findings)
        fields.required("to", "answer_within")
        span = fields.span("answer_within")
        to = fields.word("to", self._roles, "")
        if span is None or not to:
            return None
        if span.exact is None:
            fields.note("duration.not_exact", fields.keys["answer_within"])
            return None
        return OneHop(
            to,
            span,
            fields.word("on_silence", ("act", "hand_over"), "act"),
            fields.money("up_to", self._vocabulary),
            fields.money("silence_up_to", self._vocabulary),
        )


def _words_of(rule_id: str) -> Text:
    words = rule_id.replace("_", " ")
    return Text(words, words)

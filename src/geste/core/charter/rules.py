"""Rules: reads gestures, clauses, red lines, limits and what else decides, once every name is known."""

from collections.abc import Callable
from typing import TypeVar

from geste.core import limits
from geste.core.charter.declarations import is_rule_id
from geste.core.charter.expression import Constant, Expression
from geste.core.charter.fields import Fields
from geste.core.charter.source import Mapping, Node, Scalar
from geste.core.charter.syntax import (
    AmountRule,
    Bend,
    Clause,
    Cost,
    Envelope,
    Gesture,
    Limit,
    OneHop,
    Otherwise,
    Owed,
    RedLine,
    Sizing,
)
from geste.core.charter.types import Money
from geste.core.charter.vocabulary import (
    BEND_KIND,
    EVERYONE,
    GESTURE_KINDS,
    LOSS_KINDS,
    NOBODY,
    OWED_KIND,
    RESPONSIBILITIES,
    SEVERITIES,
    Text,
    Vocabulary,
)
from geste.core.findings import Finding, Place

Rule = TypeVar("Rule")


class RuleReader:
    """Reads the deciding sections of one charter. Names of gestures, roles and rules are known beforehand."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        roles: tuple[str, ...],
        gestures: tuple[str, ...],
        bendable: tuple[str, ...],
        findings: list[Finding],
    ) -> None:
        self._vocabulary = vocabulary
        self._roles = roles
        self._gestures = gestures
        self._bendable = bendable
        self._findings = findings

    def several(
        self, fields: Fields, section: str, limit: int, read: Callable[[str, Place, Node], Rule | None]
    ) -> tuple[Rule, ...]:
        """Return the rules of one section, leaving out those whose name cannot be used."""
        rules: list[Rule] = []
        for key, node in fields.parts(section, limit):
            if not is_rule_id(key.text):
                fields.note("name.unusable", key.place, word=key.text[:80])
                continue
            rule = read(key.text, key.place, node)
            if rule is not None:
                rules.append(rule)
        return tuple(rules)

    def gesture(self, rule_id: str, place: Place, node: Node) -> Gesture:
        """Return one gesture."""
        known = (
            "name kind for cap amount real_cost books line when otherwise repairs proactive steps say".split()
        )
        fields = Fields(node, known, self._findings)
        fields.required("name", "kind")
        cap, caps = self._caps(fields)
        amount = self._amount_rule(fields)
        if not amount.none and cap is None and not caps and amount == AmountRule():
            fields.note("cap.missing", place, word=rule_id)
        return Gesture(
            id=rule_id,
            name=fields.text("name") or _words_of(rule_id),
            kind=fields.word("kind", GESTURE_KINDS, "explanation"),
            roles=self._for(fields),
            cap=cap,
            caps=caps,
            amount=amount,
            real_cost=self._real_cost(fields, amount),
            books=fields.word("books", ("gesture", "foregone_revenue", "cost_price"), "gesture"),
            line=fields.word("line", ("recovery", "delight", "sale", "micro"), "recovery"),
            when=fields.condition("when", self._vocabulary),
            otherwise=self._otherwise(fields),
            repairs=fields.words("repairs", LOSS_KINDS),
            proactive=fields.word("proactive", ("allowed", "required", "forbidden"), "allowed"),
            steps=fields.texts("steps"),
            say=fields.text("say"),
            place=place,
        )

    def clause(self, rule_id: str, place: Place, node: Node) -> Clause | None:
        """Return one clause, or None if it requires nothing that can be read."""
        fields = Fields(node, ("says", "covers", "for", "when", "require", "otherwise"), self._findings)
        fields.required("says", "require")
        require = fields.condition("require", self._vocabulary)
        when = fields.condition("when", self._vocabulary)
        if require is None:
            return None
        return Clause(
            id=rule_id,
            says=fields.text("says") or _words_of(rule_id),
            covers=self._covers(fields, "covers"),
            roles=self._for(fields),
            when=when,
            require=require,
            otherwise=self._otherwise(fields),
            place=place,
        )

    def bend(self, rule_id: str, place: Place, node: Node) -> Bend:
        """Return one rule that may be bent."""
        fields = Fields(node, ("says", "name", "for", "when"), self._findings)
        fields.required("says")
        says = fields.text("says") or _words_of(rule_id)
        return Bend(
            rule_id,
            fields.text("name") or says,
            says,
            self._for(fields),
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
            fields.words("instead", self._gestures, "gesture.not_known"),
            fields.text("help"),
            place=place,
        )

    def owed(self, rule_id: str, place: Place, node: Node) -> Owed:
        """Return one thing the company owes."""
        fields = Fields(node, ("name", "because", "when", "amount", "books", "say"), self._findings)
        fields.required("name", "because")
        amount = self._amount_rule(fields) if fields.has("amount") else AmountRule(none=True)
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
            covers=self._covers(fields, "covers"),
            roles=self._for(fields),
            when=fields.condition("when", self._vocabulary),
            times=times,
            amount=amount,
            otherwise=self._otherwise(fields),
            guidance=fields.yes_no("guidance"),
            place=place,
        )

    def envelope(self, rule_id: str, place: Place, node: Node) -> Envelope:
        """Return one envelope."""
        fields = Fields(node, ("name", "amount", "every", "covers", "line", "for"), self._findings)
        fields.required("name", "amount")
        return Envelope(
            rule_id,
            fields.text("name") or _words_of(rule_id),
            fields.money("amount", self._vocabulary) or 0,
            fields.word("every", ("month", "week", "quarter", "year"), "month"),
            self._covers(fields, "covers"),
            fields.word("line", ("recovery", "delight", "sale", "micro"), "recovery") if fields.has("line") else None,
            self._for(fields),
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
            severity=self._shares(fields, "severity", SEVERITIES),
            responsibility=self._shares(fields, "responsibility", RESPONSIBILITIES),
            uplift_when=uplift.condition("when", self._vocabulary),
            uplift=min(share, 5_000),
            uplift_says=uplift.text("says"),
            floor=fields.money("floor", self._vocabulary) or 0,
            ceiling=15_000 if ceiling is None else ceiling,
        )

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

    def _shares(self, fields: Fields, name: str, words: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        node = fields.node(name)
        if node is None:
            return ()
        inner = Fields(node, words, self._findings)
        shares = ((word, inner.percent(word)) for word in words if inner.has(word))
        return tuple((word, share) for word, share in shares if share is not None)

    def _caps(self, fields: Fields) -> tuple[Expression | None, tuple[tuple[str, int], ...]]:
        node = fields.node("cap")
        names = node.names() if isinstance(node, Mapping) else ()
        if not names or set(names) & {"percent", "lowest_of", "highest_of"}:
            return fields.amount("cap", self._vocabulary), ()
        assert node is not None
        inner = Fields(node, (*self._roles, EVERYONE), self._findings)
        caps = ((role, inner.money(role, self._vocabulary)) for role in names if inner.has(role))
        return None, tuple((role, cap) for role, cap in caps if cap is not None)

    def _amount_rule(self, fields: Fields) -> AmountRule:
        node = fields.node("amount")
        if node is None:
            return AmountRule()
        if isinstance(node, Scalar) and node.text == "none":
            return AmountRule(none=True)
        if isinstance(node, Scalar):
            fields.note("amount.without_bound", node.place)
            return AmountRule(none=True)
        inner = Fields(node, ("exactly", "at_most", "at_least"), self._findings)
        rule = AmountRule(
            exactly=inner.amount("exactly", self._vocabulary),
            at_most=inner.amount("at_most", self._vocabulary),
            at_least=inner.amount("at_least", self._vocabulary),
        )
        if inner.has("exactly") and (inner.has("at_most") or inner.has("at_least")):
            inner.note("amount.bound_twice", inner.place)
        if rule == AmountRule():
            return AmountRule(none=True)  # its own finding is noted already, or the mapping was empty
        return rule

    def _real_cost(self, fields: Fields, amount: AmountRule) -> Cost:
        node = fields.node("real_cost")
        if node is None:
            return Cost(share=0 if amount.none else 10_000)
        if isinstance(node, Scalar):
            if node.text == "none":
                return Cost(share=0)
            if node.text.endswith("%"):
                return Cost(share=fields.percent("real_cost"))
        return Cost(amount=fields.amount("real_cost", self._vocabulary))

    def _for(self, fields: Fields) -> tuple[str, ...]:
        scalar = fields.node("for")
        if isinstance(scalar, Scalar) and scalar.text == NOBODY:
            return ()
        if not fields.has("for"):
            return (EVERYONE,)
        return fields.words("for", (*self._roles, EVERYONE), "role.not_known") or (EVERYONE,)

    def _covers(self, fields: Fields, name: str) -> tuple[str, ...]:
        known = (*self._gestures, *GESTURE_KINDS, BEND_KIND, OWED_KIND)
        return fields.words(name, known, "gesture.not_known")

    def _otherwise(self, fields: Fields) -> Otherwise:
        node = fields.node("otherwise")
        if isinstance(node, Mapping):
            inner = Fields(node, ("bend",), self._findings)
            inner.required("bend")
            rule = inner.words("bend", self._bendable, "bend.not_known")
            return Otherwise("bend", rule[0]) if rule else Otherwise()
        return Otherwise(fields.word("otherwise", ("beyond", "forbidden", "hand_over"), "beyond"))


def constant_amount(expression: Expression | None) -> int | None:
    """Return the minor units of an amount that stands in the charter, or None if it depends on facts."""
    if isinstance(expression, Constant) and isinstance(expression.type, Money) and isinstance(expression.value, int):
        return expression.value
    return None


def _words_of(rule_id: str) -> Text:
    words = rule_id.replace("_", " ")
    return Text(words, words)

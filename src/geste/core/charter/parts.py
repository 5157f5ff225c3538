"""Parts: what gestures, clauses and limits have in common — roles, what they cover, amounts, what a breach means."""

from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.expression import Expression
from geste.core.charter.fields import Fields
from geste.core.charter.source import Mapping, Scalar
from geste.core.charter.syntax import Cost, Otherwise
from geste.core.charter.vocabulary import BEND_KIND, EVERYONE, GESTURE_KINDS, NOBODY, OWED_KIND, Vocabulary
from geste.core.findings import Finding

_BOUNDS = ("exactly", "at_most", "at_least")
_ROUNDING = ("round_down", "to")


class PartReader:
    """Reads the parts rules share. Names of gestures, roles and bendable rules are known beforehand."""

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

    def shares(self, fields: Fields, name: str, words: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        """Return the share in hundredths of a percent for each word given."""
        node = fields.node(name)
        if node is None:
            return ()
        inner = Fields(node, words, self._findings)
        shares = ((word, inner.percent(word)) for word in words if inner.has(word))
        return tuple((word, share) for word, share in shares if share is not None)

    def caps(self, fields: Fields) -> tuple[Expression | None, tuple[tuple[str, int], ...]]:
        """Return the cap of a gesture: one amount for all, or an amount for each role."""
        node = fields.node("cap")
        names = node.names() if isinstance(node, Mapping) else ()
        if not names or set(names) & {"percent", "lowest_of", "highest_of"}:
            return fields.amount("cap", self._vocabulary), ()
        assert node is not None
        inner = Fields(node, (*self._roles, EVERYONE), self._findings)
        caps = ((role, inner.money(role, self._vocabulary)) for role in names if inner.has(role))
        return None, tuple((role, cap) for role, cap in caps if cap is not None)

    def amount_rule(self, fields: Fields) -> AmountRule:
        """Return what amount may be given."""
        node = fields.node("amount")
        if node is None:
            return AmountRule()
        if isinstance(node, Scalar) and node.text == "none":
            return AmountRule(none=True)
        if isinstance(node, Scalar):
            fields.note("amount.without_bound", node.place)
            return AmountRule(none=True)
        inner = Fields(node, (*_BOUNDS, *_ROUNDING), self._findings)
        if isinstance(node, Mapping) and not node.entries:
            fields.note("amount.without_bound", node.place)
        if any(map(inner.has, _ROUNDING)):
            return self._rounded(inner)
        rule = AmountRule(
            exactly=inner.amount("exactly", self._vocabulary),
            at_most=inner.amount("at_most", self._vocabulary),
            at_least=inner.amount("at_least", self._vocabulary),
        )
        if inner.has("exactly") and (inner.has("at_most") or inner.has("at_least")):
            inner.note("amount.bound_twice", inner.place)
        if rule == AmountRule():
            return AmountRule(none=True)  # its own finding is noted already
        return rule

    def _rounded(self, fields: Fields) -> AmountRule:
        fields.required(*_ROUNDING)
        if any(map(fields.has, _BOUNDS)):
            fields.note("amount.bound_twice", fields.place)
        exactly = fields.remainder(*_ROUNDING, self._vocabulary)
        return AmountRule(none=True) if exactly is None else AmountRule(exactly=exactly)

    def real_cost(self, fields: Fields, amount: AmountRule) -> Cost:
        """Return what a gesture really costs; by default the amount itself."""
        node = fields.node("real_cost")
        if node is None:
            return Cost(share=0 if amount.none else 10_000)
        if isinstance(node, Scalar):
            if node.text == "none":
                return Cost(share=0)
            if node.text.endswith("%"):
                return Cost(share=fields.percent("real_cost"))
        return Cost(amount=fields.amount("real_cost", self._vocabulary))

    def roles_for(self, fields: Fields) -> tuple[str, ...]:
        """Return the roles named; none of them for `nobody`."""
        scalar = fields.node("for")
        if isinstance(scalar, Scalar) and scalar.text == NOBODY:
            return ()
        if not fields.has("for"):
            return (EVERYONE,)
        return fields.words("for", (*self._roles, EVERYONE), "role.not_known") or (EVERYONE,)

    def covered(self, fields: Fields, name: str) -> tuple[str, ...]:
        """Return the gestures or kinds covered; empty for every gesture."""
        known = (*self._gestures, *GESTURE_KINDS, BEND_KIND, OWED_KIND)
        return fields.words(name, known, "gesture.not_known")

    def otherwise(self, fields: Fields) -> Otherwise:
        """Return what a breach means."""
        node = fields.node("otherwise")
        if isinstance(node, Mapping):
            inner = Fields(node, ("bend",), self._findings)
            inner.required("bend")
            rule = inner.words("bend", self._bendable, "bend.not_known")
            return Otherwise("bend", rule[0]) if rule else Otherwise()
        return Otherwise(fields.word("otherwise", ("beyond", "forbidden", "hand_over"), "beyond"))

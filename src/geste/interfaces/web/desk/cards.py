"""Cards: each thing a person could do for this customer, made ready to show."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from geste.apps.gestures.costing import real_cost
from geste.apps.gestures.selectors import Question
from geste.apps.gestures.worth import pays_from
from geste.apps.hops.bending import received
from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import PROPOSAL
from geste.core.decision.decision import Decision, Group, Option
from geste.core.reasons import Reason
from geste.interfaces.web.desk.bends import received_words
from geste.interfaces.web.desk.fields import Field, field_for
from geste.interfaces.web.desk.fields import element_of as element_of_fact
from geste.interfaces.web.speech import amount, decimal, figure, gesture_words, language, own, say, sign
from geste.phrases.speak import say_word
from geste.phrases.typography import set_words

# Asked for in a line of their own, or said once above all cards.
TOLD_ELSEWHERE = frozenset({"fact.missing", "fact.unconfirmed", "uplift.applied", "gesture.covered"})
# Ways that lead to another person; they are told where the person at the desk cannot go on alone.
OTHER_WAYS = ("one_hop", "hand_over")
AT_A_GLANCE = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact to find out first, and where on the page to state it."""

    path: str
    words: str

    @property
    def element(self) -> str:
        """The id of the fact's field."""
        return element_of_fact(self.path)


@dataclass(frozen=True, slots=True)
class OnceMore:
    """What is asked before the same is given again: the number of the first, in words, and how it would be given."""

    first: int
    words: str
    acts_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One option: what it is, its verdict now, and what is needed to give it."""

    gesture: str
    name: str
    group: Group
    group_name: str
    authority: str
    verdict: str
    why: tuple[str, ...]
    amount: str = ""
    amount_typed: str = ""
    sign: str = ""
    asks_amount: bool = False
    room: str = ""
    cost: str = ""
    pays: str = ""
    steps: tuple[str, ...] = ()
    say: str = ""
    asks: tuple[Ask, ...] = ()
    fields: tuple[Field, ...] = ()
    can_give: bool = False
    can_act_first: bool = False
    note_is_needed: bool = False
    note: str = ""
    routes: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    key: str = ""
    is_typed: bool = False
    problem: str = ""
    once_more: OnceMore | None = None
    is_bend: bool = False
    usual: str = ""

    @property
    def element(self) -> str:
        """The id of the card's element on the page."""
        return element_of(self.gesture)


def element_of(gesture: str) -> str:
    """Return the id that a gesture's card has on the page."""
    return f"option-{gesture.replace('.', '-')}"


@dataclass(frozen=True, slots=True)
class Stack:
    """Cards of one group, one after the other."""

    group: str
    words: str
    cards: tuple[Card, ...]

    @property
    def first(self) -> tuple[Card, ...]:
        """The best of the group, to be taken in at a glance. One more is shown at once; it is not worth a fold."""
        return self.cards if len(self.cards) <= AT_A_GLANCE + 1 else self.cards[:AT_A_GLANCE]

    @property
    def more(self) -> tuple[Card, ...]:
        """The others, a tap away."""
        return self.cards[len(self.first) :]

    @property
    def is_unfolded(self) -> bool:
        """Whether somebody has typed in one of the others, or is to mend something there."""
        return any(card.is_typed or card.problem or card.once_more for card in self.more)


@dataclass(frozen=True, slots=True)
class Section:
    """Cards with one verdict, in groups."""

    name: str
    words: str
    stacks: tuple[Stack, ...]

    @property
    def count(self) -> int:
        """How many cards there are."""
        return sum(len(stack.cards) for stack in self.stacks)


class Dealer:
    """Makes cards for one question: charter, facts and standing stay the same, options differ."""

    def __init__(self, question: Question, customer_language: str) -> None:
        self._question = question
        self._charter = question.in_force.charter
        self._customer_language = customer_language
        self._right_amount, _ = question.in_force.prepared.right_amount(question.request)

    def cards(self, options: Iterable[Option]) -> tuple[Card, ...]:
        """Return a card for each option; what is not owed here is no option."""
        return tuple(
            self.card(option)
            for option in options
            if option.group != "owed" or option.decision.authority in ("within", "unknown")
        )

    def card(self, option: Option) -> Card:
        """Return the card of one option."""
        decision, what = option.decision, option.gesture
        rule = amount_rule(self._charter, what)
        cost = real_cost(self._question.in_force.prepared, self._question.request, what, decision.amount)
        gesture = self._charter.gesture(what)
        asks_amount = not rule.none and rule.exactly is None
        # Beyond the charter nothing is suggested; whoever acts first starts from what would be right.
        typed = self._right_amount if decision.amount is None and asks_amount else decision.amount
        return Card(
            gesture=what,
            name=gesture_words(self._charter, what),
            group=option.group,
            group_name=say_word("group", option.group, language()),
            authority=decision.authority,
            verdict=say_word("authority", decision.authority, language()),
            why=self._why(decision),
            amount=self._amount(decision.amount) if not rule.none else "",
            amount_typed="" if typed is None else figure(typed, self._charter.currency),
            sign=sign(self._charter.currency),
            asks_amount=asks_amount,
            room=self._amount(decision.headroom or None) if asks_amount else "",
            cost=self._cost(cost, decision.amount),
            pays=self._pays(cost),
            steps=() if gesture is None else tuple(own(step) for step in gesture.steps),
            say=self._say(what),
            asks=self._asks(decision.reasons),
            fields=self._fields(element_of(what), decision.reasons, {}),
            can_give=decision.authority == "within",
            can_act_first="act_first" in decision.routes,
            note_is_needed=(typed or 0) > self._charter.trust_line,
            routes=decision.routes,
            ways=tuple(say_word("route", route, language()) for route in decision.routes if route in OTHER_WAYS),
            key=uuid.uuid4().hex,
            is_bend=any(bend.id == what for bend in self._charter.bendable),
        )

    def with_usual(self, card: Card) -> Card:
        """Return the card with what others received: told once somebody has an idea of their own, never before."""
        if not card.is_typed:
            return card
        charter = self._charter
        found = received(card.gesture, currency=charter.currency.code, at=self._question.at)
        return replace(card, usual="" if found is None else received_words(found, charter))

    def with_fields(self, card: Card, typed: Mapping[str, str]) -> Card:
        """Return the card with what was typed about the proposal itself kept in place."""
        return replace(card, fields=self._fields(card.element, (), typed) or card.fields)

    def _amount(self, minor: int | None) -> str:
        return "" if minor is None else amount(minor, self._charter.currency)

    def _cost(self, cost: int | None, given: int | None) -> str:
        """What it really costs, if that is not simply the amount given."""
        if cost is None or cost == (given or 0):
            return ""
        if cost == 0:
            return _("Costs us nothing.")
        return _("Really costs us %(amount)s.") % {"amount": self._amount(cost)}

    def _pays(self, cost: int | None) -> str:
        """From where on it pays for itself, if what the customer leaves us is known."""
        points = pays_from(self._question, cost)
        if points is None:
            return ""
        return _("Pays for itself if it raises the chance they stay by %(points)s points.") % {
            "points": decimal(points, 2)
        }

    def _why(self, decision: Decision) -> tuple[str, ...]:
        told = [reason for reason in decision.reasons if reason.code not in TOLD_ELSEWHERE]
        return tuple(dict.fromkeys(self._said(reason) for reason in told))

    def _said(self, reason: Reason) -> str:
        """A reason's sentence, without the name that stands above it anyway."""
        if reason.code == "gesture.always_open":
            return _("Always open to you.")
        if reason.code == "owed.due":
            return _("Due by right: no gesture, and it counts against no cap.")
        return say(reason, self._charter)

    def _asks(self, reasons: Iterable[Reason]) -> tuple[Ask, ...]:
        asked = [reason for reason in reasons if reason.code in ("fact.missing", "fact.unconfirmed")]
        return tuple(
            Ask(str(reason.value("fact")), say(reason, self._charter))
            for reason in asked
            if not str(reason.value("fact")).startswith(PROPOSAL)
        )

    def _fields(self, element: str, reasons: Iterable[Reason], typed: Mapping[str, str]) -> tuple[Field, ...]:
        facts = self._charter.vocabulary.facts
        asked = [str(reason.value("fact")) for reason in reasons if reason.code == "fact.missing"]
        paths = dict.fromkeys([*asked, *typed])
        return tuple(
            replace(field_for(facts[path], typed.get(path, ""), currency=self._charter.currency), card=element)
            for path in paths
            if path.startswith(PROPOSAL) and path in facts and not facts[path].built_in
        )

    def _say(self, what: str) -> str:
        """The ready sentence, in the customer's language."""
        said = {gesture.id: gesture.say for gesture in self._charter.gestures}
        said.update((owed.id, owed.say) for owed in self._charter.owed)
        words = said.get(what)
        return "" if words is None else set_words(words.in_language(self._customer_language), self._customer_language)


def sections_of(cards: Iterable[Card]) -> tuple[Section, ...]:
    """Return the cards as a person goes through them: owed, now, to find out, beyond."""
    cards = tuple(cards)
    owed = tuple(card for card in cards if card.group == "owed")
    others = [card for card in cards if card.group != "owed"]
    parts = [("owed", say_word("group", "owed", language()), owed)]
    for authority in ("forbidden", "within", "unknown", "beyond"):
        words = say_word("authority", authority, language())
        parts.append((authority, words, tuple(card for card in others if card.authority == authority)))
    return tuple(Section(name, words, _stacked(found)) for name, words, found in parts if found)


def _stacked(cards: tuple[Card, ...]) -> tuple[Stack, ...]:
    grouped = groupby(cards, key=lambda card: (card.group, card.group_name))
    return tuple(Stack(group, words, tuple(found)) for (group, words), found in grouped)


def amount_rule(charter: Charter, what: str) -> AmountRule:
    """Return what amount goes with a gesture or an owed line; rules that bend carry none."""
    rules = {gesture.id: gesture.amount for gesture in charter.gestures}
    rules.update((owed.id, owed.amount) for owed in charter.owed)
    return rules.get(what, AmountRule(none=True))

"""Tiles: each gesture that needs no case, large enough for a thumb, with what the charter says of it now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from geste.apps.gestures.costing import real_cost, unit_cost_fact
from geste.apps.gestures.selectors import Item, Question, price_fact
from geste.core.charter.expression import Expression, facts_in
from geste.core.charter.syntax import Charter, Gesture, Line
from geste.core.charter.vocabulary import FactDeclaration
from geste.core.decision.decision import Option
from geste.core.decision.margin import margin_left
from geste.core.decision.request import Proposal
from geste.core.money import AmountRefused, parse_amount
from geste.interfaces.web.counter.items import Picker, choices_of
from geste.interfaces.web.counter.rounding import Key, Whole, keys_below, rounded_down, step_of
from geste.interfaces.web.counter.typed import NOTHING_TYPED, Typed
from geste.interfaces.web.desk.cards import Card, Dealer
from geste.interfaces.web.desk.fields import Field, field_for, plain_amount
from geste.interfaces.web.speech import language, share

# In the order in which a till meets them.
LINES: tuple[Line, ...] = ("micro", "delight", "sale")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One gesture: its card, what to tap, and what the sale has to say first."""

    card: Card
    line: Line
    keys: tuple[Key, ...] = ()
    whole: Whole | None = None
    is_whole_already: bool = False
    fields: tuple[Field, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    is_bent: bool = False
    margin: str = ""
    picker: Picker | None = None
    lacks: str = ""

    @property
    def element(self) -> str:
        """The id of the tile on the page."""
        return self.card.element

    @property
    def asks_amount(self) -> bool:
        """Whether an amount is typed: not where it is tapped."""
        return self.card.asks_amount and not self.keys and self.whole is None and not self.is_whole_already


@dataclass(frozen=True, slots=True)
class Row:
    """The tiles of one line."""

    line: Line
    words: str
    tiles: tuple[Tile, ...]


class Tiler:
    """Makes tiles for one question; what was typed stays as it was typed."""

    def __init__(self, question: Question, typed: Typed, items: Mapping[str, tuple[Item, ...]]) -> None:
        self._question = question
        self._items = items
        self._charter = question.in_force.charter
        self._typed = typed
        self._dealer = Dealer(question, language())

    def rows(self, gestures: Iterable[Gesture], sent: Tile | None = None) -> tuple[Row, ...]:
        """Return a tile for each gesture, by line; `sent` stands in place of its gesture's own."""
        tiles = [
            sent if sent is not None and sent.card.gesture == gesture.id else self.tile(gesture) for gesture in gestures
        ]
        found = [(line, tuple(tile for tile in tiles if tile.line == line)) for line in LINES]
        return tuple(Row(line, line_words(line), of_line) for line, of_line in found if of_line)

    def tile(self, gesture: Gesture, *, problem: str = "") -> Tile:
        """Return the tile of one gesture, with the verdict on what the question proposes of it."""
        is_meant = self._typed.gesture == gesture.id
        option = self._option(gesture.id)
        card = replace(
            self._dealer.card(option),
            problem=problem,
            amount_typed=self._typed.amount if is_meant else "",
            note=self._typed.note if is_meant else "",
        )
        fields = self._fields(gesture, card.element)
        shown = {field.path for field in fields} | self._costs_of_items
        tile = Tile(
            card=card,
            line=gesture.line,
            fields=fields,
            hidden=tuple((path, text) for path, text in self._typed.of_the_sale.items() if path not in shown),
            is_bent=any(reason.code == "rule.bent" for reason in option.decision.reasons),
        )
        if gesture.picks_item:
            return self._with_item(tile, gesture)
        step = step_of(self._charter, gesture)
        if step is not None:
            return self._rounding(tile, gesture, step)
        if takes_off_the_price(self._charter, gesture):
            return replace(tile, margin=self._margin(option.decision.amount))
        return tile

    def _option(self, what: str) -> Option:
        prepared, request = self._question.in_force.prepared, self._question.request
        proposal = request.proposal
        if proposal is None or proposal.gesture != what:
            proposal = Proposal(what, None)
        return Option.of(what, "other", prepared.decide(replace(request, proposal=proposal)))

    def _with_item(self, tile: Tile, gesture: Gesture) -> Tile:
        """The tile with the items to pick from, and what one has to be known by before it is given."""
        typed = self._typed if self._typed.gesture == gesture.id else NOTHING_TYPED
        path = unit_cost_fact(gesture)
        picker = Picker(
            choices=choices_of(self._items.get(gesture.id, ()), typed, self._charter),
            name="" if typed.pick else typed.item,
            cost=next((field for field in tile.fields if field.path == path), None),
        )
        cost = real_cost(self._question.in_force.prepared, self._question.request, gesture.id, None)
        is_known = typed.item.strip() and typed.amount.strip() and cost is not None
        lacks = "" if is_known else lacks_words(asks_cost=picker.cost is not None)
        rest = tuple(field for field in tile.fields if field.path != path)
        return replace(tile, fields=rest, picker=picker, lacks=lacks)

    def _rounding(self, tile: Tile, gesture: Gesture, step: int) -> Tile:
        """The tile with what to tap: one button where the price is known, keys where the charter does not ask."""
        currency, price = self._charter.currency, self._price(gesture)
        if price is None:
            return tile if gesture.amount.rounding is not None else replace(tile, keys=keys_below(step, currency))
        given = price % step
        if given == 0:
            return replace(tile, is_whole_already=True)
        return replace(tile, whole=rounded_down(price, given, currency))

    @property
    def _costs_of_items(self) -> set[str]:
        """Facts about an item and not about the sale: they stay on the tile where they are typed."""
        return {path for gesture in self._charter.gestures if gesture.picks_item and (path := unit_cost_fact(gesture))}

    def _margin(self, amount: int | None) -> str:
        """What is left of the price after this amount, where it is known."""
        if amount is None:
            return ""
        left = margin_left(self._question.in_force.prepared, self._question.request, amount)
        return "" if left is None else share(left)

    def _price(self, gesture: Gesture) -> int | None:
        """What the sale comes to before it is rounded, if anybody told."""
        text = self._typed.of_the_sale.get(price_fact(self._charter, gesture) or "", "")
        try:
            return parse_amount(plain_amount(text), self._charter.currency)
        except AmountRefused:
            return None

    def _fields(self, gesture: Gesture, element: str) -> tuple[Field, ...]:
        texts = self._typed.texts
        return tuple(
            replace(field_for(fact, texts.get(fact.path, ""), currency=self._charter.currency), card=element)
            for fact in facts_asked(self._charter, gesture)
        )


def takes_off_the_price(charter: Charter, gesture: Gesture) -> bool:
    """Return whether a gesture closes a sale by asking less: a small item that goes with it leaves the price alone."""
    return gesture.line == "sale" and price_fact(charter, gesture) is not None


def lacks_words(*, asks_cost: bool) -> str:
    """Return what an item has to be known by."""
    if asks_cost:
        return _("Pick an item, or write what it is called, what it is worth and what it costs us.")
    return _("Pick an item, or write what it is called and what it is worth.")


def line_words(line: Line) -> str:
    """Return what a line of gestures is for."""
    words: Mapping[Line, str] = {
        "micro": _("Round it off"),
        "delight": _("For the pleasure of it"),
        "sale": _("To close a sale"),
    }
    return words[line]


def facts_asked(charter: Charter, gesture: Gesture) -> tuple[FactDeclaration, ...]:
    """Return the facts that decide about a gesture and that nobody may assume, in the charter's order."""
    paths = {fact.path for expression in _deciding(charter, gesture) for fact in facts_in(expression)}
    return tuple(fact for fact in charter.facts if fact.path in paths and not fact.built_in and fact.assumed is None)


def _deciding(charter: Charter, gesture: Gesture) -> Iterator[Expression]:
    rule = gesture.amount
    clauses = [clause for clause in charter.clauses if clause.concerns(gesture.id, gesture.kind)]
    parts = (
        *(rule.exactly, rule.at_most, rule.at_least, gesture.cap, gesture.when, gesture.real_cost.amount),
        *(part for clause in clauses for part in (clause.when, clause.require)),
    )
    yield from (part for part in parts if part is not None)

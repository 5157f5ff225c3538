"""Items: which small thing goes with a purchase: one that was last given here, or one that is named and reckoned."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from geste.apps.gestures.costing import unit_cost_fact
from geste.apps.gestures.selectors import Item, items_last_given
from geste.core.charter.syntax import Charter, Gesture
from geste.core.money import format_amount
from geste.interfaces.web.counter.till import Till
from geste.interfaces.web.counter.typed import Typed
from geste.interfaces.web.desk.fields import FACT, Field
from geste.interfaces.web.speech import amount


@dataclass(frozen=True, slots=True)
class Choice:
    """One item that was given before: its number, its name, and what it is worth and costs in words."""

    value: str
    name: str
    words: str
    is_picked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """The items to pick from, and what was typed of another one."""

    choices: tuple[Choice, ...]
    name: str
    cost: Field | None

    @property
    def is_picked(self) -> bool:
        """Whether one of the items is picked."""
        return any(choice.is_picked for choice in self.choices)


def last_given(till: Till) -> dict[str, tuple[Item, ...]]:
    """Return the items last given at this counter, by gesture."""
    return {
        gesture.id: items_last_given(till.actor, gesture.id, till.charter.currency)
        for gesture in till.gestures
        if gesture.picks_item
    }


def choices_of(items: tuple[Item, ...], typed: Typed, charter: Charter) -> tuple[Choice, ...]:
    """Return each item as it is picked; `typed` says which is."""
    return tuple(
        Choice(
            value=str(item.number),
            name=item.name,
            words=_("worth %(worth)s, costs us %(cost)s")
            % {"worth": amount(item.worth, charter.currency), "cost": amount(item.cost, charter.currency)},
            is_picked=typed.pick == str(item.number),
        )
        for item in items
    )


def with_picked(sent: QueryDict, till: Till) -> QueryDict:
    """Return what a form says, with name, worth and cost of the item that is picked in it in place of what is typed."""
    gesture = till.charter.gesture(sent.get("gesture", ""))
    pick = sent.get("pick", "")
    if gesture is None or not pick or not gesture.picks_item:
        return sent
    items = items_last_given(till.actor, gesture.id, till.charter.currency)
    item = next((item for item in items if str(item.number) == pick), None)
    return sent if item is None else _filled(sent, item, gesture, till.charter)


def _filled(sent: QueryDict, item: Item, gesture: Gesture, charter: Charter) -> QueryDict:
    full = sent.copy()
    full["item"], full["amount"] = item.name, format_amount(item.worth, charter.currency)
    path = unit_cost_fact(gesture)
    if path is not None:
        full[f"{FACT}{path}"] = format_amount(item.cost, charter.currency)
    return full

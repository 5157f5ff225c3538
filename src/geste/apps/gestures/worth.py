"""Worth: when a gesture pays for itself, and when nobody may be charged for leaving. What stands around a decision."""

from collections.abc import Mapping

from geste.apps.gestures.selectors import Question
from geste.core.charter.types import Money
from geste.core.charter.vocabulary import CUSTOMER_VALUE, LEAVING_EARLY, RESPONSIBILITY
from geste.core.money import parse_amount
from geste.core.worth.break_even import break_even

OURS = ("ours", "shared")


def pays_from(question: Question, cost: int | None) -> int | None:
    """Return from how many hundredths of a point on a gesture pays for itself; None where nothing says so.

    It takes the real cost and what the customer leaves us over the years (`customer.value`). A public service weighs
    nobody, whatever its charter declares.
    """
    charter = question.in_force.charter
    declared = charter.vocabulary.facts.get(CUSTOMER_VALUE)
    if cost is None or charter.sector == "public_service" or declared is None or not isinstance(declared.type, Money):
        return None
    stated = said(question, CUSTOMER_VALUE)
    value = parse_amount(stated, charter.currency) if isinstance(stated, str) else None
    return None if value is None else break_even(cost=cost, value=value)


def leaves_because_of_us(question: Question) -> bool:
    """Return whether the customer leaves early and it is our doing, wholly or in part."""
    return said(question, LEAVING_EARLY) is True and said(question, RESPONSIBILITY) in OURS


def said(question: Question, path: str) -> object:
    """Return what is known at a path, claimed or confirmed alike; None if nothing is."""
    value: object = question.asked["facts"]
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value.get("confirmed", value.get("claimed")) if isinstance(value, Mapping) else value

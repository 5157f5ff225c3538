"""Safety: what a case shows while somebody may be in danger. Help comes first, and nothing speaks of money."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from geste.apps.cases.danger import danger_fact, danger_line
from geste.apps.cases.models import GOING_ON, Case, HelpCall, Step
from geste.apps.cases.selectors import moment_of, newest_help_call
from geste.apps.gestures.selectors import Question, crossed_red_lines
from geste.core.charter.syntax import Charter
from geste.core.charter.types import Money
from geste.interfaces.web.desk.cards import Card
from geste.interfaces.web.desk.fields import Field
from geste.interfaces.web.speech import moment, own


@dataclass(frozen=True, slots=True)
class Safety:
    """Where help stands on a case. `is_silent` says that all talk of money stops."""

    is_silent: bool
    says: str
    whom_to_call: str
    call: HelpCall | None
    said_at: str

    @property
    def is_called(self) -> bool:
        """Whether help was called and nobody is there yet."""
        return self.call is not None and self.call.step == Step.CALLED

    @property
    def is_there(self) -> bool:
        """Whether somebody is with the person."""
        return self.call is not None and self.call.step == Step.THERE


def safety_of(case: Case, question: Question) -> Safety:
    """Return where help stands: danger is stated or help is called, and nobody has said that it is over."""
    line, newest = danger_line(question.in_force.charter), newest_help_call(case)
    is_stated = line is not None and line in crossed_red_lines(question)
    is_going_on = newest is not None and newest.step in GOING_ON
    is_over = newest is not None and newest.step == Step.OVER
    return Safety(
        is_silent=is_going_on or (is_stated and not is_over),
        says="" if line is None else own(line.says),
        whom_to_call=own(line.help) if line is not None and line.help else "",
        call=newest if is_going_on else None,
        said_at="" if newest is None else moment(newest.said_at.astimezone(moment_of(case, newest.said_at).tzinfo)),
    )


def without_money(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return what may be done now and has no amount, in the order of the cards."""
    return tuple(
        replace(card, cost="", room="")
        for card in cards
        if card.authority == "within" and card.group != "owed" and not card.amount and not card.asks_amount
    )


def fields_without_money(fields: Iterable[Field], charter: Charter) -> tuple[Field, ...]:
    """Return the fields that ask for no amount, the one that states danger first."""
    facts, danger = charter.vocabulary.facts, danger_fact(charter)
    kept = [field for field in fields if not isinstance(facts[field.path].type, Money)]
    return tuple(sorted(kept, key=lambda field: field.path != danger))

"""Counted: noes, requests for a superior and what stood in the way. About rules, never about people."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.selectors import NoCharterInForce, charter_to_show
from geste.apps.people.models import Team
from geste.apps.people.selectors import teams
from geste.apps.refusals.empowered import Empowered, empowered
from geste.apps.refusals.models import SupervisorCause
from geste.apps.refusals.noes import Block, Powerless, noes, powerlessness
from geste.apps.refusals.policies import may_see_noes
from geste.core.charter.syntax import Charter
from geste.core.money import Currency, currency_of
from geste.interfaces.web.noes.words import share_words, superior_words
from geste.interfaces.web.speech import amount, gesture_words, language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.measures import say_day
from geste.phrases.names import clause_words
from geste.phrases.typography import set_words

MOST_DAYS = 5


@dataclass(frozen=True, slots=True)
class BlockLine:
    """One rule that stood in the way: what it is called, how often, when, and what is known to have been at stake."""

    name: str
    is_policy: bool
    times: int
    days: str
    value: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the last four weeks."""
    require(may_see_noes(actor))
    at = now()
    found = noes(actor, at=at)
    charter = _charter()
    house, by_team = empowered(actor, at=at)
    shown = {
        "found": found,
        "rates": [
            (_("Customers who asked for a superior"), share_words(found.asked_for_superior)),
            (_("Handed over by ourselves"), share_words(found.handed_over)),
            (_("Heard no"), share_words(found.refused)),
            (_("Were put off"), share_words(found.deflected)),
        ],
        "avoidable": share_words(found.avoidable),
        "causes": [(superior_words(SupervisorCause(cause)), times) for cause, times in found.causes],
        "tapped": share_words(found.tapped),
        "blocks": [line_of(block, charter) for block in found.blocks],
        "superior_blocks": [line_of(block, charter) for block in found.superior_blocks],
        "powerless": [(about_words(one, charter), one.wishes) for one in powerlessness(at=at)],
        "empowered": [] if house is None else _three(house),
        "teams": [(team.name, share_words(by_team[team.pk].all_three)) for team in _teams(by_team)],
    }
    return render(request, "web/noes/noes.html", shown)


def _charter() -> Charter | None:
    try:
        return charter_to_show(at=now()).charter
    except NoCharterInForce:
        return None


def _teams(by_team: dict[int, Empowered]) -> list[Team]:
    return [team for team in teams() if team.pk in by_team]


def _three(found: Empowered) -> list[tuple[str, str]]:
    return [
        (_("Fast: decided within ten minutes"), share_words(found.fast)),
        (_("On the spot: by the person who heard it"), share_words(found.on_the_spot)),
        (_("In the customer’s favour"), share_words(found.in_favour)),
        (_("All three"), share_words(found.all_three)),
    ]


def line_of(block: Block, charter: Charter | None) -> BlockLine:
    """Return a rule that stood in the way as a line."""
    last = sorted(set(block.days), reverse=True)[:MOST_DAYS]
    days = ", ".join(say_day(day, language()) for day in last)
    return BlockLine(_rule(block.policy, block.clause, charter), bool(block.policy), block.times, days, _value(block))


def _rule(policy: str, clause: str, charter: Charter | None) -> str:
    if policy or charter is None:
        return policy or clause
    name = gesture_words(charter, clause)
    if name != clause:
        return name
    said, part = set_words(clause_words(charter, clause, language()), language()), part_words(clause)
    return _("%(rule)s: %(part)s") % {"rule": said, "part": part} if part else said


def part_words(clause: str) -> str:
    """Return which part of a gesture or a role a clause is; nothing for a clause of its own."""
    words = {"cap": _("how much"), "amount": _("how much"), "when": _("when"), "for": _("who may")}
    return words.get(clause.rpartition(".")[2], "") if "." in clause else ""


def _value(block: Block) -> str:
    known = [amount(minor, _currency(code)) for code, minor in sorted(block.value.items())]
    if block.unknown:
        known.append(_("%(number)s of unknown value") % {"number": block.unknown})
    return ", ".join(known)


def _currency(code: str) -> Currency:
    found = currency_of(code)
    assert found is not None, "kept with the currency of a charter"
    return found


def about_words(one: Powerless, charter: Charter | None) -> str:
    """Return what a wish was about: a rule, a point of contact, or both."""
    return " · ".join(part for part in (_rule(one.policy, one.clause, charter), one.touchpoint) if part)

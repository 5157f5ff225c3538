"""Shown: what the templates of the first run are given."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from geste.apps.charters.first_charter import TEAM, slips_in
from geste.core.charter.syntax import Charter
from geste.core.findings import Finding
from geste.core.money import known_currencies, parse_amount
from geste.interfaces.web.desk.fields import plain_amount
from geste.interfaces.web.first_run.sleep import Sleep, sleep_words
from geste.interfaces.web.first_run.slips import slip_words
from geste.interfaces.web.first_run.steps import StepName, asks_for, marks
from geste.interfaces.web.first_run.trades import trade_cards
from geste.interfaces.web.first_run.typed import Typed
from geste.interfaces.web.speech import language, own
from geste.phrases.one_page import one_page
from geste.printing.amounts import printed_amounts

FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it is called, what stands in it, and what is to be mended."""

    name: str
    label: str
    value: str
    slip: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the team."""

    number: int
    name: Field
    does: Field


def step_page(here: StepName, typed: Typed, slips: Mapping[str, Finding]) -> dict[str, object]:
    """Return what the page of one step shows."""
    page = _Page(typed, {name: slip_words(slip) for name, slip in slips.items() if asks_for(here, name) or not name})
    asked = {
        "you": page.you,
        "vision": page.vision,
        "trade": page.trade,
        "room": page.room,
        "team": page.team,
        "charter": dict,
    }
    return {"marks": marks(here), "here": here, "slips": page.slips, **asked[here]()}


def charter_page(charter: Charter, typed: Typed) -> dict[str, object]:
    """Return what the last page shows: the charter on one page, word for word as it is printed."""
    printed = one_page(charter, language(), printed_amounts(charter.currency, language()))
    return {"marks": marks("charter"), "here": "charter", "page": printed, "owner": typed.get("owner").strip()}


class _Page:
    """The fields of each step."""

    def __init__(self, typed: Typed, slips: Mapping[str, str]) -> None:
        self.typed = typed
        self.slips = slips

    def field(self, name: str, label: str, hint: str = "") -> Field:
        return Field(name, label, self.typed.get(name), self.slips.get(name, ""), hint)

    def you(self) -> dict[str, object]:
        zone_hint = _("Days and hours are counted in it, for instance Europe/Paris.")
        return {
            "owner": self.field("owner", _("Your name")),
            "business": self.field("business", _("What your business is called")),
            "place": self.field("place", _("Town or street"), _("May stay empty.")),
            "time_zone": self.field("time_zone", _("Time zone"), zone_hint),
            "is_zone_guessed": "time_zone" not in self.typed.kept,
            "language_field": self.field("language", _("Your language")),
            "time_zones": sorted(available_timezones()),
        }

    def vision(self) -> dict[str, object]:
        examples = (
            _("Nobody leaves us angry over twenty euros."),
            _("Everyone leaves with a lighter heart than they came."),
        )
        return {"vision": self.field("vision", _("Your vision, in one sentence")), "examples": examples}

    def trade(self) -> dict[str, object]:
        return {"cards": trade_cards(self.typed.currency), "picked": self.typed.trade}

    def room(self) -> dict[str, object]:
        case_cap_hint = _("What one person may give one customer for one thing that went wrong, all in all.")
        return {
            "currency": self.field("currency", _("Currency")),
            "case_cap": self.field("case_cap", _("Most on one case"), case_cap_hint),
            "trust_line": self.field("trust_line", _("Trust line"), _("Below it, nobody is asked for a reason.")),
            "envelope": self.field("envelope", _("Set aside for a month"), _("May stay empty: no bound by the month.")),
            "currencies": known_currencies(),
            "roles": [self.field(name, own(self.typed.role_names[name[5:]])) for name in self.typed.fields_of_roles],
            "are_roles_open": any(name in self.slips for name in self.typed.fields_of_roles),
            "sleep": sleep(self.typed),
        }

    def team(self) -> dict[str, object]:
        filled = [number for number in range(1, TEAM + 1) if self.typed.get(f"name-{number}").strip()]
        count = min(max(FEWEST_ROWS, max(filled, default=0) + 1), TEAM)
        roles = [(field[5:], self.typed.get(field)) for field in self.typed.fields_of_roles]
        return {"rows": [self.row(number) for number in range(1, count + 1)], "roles": roles}

    def row(self, number: int) -> Row:
        person = {"number": number}
        return Row(
            number,
            self.field(f"name-{number}", _("Name of person %(number)d") % person),
            self.field(f"does-{number}", pgettext("of a person in the team", "What %(number)d does") % person),
        )


def sleep(typed: Typed) -> Sleep | None:
    """Return what the figures come to, if they can be read."""
    if typed.charter is None or {"case_cap", "envelope", "currency"} & slips_in(typed.answers).keys():
        return None
    envelope = plain_amount(typed.get("envelope")).strip()
    return sleep_words(
        typed.charter,
        currency=typed.currency,
        case_cap=parse_amount(plain_amount(typed.get("case_cap")), typed.currency),
        envelope=parse_amount(envelope, typed.currency) if envelope else None,
    )

"""House: somebody of each kind, once for many cells. What there is to do something to is made in `states`."""

from dataclasses import dataclass, replace

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.ledger.services.open_book import open_book
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.people.services.welcome_user import Newcomer, welcome_user
from tests.make import CHARTER, NOW, SITE, SYDNEY, make_charter, make_user

NIGHT, DAY, OFFICE = "Night", "Day", "Office"
TEXT = (
    CHARTER.replace(
        "roles:\n",
        "roles:\n"
        "  lead: {{name: {{en: Lead, fr: Responsable}}}}\n"
        "  trainee: {{name: {{en: Trainee, fr: Stagiaire}}}}\n"
        "  partner: {{name: {{en: Partner, fr: Prestataire}}}}\n",
    )
    .replace("one_hop: {{to: reception", "one_hop: {{to: lead")
    .replace(
        "red_lines:",
        "  sweet: {{name: {{en: A sweet, fr: Un bonbon}}, kind: attention, line: delight, cap: 5}}\nred_lines:",
    )
    .replace("  case:\n    danger", "  pay:\n    payment: text\n  case:\n    danger")
    + """
bendable:
  checkout:
    name: {{en: Late check-out, fr: Départ tardif}}
    says: {{en: Check-out is at 11., fr: Départ à 11 h.}}
    for: [everyone]
"""
)


@dataclass(frozen=True)
class Somebody:
    """One of the people in the table: where they work, what they are by the charter, what they look after."""

    role: str = "reception"
    team: str = NIGHT
    site: str = SITE
    duties: tuple[tuple[DutyKind, str], ...] = ()
    is_steward: bool = False


EVERYBODY = {
    "author": Somebody(),
    "agent": Somebody(),
    "trainee": Somebody(role="trainee"),
    "lead": Somebody(role="lead"),
    "partner": Somebody(role="partner", site="Lille", team=NIGHT),
    "roving": Somebody(site="", team=""),
    "manager": Somebody(duties=((DutyKind.MANAGER, NIGHT),)),
    "manager_reviewing": Somebody(duties=((DutyKind.MANAGER, NIGHT), (DutyKind.REVIEWER, ""))),
    "manager_elsewhere": Somebody(team=DAY, duties=((DutyKind.MANAGER, DAY),)),
    "coach": Somebody(duties=((DutyKind.COACH, NIGHT),)),
    "coach_elsewhere": Somebody(team=DAY, duties=((DutyKind.COACH, DAY),)),
    "reviewer": Somebody(team=OFFICE, duties=((DutyKind.REVIEWER, ""),)),
    "leader": Somebody(team=OFFICE, duties=((DutyKind.LEADER, ""),)),
    "keeper": Somebody(team=OFFICE, duties=((DutyKind.PLEDGE_KEEPER, ""),)),
    "representative": Somebody(team=OFFICE, duties=((DutyKind.STAFF_REPRESENTATIVE, ""),)),
    "steward": Somebody(team=OFFICE, is_steward=True),
    "assistant": Somebody(role="assistant"),
}


@dataclass(frozen=True)
class House:
    """Everybody of the table as they act, by their name in it."""

    people: dict[str, Actor]

    def __getitem__(self, name: str) -> Actor:
        return self.people[name]


def make_house() -> House:
    """Return a house with a charter in force and everybody of the table in it."""
    make_charter(TEXT)
    with transaction.atomic():
        open_book()
    grace = actor_for(make_user("grace", is_steward=True))
    for name, somebody in EVERYBODY.items():
        _welcome(name, somebody)
    for name, somebody in EVERYBODY.items():
        for kind, of_team in somebody.duties:
            team = Team.objects.get(name=of_team, site__name=somebody.site) if of_team else None
            give_duty(actor=grace, username=name, kind=kind, team=team, now=NOW)
    people = {name: actor_for(User.objects.get(username=name)) for name in EVERYBODY}
    people["assistant"] = replace(people["assistant"], kind="assistant")
    return House(people)


def _welcome(name: str, somebody: Somebody) -> None:
    newcomer = Newcomer(
        username=name,
        display_name=name.replace("_", " ").capitalize(),
        role=somebody.role,
        site=somebody.site,
        team=somebody.team,
        is_steward=somebody.is_steward,
    )
    welcome_user(newcomer, time_zone=SYDNEY.key)

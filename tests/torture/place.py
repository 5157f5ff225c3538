"""Place: a house for torture, with several envelopes and limits, and people who all give at once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from geste.apps.base.actor import Actor

ZONE = "Australia/Sydney"
NOW = datetime(2026, 5, 14, 11, 7, tzinfo=ZoneInfo(ZONE))
ROLES = ("desk", "night", "bar", "hall")
AGENTS_OF_ROLE = 4
AGENT_LIMIT, CUSTOMER_LIMIT, CARD_LIMIT = 40_000, 30_000, 10**11
"""What one agent may give in a day, and one customer or one card get in ninety, in minor units."""

CHARTER = """
charter: crowded
name: Crowded House
version: 1
currency: AUD
effective: 2026-01-01
purpose: {{en: Everybody at once., fr: Tout le monde à la fois.}}
trust_line: 500
case_cap: 100000
facts: {{pay: {{card: text}}}}
scopes: {{instrument: {{by: pay.card}}}}
roles:
  desk: {{name: {{en: Desk, fr: Accueil}}}}
  night: {{name: {{en: Night, fr: Nuit}}}}
  bar: {{name: {{en: Bar, fr: Bar}}}}
  hall: {{name: {{en: Hall, fr: Hall}}}}
gestures:
  credit: {{name: {{en: Credit, fr: Avoir}}, kind: money_now, cap: 500}}
  note: {{name: {{en: A note, fr: Un mot}}, kind: explanation, amount: none}}
limits:
  by_agent:
    says: {{en: Enough for a day., fr: Assez pour un jour.}}
    per: agent
    within: 24 hours
    covers: [credit]
    at_most: {{amount: {agent}}}
  to_customer:
    says: {{en: Enough for a season., fr: Assez pour une saison.}}
    per: customer
    within: 90 days
    covers: [credit]
    at_most: {{amount: {customer}}}
  on_card:
    says: {{en: Enough on one card., fr: Assez sur une même carte.}}
    per: instrument
    within: 90 days
    covers: [credit]
    at_most: {{amount: {card}}}
envelopes:
{envelopes}
"""
ENVELOPE = "  {role}: {{name: {{en: {role}, fr: {role}}}, amount: {amount}, every: month, for: [{role}]}}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much there is to give, in minor units.

    In each envelope, by each agent in a day, to each customer and on each card in ninety.
    """

    envelope: int
    agent: int = AGENT_LIMIT
    customer: int = CUSTOMER_LIMIT
    card: int = CARD_LIMIT


PLENTY = Room(envelope=10**11, agent=10**11, customer=10**11)
"""More than any torture gives: what is refused then is a fault."""


def furnish(room: Room) -> list[Actor]:
    """Publish the charter in an empty house and return everybody who gives, by number."""
    from geste.apps.charters.services.publish_charter import publish_charter
    from geste.apps.people.selectors import actor_for
    from tests.make import make_actor, make_user

    steward = actor_for(make_user("grace", role="desk", is_steward=True))
    text = CHARTER.format(
        agent=major(room.agent),
        customer=major(room.customer),
        card=major(room.card),
        envelopes="".join(ENVELOPE.format(role=role, amount=major(room.envelope)) for role in ROLES),
    )
    publish_charter(actor=steward, text=text, now=NOW - timedelta(days=30), written_reason="To be tortured.")
    assert date(2026, 1, 1) < NOW.date()
    return [make_actor(f"{role}-{number}", role=role) for number in range(AGENTS_OF_ROLE) for role in ROLES]


def major(minor: int) -> str:
    """Return an amount in minor units as a proposal spells it."""
    return f"{minor // 100}.{minor % 100:02}"

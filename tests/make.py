"""Make: one line gives a valid row. Plain functions over the services, so that tests start where life starts."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.charters.models import CharterText
from geste.apps.charters.presets import preset_text
from geste.apps.charters.services.publish_charter import publish_charter
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.models import Gesture, Reversal
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.services.give_at_once import give_at_once
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.gestures.services.take_back_gesture import take_back_gesture
from geste.apps.ledger.models import Entry
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.welcome_user import Newcomer, welcome_user

SYDNEY = ZoneInfo("Australia/Sydney")
NOW = datetime(2026, 5, 14, 1, 7, tzinfo=SYDNEY)
SITE = "Harbour"
SUMMER = date(2026, 1, 1)
MADE_KNOWN = NOW - timedelta(days=30)

CHARTER = """
charter: harbour
name: Harbour House
version: {version}
currency: AUD
effective: {effective}
purpose: {{en: Every guest should want to come back., fr: Que chaque client ait envie de revenir.}}
trust_line: 50
case_cap: 500
facts:
  stay:
    price: {{type: money, label: {{en: Price of the night, fr: Prix de la nuit}}}}
    late: {{type: yes_no, from: customer, ask: {{en: Did we come late?, fr: Sommes-nous arrivés en retard ?}}}}
    nights: number
  case:
    danger: {{type: yes_no, from: agent, assume: no}}
roles:
  reception: {{name: {{en: Reception, fr: Réception}}}}
  assistant: {{name: {{en: AI assistant, fr: Assistant IA}}, kind: assistant, cap: 20}}
gestures:
  note: {{name: {{en: A note, fr: Un mot}}, kind: explanation, amount: none}}
  credit:
    name: {{en: Credit, fr: Avoir}}
    kind: money_now
    cap: 500
    books: foregone_revenue
  drink:
    name: {{en: A drink, fr: Un verre}}
    kind: attention
    cap: 60
    real_cost: 35 %
    books: cost_price
  fee:
    name: {{en: Waive the fee, fr: Frais offerts}}
    kind: fee_waiver
    amount: {{exactly: 40}}
    real_cost: none
    when: {{confirmed: stay.late}}
  keys: {{name: {{en: Keys, fr: Les clés}}, kind: extra, for: nobody, amount: none}}
red_lines:
  safety:
    says: {{en: Safety first., fr: La sécurité d'abord.}}
    when: {{case.danger: yes}}
    help: {{en: Call the duty manager., fr: Appelez le responsable.}}
owed:
  refund:
    name: {{en: The night back, fr: La nuit rendue}}
    because: law
    when: {{stay.nights: {{at_least: 1}}}}
    amount: {{exactly: stay.price}}
limits:
  thrice:
    says: {{en: Three drinks a month are enough., fr: Trois verres par mois suffisent.}}
    per: customer
    within: 30 days
    covers: [drink]
    at_most: {{times: 3}}
envelopes:
  month: {{name: {{en: The month, fr: Le mois}}, amount: 1000, every: month}}
one_hop: {{to: reception, answer_within: 10 minutes, on_silence: act, up_to: 2000}}
"""

_numbers = count(1)


def make_user(
    name: str = "tomas",
    *,
    role: str = "reception",
    site: str = SITE,
    is_steward: bool = False,
    password: str | None = None,
) -> User:
    """Return somebody of the organisation, without a password unless one is given: hashing takes its time."""
    newcomer = Newcomer(
        username=name,
        display_name=name.capitalize(),
        role=role,
        site=site,
        team="Night" if site else "",
        is_steward=is_steward,
        password=password,
    )
    return welcome_user(newcomer, time_zone=SYDNEY.key)


def make_actor(name: str = "tomas", *, role: str = "reception", site: str = SITE) -> Actor:
    """Return somebody at the frontline."""
    return actor_for(make_user(name, role=role, site=site))


def make_charter(text: str = CHARTER, *, version: int = 1, effective: date | None = None) -> CharterText:
    """Return a charter in force, the first since the beginning of 2026, a later one since today; made known in time."""
    steward = actor_for(make_user("grace", is_steward=True))
    began = effective or (SUMMER if version == 1 else NOW.date())
    spelled = text.format(version=version, effective=began.isoformat())
    return publish_charter(actor=steward, text=spelled, now=MADE_KNOWN, written_reason="A test needs it.")


def make_trade(name: str) -> CharterText:
    """Return the ready charter of a trade, in force since the beginning of 2026."""
    steward = actor_for(make_user("grace", is_steward=True))
    return publish_charter(actor=steward, text=preset_text(name), now=MADE_KNOWN)


def make_case(
    actor: Actor,
    *,
    reference: str = "",
    customer: str = "",
    kind: Kind = Kind.COMPLAINT,
    facts: Mapping[str, object] | None = None,
) -> Case:
    """Return an open case of a customer of its own, unless one is named."""
    number = next(_numbers)
    opening = Opening(
        reference=reference or f"C{number}",
        kind=kind,
        words="It is hot in my room.",
        customer=customer or f"customer-{number}",
        customer_label="Mr Lee, room 507",
        facts=facts or {},
    )
    return open_case(actor=actor, opening=opening, now=NOW)


def propose(
    actor: Actor,
    case: Case,
    gesture: str,
    amount: str | None = None,
    *,
    now: datetime = NOW,
    key: str = "",
    act_first: bool = False,
    note: str = "",
) -> Outcome:
    """Return what becomes of a proposal with a key of its own, unless one is named."""
    proposal = Proposal(
        key=key or f"test-key-{next(_numbers)}", gesture=gesture, amount=amount, act_first=act_first, note=note
    )
    return give_gesture(actor=actor, case=case, proposal=proposal, now=now)


def make_gesture(actor: Actor, case: Case, gesture: str, amount: str | None = None, *, now: datetime = NOW) -> Gesture:
    """Return a gesture given within the charter."""
    outcome = propose(actor, case, gesture, amount, now=now)
    assert outcome.gesture is not None, outcome.decision.reasons
    return outcome.gesture


def propose_at_once(
    actor: Actor,
    gesture: str,
    amount: str | None = None,
    *,
    facts: Mapping[str, object] | None = None,
    now: datetime = NOW,
    key: str = "",
    act_first: bool = False,
    note: str = "",
    item: str = "",
) -> Outcome:
    """Return what becomes of a proposal without a case."""
    proposal = Proposal(
        key=key or f"test-key-{next(_numbers)}",
        gesture=gesture,
        amount=amount,
        act_first=act_first,
        note=note,
        item=item,
    )
    return give_at_once(actor=actor, proposal=proposal, facts=facts or {}, now=now)


def make_small_gesture(
    actor: Actor,
    gesture: str,
    amount: str | None = None,
    *,
    facts: Mapping[str, object] | None = None,
    now: datetime = NOW,
    item: str = "",
) -> Gesture:
    """Return a gesture given within the charter, without a case."""
    outcome = propose_at_once(actor, gesture, amount, facts=facts, now=now, item=item)
    assert outcome.gesture is not None, outcome.decision.reasons
    return outcome.gesture


def take_back(actor: Actor, gesture: Gesture, *, now: datetime = NOW, key: str = "") -> Reversal:
    """Return that a gesture is taken back, with a key of its own, unless one is named."""
    key = key or f"test-key-{next(_numbers)}"
    return take_back_gesture(actor=actor, gesture_id=gesture.pk, key=key, now=now).row


def entries_of_gestures() -> QuerySet[Entry]:
    """Return what gestures have posted, in the order it was written; what filled the envelopes is left out."""
    return Entry.objects.exclude(gesture_key__startswith="envelope:").order_by("pk")

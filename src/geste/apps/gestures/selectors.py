"""Selectors of gestures: the question a decision answers, and every other read that leaves the app."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet, Sum

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of, same_incident
from geste.apps.charters.selectors import CharterInForce, charter_in_force, charter_of, ready
from geste.apps.gestures.costing import Spot, purses_of
from geste.apps.gestures.history import History, Past, Surroundings, Wanted, given_in_wire_form
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.told import told_by_facts
from geste.apps.ledger.models import Account
from geste.apps.ledger.selectors import left_in
from geste.apps.people.selectors import local_moment, on_the_clock_of
from geste.apps.shadow.selectors import Stages, stages_now
from geste.core.charter import syntax
from geste.core.charter.expression import facts_in
from geste.core.charter.syntax import Envelope, RedLine
from geste.core.charter.types import Money
from geste.core.decision import stops
from geste.core.decision.inputs import InputRefused
from geste.core.decision.request import Request
from geste.core.decision.rounding import rounding_of
from geste.core.money import Currency, format_amount, parse_amount
from geste.core.reasons import Reason

TAKE_BACK_WITHIN = timedelta(seconds=30)
"""Long enough for a slip of the finger, too short for anything to have left the house."""
GESTURES_LOOKED_AT, MOST_ITEMS = 100, 5
"""Of the gestures last given, and of the items among them: as many as are taken in at a glance."""


class NoSuchGesture(Exception):
    """There is no such gesture, or it is not for this actor to see."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the charter in force: as it goes on record, and as the core reads it.

    In shadow what is decided is only written down.
    """

    in_force: CharterInForce
    asked: Mapping[str, object]
    request: Request
    at: datetime
    is_shadow: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """A gesture with everything its decision rested on. `case` is none for what needed none."""

    gesture: Gesture
    decision: DecisionRecord
    case: Case | None
    in_force: CharterInForce
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """How often one small gesture was given, how much in all, and what it cost us. By nobody in particular."""

    what: str
    times: int
    given: int | None
    cost: int


@dataclass(frozen=True, slots=True)
class Item:
    """An item that went with a purchase: the number of its gesture, its name, what it is worth and what it costs us."""

    number: int
    name: str
    worth: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is asked about: who would give where and to whom, as of when, under which charter, and what is known.

    Facts of a `case` may have been stated under an earlier charter.
    """

    surroundings: Surroundings
    about: Mapping[str, object]
    in_force: CharterInForce
    at: datetime
    facts: Mapping[str, object]
    case: Case | None = None


def question_about(
    case: Case, *, actor: Actor, now: datetime, proposal: Mapping[str, object] | None = None
) -> Question:
    """Return what the charter in force is to be asked about a case; without `proposal`, about everything one may give.

    Raises:
        NoCharterInForce: nothing is published yet.
        InputRefused: the proposal names no gesture of the charter, or its amount cannot be read.
    """
    at = moment_of(case, now)
    around = around_case(case, actor, incident=same_incident(case), stages=stages_now())
    subject = subject_of(case, around, at=at, in_force=charter_in_force(at=at))
    return question_on(subject, _standing_around(subject), proposal)


def question_at_once(
    actor: Actor, *, facts: Mapping[str, object], now: datetime, proposal: Mapping[str, object] | None = None
) -> Question:
    """Return what the charter in force is to be asked where there is no case: about a customer nobody has named.

    Raises:
        NoCharterInForce: nothing is published yet.
        InputRefused: a fact, the gesture or its amount cannot be read.
    """
    at = local_moment(actor, now)
    subject = subject_at_once(around_nobody(actor, stages_now()), facts, at=at, in_force=charter_in_force(at=at))
    return question_on(subject, _standing_around(subject), proposal)


def around_case(case: Case, actor: Actor, *, incident: tuple[int, ...], stages: Stages) -> Surroundings:
    """Return what surrounds a case. Training is no shadow: nobody means it."""
    return Surroundings(
        actor=actor,
        site_id=case.site_id,
        incident=incident,
        customer=case.customer,
        is_training=case.is_training,
        is_shadow=not case.is_training and stages.covers(actor),
    )


def around_nobody(actor: Actor, stages: Stages) -> Surroundings:
    """Return what surrounds a sale to a customer nobody has named."""
    return Surroundings(actor=actor, site_id=actor.site_id, is_shadow=stages.covers(actor))


def subject_of(case: Case, around: Surroundings, *, at: datetime, in_force: CharterInForce) -> Subject:
    """Return a case as what is asked about."""
    about, around = {"id": case.reference}, told_by_facts(around, case.facts, in_force.charter)
    return Subject(surroundings=around, about=about, in_force=in_force, at=at, facts=case.facts, case=case)


def subject_at_once(
    around: Surroundings, facts: Mapping[str, object], *, at: datetime, in_force: CharterInForce
) -> Subject:
    """Return a sale to a customer nobody has named as what is asked about."""
    around = told_by_facts(around, facts, in_force.charter)
    return Subject(surroundings=around, about={}, in_force=in_force, at=at, facts=facts)


def question_on(
    subject: Subject, standing: Mapping[str, object], proposal: Mapping[str, object] | None = None
) -> Question:
    """Return the question about a subject, given what stands.

    Raises:
        InputRefused: a fact, the gesture or its amount cannot be read.
    """
    try:
        return _question(subject, subject.facts, standing, proposal)
    except InputRefused:
        known = subject.facts if subject.case is None else known_facts(subject.case, subject.in_force)
        if known == subject.facts:
            raise
        return _question(subject, known, standing, proposal)


def _question(
    subject: Subject,
    facts: Mapping[str, object],
    standing: Mapping[str, object],
    proposal: Mapping[str, object] | None,
) -> Question:
    actor = subject.surroundings.actor
    asked: dict[str, object] = {
        **subject.about,
        "actor": {"role": actor.role, "kind": actor.kind},
        "facts": {**facts, "now": subject.at.isoformat(timespec="seconds")},
        "standing": standing,
    }
    if proposal is not None:
        asked["proposal"] = dict(proposal)
    return Question(
        subject.in_force, asked, subject.in_force.prepared.read(asked), subject.at, subject.surroundings.is_shadow
    )


def _standing_around(subject: Subject) -> dict[str, object]:
    return standing_of(subject.surroundings, in_force=subject.in_force, at=subject.at)


def crossed_red_lines(question: Question) -> tuple[RedLine, ...]:
    """Return the red lines that what is known of the case crosses, whatever is proposed."""
    prepared = question.in_force.prepared
    return stops.crossed_red_lines(prepared.plan, prepared.layout, question.request)


def known_facts(case: Case, in_force: CharterInForce) -> dict[str, object]:
    """Return the facts of a case that the charter in force still declares; the others count as not known.

    A new version may drop or retype a fact. Cases opened before go on: what no longer fits is asked again.
    """
    facts = dict(case.facts)
    try:
        in_force.prepared.read({"actor": {"role": "everyone"}, "facts": facts})
    except InputRefused as refused:
        for found in refused.findings:
            path = str(dict(found.values)["path"]).removeprefix("facts.")
            _forget(facts, path.partition("[")[0])
    return facts


def _forget(facts: dict[str, object], path: str) -> None:
    name, _, rest = path.partition(".")
    inner = facts.get(name)
    if rest and isinstance(inner, dict) and not {"claimed", "confirmed"} & inner.keys():
        facts[name] = {**inner}
        _forget(facts[name], rest)  # type: ignore[arg-type]
    else:
        facts.pop(name, None)


def standing_of(surroundings: Surroundings, *, in_force: CharterInForce, at: datetime) -> dict[str, object]:
    """Return what has been given already, in the wire form: on the case, to the customer, by the agent, from envelopes.

    Inside the transaction that holds the book it is exact. What was taken back counts nowhere.
    """
    wanted = Wanted.of(surroundings, in_force, at)
    earlier = History.around([wanted]).of(wanted)
    return standing_from(earlier, surroundings, in_force, envelopes_left(in_force, at, surroundings.spot))


def standing_from(
    earlier: Iterable[Past], around: Surroundings, in_force: CharterInForce, left: Iterable[tuple[Envelope, int]]
) -> dict[str, object]:
    """Return what was given earlier, and what the envelopes have left, in the wire form."""
    currency = in_force.charter.currency
    return {
        "given": given_in_wire_form(earlier, around, in_force),
        "envelopes": {envelope.id: {"left": format_amount(minor, currency)} for envelope, minor in left},
    }


def envelopes_left(in_force: CharterInForce, at: datetime, spot: Spot) -> Iterable[tuple[Envelope, int]]:
    """Return each envelope of a charter with what it has left at a moment somewhere, in minor units."""
    charter = in_force.charter
    return zip(charter.envelopes, left_in(purses_of(charter, spot), at=at), strict=True)


def visible_gestures(actor: Actor) -> QuerySet[Gesture]:
    """Return the gestures of the places this actor may see, on a case or without one, newest first."""
    rows = Gesture.objects.select_related(
        "case", "site", "decision__charter_text", "entry", "given_by", "reversal", "settlement"
    )
    if actor.site_id is not None:
        rows = rows.filter(Q(site=None) | Q(site_id=actor.site_id))
    return rows.order_by("-given_at", "-pk")


def how_many_given() -> tuple[int, datetime | None]:
    """Return how many gestures were ever given, and when the last one was."""
    return Gesture.objects.count(), Gesture.objects.aggregate(last=Max("given_at"))["last"]


def standing_gestures() -> QuerySet[Gesture]:
    """Return everything that was given and not taken back."""
    return Gesture.objects.filter(reversal=None)


def gestures_on(cases: Iterable[Case], *, actor: Actor) -> list[Gesture]:
    """Return what has been given on these cases and not taken back, newest first."""
    return list(visible_gestures(actor).filter(case__in=[case.pk for case in cases], reversal=None))


def gesture_numbered(actor: Actor, gesture_id: int) -> Gesture:
    """Return a gesture, taken back or not.

    Raises:
        NoSuchGesture: there is none this actor may see.
    """
    gesture = visible_gestures(actor).filter(pk=gesture_id).first()
    if gesture is None:
        raise NoSuchGesture(gesture_id)
    return gesture


def is_taken_back(gesture: Gesture) -> bool:
    """Return whether a gesture was taken back."""
    return hasattr(gesture, "reversal")


def is_settled(gesture: Gesture) -> bool:
    """Return whether something done first was looked at."""
    return hasattr(gesture, "settlement")


def may_still_be_taken_back(gesture: Gesture, now: datetime) -> bool:
    """Return whether the moment to take a gesture back has not passed."""
    return now - gesture.written_at <= TAKE_BACK_WITHIN


def receipt_of(actor: Actor, gesture_id: int) -> Receipt:
    """Return the receipt of a gesture.

    Raises:
        NoSuchGesture: there is none this actor may see.
    """
    gesture = gesture_numbered(actor, gesture_id)
    decision = gesture.decision
    return Receipt(gesture, decision, gesture.case, ready(decision.charter_text), reasons_in(decision))


def reasons_in(decision: DecisionRecord) -> tuple[Reason, ...]:
    """Return the reasons of a recorded decision as the core spoke them."""
    return tuple(Reason(code, tuple((name, value) for name, value in values)) for code, values in decision.reasons)


def as_recorded(reasons: Iterable[Reason]) -> list[list[object]]:
    """Return reasons as they are kept: pairs in order, because JSON objects keep none."""
    return [[reason.code, [list(pair) for pair in reason.values]] for reason in reasons]


def currency_of(gesture: Gesture, in_force: CharterInForce) -> Currency:
    """Return the currency a gesture was given in."""
    assert gesture.currency == in_force.charter.currency.code
    return in_force.charter.currency


def given_moment(gesture: Gesture) -> datetime:
    """Return when a gesture was given, by the clocks of the place."""
    return on_the_clock_of(gesture.site, gesture.given_at)


def small_gestures(in_force: CharterInForce, role: str) -> tuple[syntax.Gesture, ...]:
    """Return what a role may give without a case, in the charter's order."""
    charter = in_force.charter
    roles = {plan.id: plan.roles for plan in in_force.prepared.plan.gestures}
    return tuple(
        gesture
        for gesture in charter.gestures
        if not charter.needs_case(gesture.id) and not gesture.is_reserved and role in roles[gesture.id]
    )


def small_gestures_given(actor: Actor, *, since: datetime, until: datetime) -> QuerySet[Gesture]:
    """Return what was given without a case and not taken back, from `since` to just before `until`, oldest first."""
    rows = visible_gestures(actor).filter(case=None, reversal=None, given_at__gte=since, given_at__lt=until)
    return rows.order_by("given_at", "pk")


def small_gestures_used(actor: Actor, *, since: datetime, until: datetime) -> list[Use]:
    """Return how often each small gesture was given in that time and what it cost, the most used first."""
    rows = small_gestures_given(actor, since=since, until=until).order_by().values("what")
    counted = rows.annotate(times=Count("pk"), given=Sum("amount"), cost=Sum("entry__amount"))
    uses = [Use(row["what"], row["times"], row["given"], row["cost"] or 0) for row in counted]
    return sorted(uses, key=lambda use: (-use.times, use.what))


def items_last_given(actor: Actor, what: str, currency: Currency) -> tuple[Item, ...]:
    """Return the items that one gesture gave last at the site of an actor, newest first, each name once."""
    rows = visible_gestures(actor).filter(Q(site=actor.site_id), case=None, reversal=None, what=what)
    rows = rows.filter(currency=currency.code, entry__debit=Account.COST_PRICE).exclude(item="")
    found: dict[str, Item] = {}
    for row in rows[:GESTURES_LOOKED_AT]:
        assert row.entry is not None, "looked for by its entry"
        found.setdefault(row.item.casefold(), Item(row.pk, row.item, row.amount or 0, row.entry.amount))
    return tuple(found.values())[:MOST_ITEMS]


def price_before(gesture: Gesture) -> int | None:
    """Return the price that something was taken off, in minor units, as far as it is known; goods leave it as it is."""
    charter = charter_of(gesture.decision.charter_text)
    declared = charter.gesture(gesture.what)
    path = None if declared is None else price_fact(charter, declared)
    value: object = gesture.decision.request["facts"]
    for part in path.split(".") if path else ():
        value = value.get(part) if isinstance(value, Mapping) else None
    return parse_amount(value, charter.currency) if isinstance(value, str) else None


def price_fact(charter: syntax.Charter, gesture: syntax.Gesture) -> str | None:
    """Return the path of the price that a gesture takes something off: what it rounds, or reckons its amount from."""
    rounding, rule = rounding_of(charter, gesture), gesture.amount
    if rounding is not None:
        return rounding.of or None
    parts = [part for part in (rule.exactly, rule.at_most) if part is not None]
    money = [fact.path for part in parts for fact in facts_in(part) if isinstance(fact.type, Money)]
    return money[0] if money and gesture.books != "cost_price" else None

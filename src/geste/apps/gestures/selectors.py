"""Selectors of gestures: the question a decision answers, and every other read that leaves the app."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of, same_incident, visible_cases
from geste.apps.charters.selectors import CharterInForce, charter_in_force, ready
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.ledger.periods import period_around
from geste.apps.ledger.selectors import drawn_from_envelope
from geste.core.charter.syntax import Envelope, RedLine
from geste.core.decision.decide import scene_of
from geste.core.decision.evaluate import evaluate
from geste.core.decision.inputs import InputRefused
from geste.core.decision.request import Request
from geste.core.money import Currency, format_amount
from geste.core.reasons import Reason

AGENT, TEAM, SITE, CASE, CUSTOMER = "agent", "team", "site", "case", "customer"
LONGEST_DAYS = {"second": 1, "minute": 1, "hour": 1, "day": 1, "month": 31, "year": 366}


class NoSuchGesture(Exception):
    """There is no such gesture, or it is not for this actor to see."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the charter in force: as it goes on record, and as the core reads it."""

    in_force: CharterInForce
    asked: Mapping[str, object]
    request: Request
    at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """A gesture with everything its decision rested on."""

    gesture: Gesture
    decision: DecisionRecord
    case: Case
    in_force: CharterInForce
    reasons: tuple[Reason, ...]


def question_about(
    case: Case, *, actor: Actor, now: datetime, proposal: Mapping[str, object] | None = None
) -> Question:
    """Return what the charter in force is to be asked about a case; without `proposal`, about everything one may give.

    Raises:
        NoCharterInForce: nothing is published yet.
        InputRefused: the proposal names no gesture of the charter, or its amount cannot be read.
    """
    at = moment_of(case, now)
    in_force = charter_in_force(at=at)
    asked: dict[str, object] = {
        "id": case.reference,
        "actor": {"role": actor.role, "kind": actor.kind},
        "facts": {**known_facts(case, in_force), "now": at.isoformat(timespec="seconds")},
        "standing": standing_of(case, actor=actor, in_force=in_force, at=at),
    }
    if proposal is not None:
        asked["proposal"] = dict(proposal)
    return Question(in_force, asked, in_force.prepared.read(asked), at)


def crossed_red_lines(question: Question) -> tuple[RedLine, ...]:
    """Return the red lines that what is known of the case crosses, whatever is proposed."""
    prepared = question.in_force.prepared
    scene = scene_of(prepared.plan, prepared.layout, question.request, None)
    lines = question.in_force.charter.red_lines
    return tuple(line for line in lines if line.when is not None and evaluate(line.when, scene) is True)


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


def standing_of(case: Case, *, actor: Actor, in_force: CharterInForce, at: datetime) -> dict[str, object]:
    """Return what has been given already, in the wire form: on the case, to the customer, by the agent, from envelopes.

    Inside the transaction that holds the book it is exact. A scope nobody tracks yet (an order, a card, one contact) is
    counted over the whole history of the customer: what is not known never widens authority.
    """
    scopes = {counter.scope for counter in in_force.prepared.plan.counters}
    incident = same_incident(case)
    earlier = Gesture.objects.filter(_concerned(case, incident, actor, in_force, at)).select_related("case", "given_by")
    currency = in_force.charter.currency
    return {
        "given": [
            {
                "gesture": gesture.what,
                "amount": format_amount(gesture.amount or 0, currency),
                "at": gesture.given_at.isoformat(timespec="seconds"),
                "scopes": sorted(_shared(gesture, case, incident, actor, scopes)),
            }
            for gesture in earlier.order_by("given_at", "pk")
        ],
        "envelopes": {
            envelope.id: {"left": format_amount(left, currency)} for envelope, left in envelopes_left(in_force, at)
        },
    }


def _concerned(case: Case, incident: list[int], actor: Actor, in_force: CharterInForce, at: datetime) -> Q:
    """The gestures that may count: those of the incident and customer, and what the charter's wider limits look at."""
    concerned = Q(case_id__in=incident)
    if case.customer:
        concerned |= Q(case__customer=case.customer)
    wider = {AGENT: Q(given_by=actor.user_id), TEAM: Q(given_by__team=actor.team_id), SITE: Q(case__site=case.site)}
    for scope, rows in wider.items():
        spans = [counter.span for counter in in_force.prepared.plan.counters if counter.scope == scope]
        if not spans:
            continue
        days = [span.length * LONGEST_DAYS[span.unit] + 1 for span in spans if span is not None]
        is_bounded = len(days) == len(spans)
        concerned |= rows & Q(given_at__gte=at - timedelta(days=max(days))) if is_bounded else rows
    return concerned


def _shared(gesture: Gesture, case: Case, incident: list[int], actor: Actor, scopes: set[str]) -> set[str]:
    """The scopes an earlier gesture shares with the case at hand."""
    in_case = gesture.case_id in incident
    of_customer = in_case or (bool(case.customer) and gesture.case.customer == case.customer)
    tracked = {
        CASE: in_case,
        CUSTOMER: of_customer,
        AGENT: gesture.given_by_id == actor.user_id,
        TEAM: actor.team_id is not None and gesture.given_by.team_id == actor.team_id,
        SITE: case.site_id is not None and gesture.case.site_id == case.site_id,
    }
    return {scope for scope in scopes if tracked.get(scope, of_customer)}


def envelopes_left(in_force: CharterInForce, at: datetime) -> Iterable[tuple[Envelope, int]]:
    """Return each envelope of a charter with what it has left in the period of a moment, in minor units."""
    for envelope in in_force.charter.envelopes:
        since, until = period_around(at, envelope.every)
        yield envelope, envelope.amount - drawn_from_envelope(envelope.id, since=since, until=until)


def visible_gestures(actor: Actor) -> QuerySet[Gesture]:
    """Return the gestures on cases this actor may see, newest first."""
    related = ("case__site", "decision__charter_text", "entry", "given_by")
    rows = Gesture.objects.select_related(*related).filter(case__in=visible_cases(actor))
    return rows.order_by("-given_at", "-pk")


def gestures_on(cases: Iterable[Case], *, actor: Actor) -> list[Gesture]:
    """Return what has been given on these cases, newest first."""
    return list(visible_gestures(actor).filter(case__in=[case.pk for case in cases]))


def receipt_of(actor: Actor, gesture_id: int) -> Receipt:
    """Return the receipt of a gesture.

    Raises:
        NoSuchGesture: there is none this actor may see.
    """
    gesture = visible_gestures(actor).filter(pk=gesture_id).first()
    if gesture is None:
        raise NoSuchGesture(gesture_id)
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

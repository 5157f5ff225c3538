"""Write down: decisions, what is given by them, their keys and their news. The one place that does, many in one go."""

from collections.abc import Iterator, Mapping, Sequence

from geste.apps.audit.services.keep_receipts import keep_receipts
from geste.apps.base.events import Event, emit_all
from geste.apps.base.rows import add_rows, number_rows
from geste.apps.cases.services.time_offer import note_first_decisions
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.deciding import Decided
from geste.apps.gestures.events import GestureDeclined, GestureGiven
from geste.apps.gestures.models import DecisionRecord, Gesture, Settling, ToldScope, UsedKey
from geste.apps.gestures.receipts import as_decided
from geste.apps.gestures.selectors import as_recorded
from geste.apps.ledger.models import Entry
from geste.apps.ledger.services.post_entries import post_entries
from geste.core.receipts.payload import Decided as Told


def write_down(decided: Sequence[Decided]) -> list[Outcome]:
    """Write down what was decided, in this order, inside the caller's transaction, and return what became of each."""
    records = add_rows(number_rows([_record(one) for one in decided]))
    postings = [one.posting for one in decided if one.posting is not None]
    entries = {entry.gesture_key: entry for entry in (post_entries(postings) if postings else ())}
    given = [
        _gesture(one, record, entries.get(one.intention.proposal.key))
        for one, record in zip(decided, records, strict=True)
        if one.route is not None
    ]
    gestures = {gesture.decision_id: gesture for gesture in add_rows(number_rows(given))}
    add_rows(list(_told_scopes(decided, records, gestures)))
    add_rows([_used_key(one, record) for one, record in zip(decided, records, strict=True)])
    note_first_decisions([(one.case, one.intention.now) for one in decided if one.case is not None])

    outcomes = [Outcome(record, gestures.get(record.pk)) for record in records]
    emit_all([_news(one, outcome) for one, outcome in zip(decided, outcomes, strict=True)])
    # Last, because it holds the end of the log until everything is written.
    keep_receipts([_receipt(one, outcome) for one, outcome in zip(decided, outcomes, strict=True)])
    return outcomes


def _record(one: Decided) -> DecisionRecord:
    decision, row = one.decision, one.question.in_force.row
    return DecisionRecord(
        case=one.case,
        site_id=one.surroundings.site_id,
        decided_by_id=one.intention.actor.user_id,
        decided_at=one.question.at,
        charter_text=row,
        charter_digest=row.digest,
        charter_version=row.version,
        request=one.question.asked,
        authority=decision.authority,
        route=one.route or "",
        clause=decision.clause,
        routes=list(decision.routes),
        reasons=as_recorded(decision.reasons),
        amount=decision.amount,
        headroom=decision.headroom,
        currency=one.question.in_force.charter.currency.code,
    )


def _gesture(one: Decided, record: DecisionRecord, entry: Entry | None) -> Gesture:
    proposal = one.intention.proposal
    return Gesture(
        key=proposal.key,
        case=one.case,
        site_id=one.surroundings.site_id,
        decision=record,
        entry=entry,
        what=proposal.gesture,
        amount=record.amount,
        currency=record.currency,
        note=proposal.note.strip(),
        item=proposal.item.strip(),
        given_by_id=record.decided_by_id,
        given_at=record.decided_at,
        written_at=one.intention.now,
        green_light_id=proposal.green_light if one.route == "one_hop" else None,
        settling=Settling.TO_SETTLE if one.route == "act_first" else Settling.NOT_NEEDED,
    )


def _told_scopes(
    decided: Sequence[Decided], records: Sequence[DecisionRecord], gestures: Mapping[int, Gesture]
) -> Iterator[ToldScope]:
    for one, record in zip(decided, records, strict=True):
        if record.pk in gestures:
            for scope, digest in one.surroundings.told.items():
                yield ToldScope(gesture=gestures[record.pk], scope=scope, digest=digest)


def _used_key(one: Decided, record: DecisionRecord) -> UsedKey:
    intention = one.intention
    return UsedKey(
        key=intention.proposal.key,
        used_by_id=intention.actor.user_id,
        used_at=intention.now,
        route=intention.route,
        fingerprint=intention.fingerprint,
        decision_id=record.pk,
    )


def _receipt(one: Decided, outcome: Outcome) -> Told:
    return as_decided(outcome.decision, outcome.gesture, one.intention.actor, one.question)


def _news(one: Decided, outcome: Outcome) -> Event:
    if outcome.gesture is None:
        return GestureDeclined(at=one.question.at, decision_id=outcome.decision.pk)
    return GestureGiven(at=one.question.at, gesture_id=outcome.gesture.pk)

"""Decide by hand: what a person says of a promise that waits for one. Each word is kept, with its reason."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import Permission, require
from geste.apps.execution.life import Life, retried
from geste.apps.execution.lives import life_of, put_life
from geste.apps.execution.models import Commitment, Intervention, Step
from geste.apps.execution.policies import may_decide, may_mark_done
from geste.apps.execution.ports import NEVER_FORGET, Operation
from geste.apps.execution.selectors import promise_numbered
from geste.apps.execution.services.close_attempt import move_on
from geste.apps.execution.states import State
from geste.apps.execution.ways import MANUAL, way_for
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.services.open_book import open_book

NOTE_CHARACTERS = 300


class DecisionRefused(Exception):
    """The promise stays as it is; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic(durable=True)
def mark_done(*, actor: Actor, number: int, note: str = "", now: datetime) -> Commitment:
    """Keep that a person did what was promised: by hand, or outside where a machine could not. Twice is once.

    Raises:
        NoSuchPromise: there is none this actor may see.
        NotPermitted: it is not theirs to tick.
        DecisionRefused: a machine is still at it, the money went back, or a word is missing on how it was done outside.
    """
    row = _held(actor, number)
    require(may_mark_done(actor, row))
    if row.state == State.CONFIRMED:
        return row
    needs_note = row.operation != Operation.BY_HAND
    _keep(row, Step.DONE, note, actor, now, needs_note=needs_note)
    return _moved(row, Life(state=State.CONFIRMED, generation=row.generation), now)


@transaction.atomic(durable=True)
def try_again(*, actor: Actor, number: int, note: str, now: datetime) -> Commitment:
    """Let a machine try again, knowing that nothing happened: under a new key, or the same where it is told for ever.

    To whom it goes is read again from what is known on the case by now.

    Raises:
        NoSuchPromise: there is none this actor may see.
        NotPermitted: only a steward decides.
        DecisionRefused: it does not wait, people do it by hand, nobody is verified on the case, or no word was said.
    """
    row = _held(actor, number)
    _require_waiting(row, may_decide(actor))
    if row.connector == MANUAL:
        raise DecisionRefused("promise.by_hand")
    row.recipient = _recipient_by_now(row)
    _keep(row, Step.TRY_AGAIN, note, actor, now, needs_note=True)
    return _moved(row, _again(row, now), now)


@transaction.atomic(durable=True)
def give_back(*, actor: Actor, number: int, note: str, now: datetime) -> Commitment:
    """Give up a promise: its money goes back to the envelope, and whoever made it is told.

    Raises:
        NoSuchPromise: there is none this actor may see.
        NotPermitted: only a steward decides.
        DecisionRefused: it does not wait, or no word was said.
    """
    row = _held(actor, number)
    _require_waiting(row, may_decide(actor))
    _keep(row, Step.GIVE_BACK, note, actor, now, needs_note=True)
    return _moved(row, Life(state=State.RETURNED, generation=row.generation, reason="person.gave_back"), now)


def note_seen(*, actor: Actor, number: int, now: datetime) -> None:
    """Keep that whoever made a promise knows that it failed.

    Raises:
        NoSuchPromise: there is none this actor may see.
    """
    row = promise_numbered(actor, number)
    own = Commitment.objects.filter(pk=row.pk, gesture__given_by=actor.user_id, noticed_at=None)
    own.update(noticed_at=now)


def _held(actor: Actor, number: int) -> Commitment:
    """The promise, held with the book until the caller's transaction ends."""
    open_book()
    promise_numbered(actor, number)
    rows = Commitment.objects.select_for_update(of=("self",)).select_related(
        "gesture__entry", "gesture__case", "gesture__decision__charter_text"
    )
    return rows.get(pk=number)


def _require_waiting(row: Commitment, permission: Permission) -> None:
    require(permission)
    if row.state != State.WAITING:
        raise DecisionRefused("promise.not_waiting")


def _keep(row: Commitment, step: Step, note: str, actor: Actor, now: datetime, *, needs_note: bool) -> None:
    if row.state != State.WAITING:
        raise DecisionRefused("promise.not_waiting")
    if needs_note and not note.strip():
        raise DecisionRefused("note.missing")
    if len(note) > NOTE_CHARACTERS:
        raise DecisionRefused("note.too_long")
    Intervention.objects.create(
        commitment=row, step=step.value, note=note.strip(), said_by_id=actor.user_id, said_at=now
    )


def _again(row: Commitment, now: datetime) -> Life:
    if row.connector not in NEVER_FORGET:
        return retried(life_of(row), now=now)
    return Life(generation=row.generation, first_try_at=row.first_try_at, is_in_doubt=row.is_in_doubt, next_at=now)


def _recipient_by_now(row: Commitment) -> str:
    gesture: Gesture = row.gesture
    facts = gesture.decision.request["facts"] if gesture.case is None else gesture.case.facts
    way = way_for(gesture, facts=facts)
    if way.connector != row.connector or way.operation != row.operation:
        return row.recipient
    if way.problem:
        raise DecisionRefused(way.problem)
    return way.recipient


def _moved(row: Commitment, life: Life, now: datetime) -> Commitment:
    before = State(row.state)
    put_life(row, life, now=now)
    move_on(row, before, now=now)
    return row

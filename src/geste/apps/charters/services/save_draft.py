"""Save: keep what somebody typed. Two people who type at once lose nothing, and neither overwrites the other."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import Draft
from geste.apps.charters.policies import may_draft
from geste.apps.charters.selectors import draft_for_writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in an open page. `revision` is the one it was opened with.

    `page` names the page while it is open, so that it may save again and again; `turn` counts what was typed in it, so
    that what arrives late changes nothing. What is saved by itself `is_live`; what is sent with a button is not.
    """

    text: str
    written_reason: str
    revision: int
    page: str
    turn: int = 0
    is_live: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft that now holds what was typed. `beside` is the one it was kept apart from, if it was."""

    draft: Draft
    beside: Draft | None = None


@transaction.atomic(durable=True)
def save_draft(*, actor: Actor, number: int, typed: Typed, now: datetime) -> Saved:
    """Save what was typed on a draft; on a draft of its own if the one it was typed on has moved on or ended.

    Raises:
        NotPermitted: the actor is no steward.
        NoSuchDraft: there is no draft with this number.
    """
    require(may_draft(actor))
    draft = draft_for_writing(number)

    if (draft.text, draft.written_reason) == (typed.text, typed.written_reason):
        return Saved(draft)
    if _may_follow(draft, actor, typed):
        return Saved(_written(draft, actor, typed, now))

    own = draft.kept_apart.select_for_update().filter(page=typed.page, saved_by_id=actor.user_id, ending="").first()
    if own is None or not typed.page:
        own = Draft(started_at=now, started_by_id=actor.user_id, revision=0, kept_apart_from=draft)
    return Saved(_written(own, actor, typed, now), beside=draft)


def _may_follow(draft: Draft, actor: Actor, typed: Typed) -> bool:
    """Whether the page has seen all that the draft holds, or wrote the last of it itself."""
    return not draft.ending and (draft.revision == typed.revision or _wrote_last(draft, actor, typed))


def _wrote_last(draft: Draft, actor: Actor, typed: Typed) -> bool:
    return bool(typed.page) and (draft.page, draft.saved_by_id) == (typed.page, actor.user_id)


def _is_late(draft: Draft, typed: Typed) -> bool:
    """Whether a page has sent something newer meanwhile. One that does not count its turns is never late."""
    return typed.turn < draft.turn or (typed.is_live and 0 < typed.turn == draft.turn)


def _written(draft: Draft, actor: Actor, typed: Typed, now: datetime) -> Draft:
    """The draft with what was typed in it, unless that comes late."""
    if _wrote_last(draft, actor, typed) and _is_late(draft, typed):
        return draft
    draft.text = typed.text
    draft.written_reason = typed.written_reason
    draft.revision += 1
    draft.page = typed.page
    draft.turn = typed.turn
    draft.saved_at = now
    draft.saved_by_id = actor.user_id
    draft.save()
    draft.writers.add(actor.user_id)
    return draft

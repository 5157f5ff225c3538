"""Write down only: what people in shadow would give, and their keys. No entry, no receipt, no news, no errand."""

from collections.abc import Sequence

from geste.apps.base.rows import add_rows
from geste.apps.gestures.answers import OnlyWrittenDown
from geste.apps.gestures.costing import real_cost
from geste.apps.gestures.deciding import Decided
from geste.apps.gestures.models import UsedKey
from geste.apps.gestures.selectors import as_recorded
from geste.apps.shadow.models import WouldGive
from geste.apps.shadow.services.keep_would_gives import keep_would_gives


def write_down_only(decided: Sequence[Decided]) -> dict[str, OnlyWrittenDown]:
    """Write down what would be given, in this order, inside the caller's transaction; return each answer by its key.

    A key stands for this answer for ever: sent again once people give in earnest, it still gives nothing.
    """
    if not decided:
        return {}
    rows = keep_would_gives([_row(one) for one in decided])
    add_rows([_used_key(one, row) for one, row in zip(decided, rows, strict=True)])
    return {one.intention.proposal.key: OnlyWrittenDown(row) for one, row in zip(decided, rows, strict=True)}


def _row(one: Decided) -> WouldGive:
    decision, question, actor = one.decision, one.question, one.intention.actor
    proposal = one.intention.proposal
    in_force = question.in_force
    return WouldGive(
        case=one.case,
        site_id=one.surroundings.site_id,
        team_id=actor.team_id,
        said_by_id=actor.user_id,
        said_at=question.at,
        written_at=one.intention.now,
        charter_text=in_force.row,
        request=question.asked,
        authority=decision.authority,
        route=one.route or "",
        clause=decision.clause,
        reasons=as_recorded(decision.reasons),
        what=proposal.gesture,
        amount=decision.amount,
        cost=real_cost(in_force.prepared, question.request, proposal.gesture, decision.amount),
        currency=in_force.charter.currency.code,
        note=proposal.note.strip(),
    )


def _used_key(one: Decided, row: WouldGive) -> UsedKey:
    intention = one.intention
    return UsedKey(
        key=intention.proposal.key,
        used_by_id=intention.actor.user_id,
        used_at=intention.now,
        route=intention.route,
        fingerprint=intention.fingerprint,
        would_give=row,
    )

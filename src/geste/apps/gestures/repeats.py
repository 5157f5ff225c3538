"""Repeats: what was answered to keys that come again, for many in one question."""

from collections.abc import Sequence

from geste.apps.base.spelled import Asked, Spelled
from geste.apps.gestures.answers import Answer, OnlyWrittenDown, Outcome
from geste.apps.gestures.models import UsedKey
from geste.apps.gestures.proposals import Intention, ProposalRefused

_used = Spelled(lambda: UsedKey.objects.filter(key__among=Asked("keys")).values_list("key", flat=True))


def answers_before(intentions: Sequence[Intention]) -> dict[str, Answer]:
    """Return, by their keys, what was answered to those of these intentions that come again.

    A key that stands for something else, or is somebody else's, is refused either way, and nothing is told of it.
    """
    keys = [intention.proposal.key for intention in intentions]
    again = _used(keys=keys)
    if not again:
        return {}
    of_a_gift = ("decision__charter_text", "decision__gesture__site", "decision__gesture__entry")
    related = (*of_a_gift, "would_give__charter_text")
    used = {row.key: row for row in UsedKey.objects.select_related(*related).filter(key__in=again)}
    return {
        intention.proposal.key: _answer_before(used[intention.proposal.key], intention)
        for intention in intentions
        if intention.proposal.key in used
    }


def _answer_before(used: UsedKey, intention: Intention) -> Answer:
    is_same = (used.used_by_id, used.fingerprint) == (intention.actor.user_id, intention.fingerprint)
    if is_same and used.would_give is not None:
        return OnlyWrittenDown(used.would_give, is_replayed=True)
    if not is_same or used.decision is None:
        return ProposalRefused("key.reused")
    return Outcome(used.decision, getattr(used.decision, "gesture", None), is_replayed=True)

"""Put forward: ask for the signature that publishes a draft."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.charters.events import CharterPutForward
from geste.apps.charters.models import Candidate
from geste.apps.charters.policies import may_draft
from geste.apps.charters.refusals import CandidateOvertaken
from geste.apps.charters.selectors import draft_for_writing, newest_version, next_version_spelled


@transaction.atomic(durable=True)
def put_forward_draft(*, actor: Actor, number: int, revision: int, now: datetime) -> Candidate:
    """Put one revision of a draft forward, if it could be published today. The same one again changes nothing.

    Raises:
        NotPermitted: the actor is no steward.
        NoSuchDraft: there is no draft with this number.
        CandidateOvertaken: the draft has ended, or somebody has written on it since that revision.
        PublicationRefused: the text has errors, or this version may not be published, or not from that day.
    """
    require(may_draft(actor))
    draft = draft_for_writing(number)

    if draft.ending:
        raise CandidateOvertaken("draft.ended")
    if draft.revision != revision:
        raise CandidateOvertaken("draft.changed")
    for refusal in next_version_spelled(draft.text, today=now.date()).refusals(draft.written_reason):
        raise refusal

    candidate, is_new = Candidate.objects.get_or_create(
        draft=draft,
        revision=revision,
        defaults={
            "before": newest_version(),
            "text": draft.text,
            "written_reason": draft.written_reason,
            "put_forward_at": now,
            "put_forward_by_id": actor.user_id,
        },
    )

    if is_new:
        emit(CharterPutForward(at=now, candidate_id=candidate.pk))
    return candidate

"""Sign: publish what another steward has put forward."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import Candidate, CharterText, Ending, Part
from geste.apps.charters.policies import may_sign
from geste.apps.charters.refusals import CandidateOvertaken
from geste.apps.charters.selectors import candidate_numbered, draft_for_writing, overtaken_by, published_from
from geste.apps.charters.services.write_version import Signed, hold_versions, write_version
from geste.apps.people.selectors import stewards


@transaction.atomic(durable=True)
def sign_candidate(*, actor: Actor, number: int, now: datetime) -> CharterText:
    """Publish a candidate with this person's signature. Signing again what is published changes nothing.

    Where there is one steward alone, the one who put it forward publishes it, and the signature says so.

    Raises:
        NotPermitted: the actor is no steward, or put it forward while there is another steward to sign it.
        NoSuchDraft: there is no candidate with this number.
        CandidateOvertaken: its draft was written on or has ended, or another version was published meanwhile.
        PublicationRefused: it may no longer be published from the day it names.
    """
    candidate = candidate_numbered(actor, number)
    require(may_sign(actor, candidate.put_forward_by_id, [user.pk for user in stewards()]))
    draft = candidate.draft = draft_for_writing(candidate.draft_id)
    hold_versions()

    published = published_from(candidate)
    if published is not None:
        return published
    overtaken = overtaken_by(candidate)
    if overtaken is not None:
        raise CandidateOvertaken(overtaken)

    row = write_version(
        candidate.text,
        written_reason=candidate.written_reason,
        signed=_signed(candidate, actor, now),
        now=now,
        candidate=candidate,
    )
    draft.ending = Ending.PUBLISHED
    draft.save()
    return row


def _signed(candidate: Candidate, actor: Actor, now: datetime) -> tuple[Signed, ...]:
    if candidate.put_forward_by_id == actor.user_id:
        return (Signed(actor.user_id, Part.ALONE, now),)
    first = Signed(candidate.put_forward_by_id, Part.PUT_FORWARD, candidate.put_forward_at)
    return first, Signed(actor.user_id, Part.SIGNED, now)

"""Flag a comment: whoever decided says that a word hurt, and it is to be put right by a day."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.events import CommentFlagged
from geste.apps.reviews.models import CoachingNote, CommentFlag, Conclusion, Reaction
from geste.apps.reviews.policies import may_hear
from geste.apps.reviews.refusals import NoSuchReview
from geste.apps.reviews.selectors import has_reaction
from geste.core.reviews.due import REPAIR_DAYS, due_after


@transaction.atomic(durable=True)
def flag_reaction(*, actor: Actor, reaction_id: int, now: datetime) -> CommentFlag:
    """Return the flag on a reaction. Flagged twice it is flagged once.

    Raises:
        NoSuchReview: there is no such word.
        NotPermitted: it was said to somebody else.
    """
    reaction = Reaction.objects.select_related("decision__site").filter(pk=reaction_id).first()
    if reaction is None:
        raise NoSuchReview(reaction_id)
    require(may_hear(actor, reaction.decision))
    due = due_after(on_the_clock_of(reaction.decision.site, now), REPAIR_DAYS)
    flag, is_new = CommentFlag.objects.get_or_create(reaction=reaction, defaults={"flagged_at": now, "due_at": due})
    return _told(flag, now, is_new=is_new)


@transaction.atomic(durable=True)
def flag_note(*, actor: Actor, note_id: int, now: datetime) -> CommentFlag:
    """Return the flag on a coaching note. Flagged twice it is flagged once.

    Raises:
        NoSuchReview: there is no such note.
        NotPermitted: it was said to somebody else.
    """
    note = CoachingNote.objects.select_related("review__sample__decision__site").filter(pk=note_id).first()
    if note is None:
        raise NoSuchReview(note_id)
    decision = note.review.sample.decision
    require(may_hear(actor, decision))
    due = due_after(on_the_clock_of(decision.site, now), REPAIR_DAYS)
    flag, is_new = CommentFlag.objects.get_or_create(note=note, defaults={"flagged_at": now, "due_at": due})
    return _told(flag, now, is_new=is_new)


@transaction.atomic(durable=True)
def flag_conclusion(*, actor: Actor, conclusion_id: int, now: datetime) -> CommentFlag:
    """Return the flag on what was said of something done first. Flagged twice it is flagged once.

    Raises:
        NoSuchReview: there is none, or it has not reached its author yet.
        NotPermitted: it was said to somebody else.
    """
    related = ("settlement__gesture__decision__site", "settlement__gesture__case")
    conclusion = Conclusion.objects.select_related(*related).filter(pk=conclusion_id).first()
    if conclusion is None or not has_reaction(conclusion.settlement.gesture.decision):
        raise NoSuchReview(conclusion_id)
    decision = conclusion.settlement.gesture.decision
    require(may_hear(actor, decision))
    due = due_after(on_the_clock_of(decision.site, now), REPAIR_DAYS)
    said = {"flagged_at": now, "due_at": due}
    flag, is_new = CommentFlag.objects.get_or_create(conclusion=conclusion, defaults=said)
    return _told(flag, now, is_new=is_new)


def _told(flag: CommentFlag, now: datetime, *, is_new: bool) -> CommentFlag:
    if is_new:
        emit(CommentFlagged(at=now, flag_id=flag.pk))
    return flag

"""Propose a line: what the charter should say, as a note in a draft of its next version. No charter changes by it."""

from datetime import datetime

from django.db.models import F

from geste.apps.base.actor import Actor
from geste.apps.charters.models import Draft
from geste.apps.charters.services.note_in_draft import Note, note_in_draft
from geste.apps.gestures.models import Gesture
from geste.apps.reviews.models import Conclusion, Guideline, ProposedLine


def propose_line(*, actor: Actor, conclusion: Conclusion, now: datetime) -> ProposedLine:
    """Return where the line of a conclusion stands now, inside the caller's transaction.

    Lines gather in one draft until somebody writes on it or it ends; then the next one opens another.

    Raises:
        NotPermitted: software proposes none.
    """
    settlement = conclusion.settlement
    draft = _noted(actor, Note(about=reference_of(settlement.gesture), words=settlement.note), now)
    said = {"draft": draft, "revision": draft.revision, "proposed_at": now}
    return ProposedLine.objects.create(conclusion=conclusion, **said)


def propose_guideline(*, actor: Actor, guideline: Guideline, now: datetime) -> ProposedLine:
    """Return where the sentence of a calibration stands now, inside the caller's transaction.

    Raises:
        NotPermitted: software proposes none.
    """
    draft = _noted(actor, Note(about=guideline.calibration.about, words=guideline.words), now)
    said = {"draft": draft, "revision": draft.revision, "proposed_at": now}
    return ProposedLine.objects.create(guideline=guideline, **said)


def reference_of(gesture: Gesture) -> str:
    """Return what names something done first and no person: its case, or its receipt."""
    return f"R{gesture.pk}" if gesture.case is None else gesture.case.reference


def _noted(actor: Actor, note: Note, now: datetime) -> Draft:
    return note_in_draft(actor=actor, note=note, draft=_gathering_draft(), now=now)


def _gathering_draft() -> Draft | None:
    """The draft that lines gather in, held until the caller's transaction ends; None where there is none."""
    newest = ProposedLine.objects.filter(draft__ending="", draft__revision=F("revision")).order_by("-pk").first()
    if newest is None:
        return None
    return Draft.objects.select_for_update().filter(pk=newest.draft_id, ending="", revision=newest.revision).first()

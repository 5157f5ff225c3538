"""Note in a draft: a line somebody proposes, as a note at its end, for whoever writes the charter."""

from dataclasses import dataclass
from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.charters.events import LineProposed
from geste.apps.charters.models import Draft
from geste.apps.charters.policies import may_note_in_draft
from geste.apps.charters.selectors import newest_version, version_to_begin_with
from geste.apps.people.selectors import on_the_clock_of_the_house


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the charter should say, and the reference of what it was learnt from: nobody's name."""

    about: str
    words: str


def note_in_draft(*, actor: Actor, note: Note, draft: Draft | None, now: datetime) -> Draft:
    """Return the draft that holds a note, inside the caller's transaction: `draft`, or a new one of the next version.

    A note is a remark in the text, so that it changes nothing of what a charter says before a steward writes it in.

    Raises:
        NotPermitted: software proposes none.
    """
    require(may_note_in_draft(actor))
    if draft is None:
        newest, today = newest_version(), on_the_clock_of_the_house(now).date()
        text = "" if newest is None else version_to_begin_with(newest.text, today=today)
        draft = Draft(started_at=now, started_by_id=actor.user_id, revision=0, text=text)
    draft.text = f"{draft.text.rstrip()}\n\n{as_remark(note)}\n".lstrip()
    draft.revision += 1
    draft.saved_at = now
    draft.saved_by_id = actor.user_id
    draft.save()
    emit(LineProposed(at=now, draft_id=draft.pk))
    return draft


def as_remark(note: Note) -> str:
    """Return a note as a remark of a charter's text: whatever is written in it, no line of it is read as a rule."""
    lines = (" ".join(note.about.split()), *note.words.splitlines())
    shown = ("".join(sign if sign.isprintable() else " " for sign in line).strip() for line in lines)
    return "\n".join(f"# {line}" for line in shown if line)

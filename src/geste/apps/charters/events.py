"""Events of charters."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterPutForward(Event):
    """A steward put a draft forward: it waits for a second signature."""

    candidate_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterPublished(Event):
    """A new version of the charter was published."""

    charter_text_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineProposed(Event):
    """Somebody proposed a line: it stands as a note in a draft, for whoever writes the charter."""

    draft_id: int

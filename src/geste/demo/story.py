"""Story: the shape in which a demonstration's cases are told, with no rows in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from geste.apps.cases.models import Kind, Outcome, RootIssue
from geste.apps.gestures.models import Satisfaction, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Something proposed in the story: what, how much, why, whether it was given, and by whom if not the hearer."""

    gesture: str
    amount: str | None = None
    note: str = ""
    by: str = ""
    act_first: bool = False
    is_given: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What was heard of a customer so many days later, and where it is known from."""

    satisfaction: Satisfaction
    source: Source
    words: str
    days_later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCase:
    """One case as it is told: who hears it, when, in which words, and what is known.

    `about` is what the tables of a business call it, if it comes from them. `learnt` are facts stated while it is
    talked over, by path. Without `ended` it is still open; otherwise it was closed `minutes` after it was opened, with
    its root issue fixed, or not fixed yet `because` of something. Without a `reaction` nothing was heard afterwards.
    """

    reference: str
    heard_by: str
    at: str
    customer: str
    customer_label: str
    words: str
    about: str = ""
    kind: Kind = Kind.COMPLAINT
    language: str = "en"
    facts: Mapping[str, object] = field(default_factory=dict)
    learnt: Mapping[str, object] = field(default_factory=dict)
    proposed: tuple[Proposed, ...] = ()
    root_issue: RootIssue = RootIssue.FIXED
    because: str = ""
    ended: Outcome | None = None
    minutes: int = 0
    reaction: Reaction | None = None

    @property
    def moment(self) -> datetime:
        """Return when it is told."""
        return datetime.fromisoformat(self.at)

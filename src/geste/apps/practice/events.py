"""Events of practice."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeShared(Event):
    """Somebody shared a way that worked."""

    practice_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeReused(Event):
    """A practice was used in another case: its author is thanked."""

    reuse_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksSaid(Event):
    """Somebody was thanked."""

    thanks_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTold(Event):
    """A story is told; whoever it names is asked whether they agree."""

    story_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueAsked(Event):
    """Somebody asks a colleague, or whoever is there, what they would do."""

    question_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueReplied(Event):
    """A colleague said what they would do."""

    reply_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributed(Event):
    """Somebody said what would have prevented it, or what they need."""

    contribution_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionAnswered(Event):
    """What somebody contributed has an answer."""

    step_id: int

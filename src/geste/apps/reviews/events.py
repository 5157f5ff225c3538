"""Events of reviews."""

from dataclasses import dataclass

from geste.apps.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionSent(Event):
    """Somebody sent a word to whoever decided."""

    reaction_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGiven(Event):
    """A choice was looked at, or a note was added: there is something for its author to read."""

    review_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAnswered(Event):
    """The author of a decision answered its review."""

    review_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFlagged(Event):
    """A word hurt, and is to be put right by a day."""

    flag_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRepaired(Event):
    """A word that hurt was put right."""

    flag_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(Event):
    """Something done first was settled with a word: its author hears it once a first good word has reached them."""

    conclusion_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionAnswered(Event):
    """Whoever did something first answered what was concluded."""

    conclusion_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationOpened(Event):
    """A few reviewers are asked to judge the same decisions apart."""

    calibration_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(Event):
    """Somebody judged one decision of a calibration. What they said, nobody reads before all have judged."""

    opinion_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationEnded(Event):
    """Whoever opened a calibration waits for nobody any longer."""

    calibration_id: int

"""Lines: a calibration as the floor lists it, and where a proposed line of the charter stands."""

from typing import NamedTuple

from geste.apps.base.actor import Actor
from geste.apps.people.selectors import clock_of_the_house
from geste.apps.reviews.calibrating import calibrations_of, cases_to_judge, is_over
from geste.apps.reviews.models import Calibration, ProposedLine
from geste.interfaces.web.floor.words import fate_words
from geste.interfaces.web.speech import day
from geste.interfaces.web.visitor import now

MOST_SHOWN = 10


class SittingLine(NamedTuple):
    """One calibration as the floor shows it: how many decisions wait for this person, or that it is over."""

    number: int
    about: str
    to_judge: int
    is_over: bool
    closes: str


class LineShown(NamedTuple):
    """Where a proposed line stands: its draft, what became of it, and whether this person may open it."""

    draft: int
    fate: str
    may_open: bool


def line_shown(line: ProposedLine | None, actor: Actor) -> LineShown | None:
    """Return where a proposed line stands, or None where none was proposed."""
    return None if line is None else LineShown(line.draft_id, fate_words(line.draft), actor.is_steward)


def sitting_lines(actor: Actor) -> list[SittingLine]:
    """Return the calibrations of somebody, the newest first."""
    return [sitting_line(each, actor) for each in calibrations_of(actor)[:MOST_SHOWN]]


def sitting_line(calibration: Calibration, actor: Actor) -> SittingLine:
    """Return one calibration for somebody who is in it."""
    over = is_over(calibration, now())
    waiting = 0 if over else len(cases_to_judge(calibration, actor))
    closes = day(calibration.closes_at.astimezone(clock_of_the_house()))
    return SittingLine(calibration.pk, calibration.about, waiting, over, closes)

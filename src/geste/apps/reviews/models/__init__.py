"""What is kept of reviews: draws, what was said of a choice, the words owed, and words put right."""

from geste.apps.reviews.models.answer import AnswerBack, AnswerRead
from geste.apps.reviews.models.calibration import Calibration, CalibrationCase, CalibrationEnd, Guideline, Opinion
from geste.apps.reviews.models.conclusion import Conclusion
from geste.apps.reviews.models.consideration import Consideration
from geste.apps.reviews.models.proposed_line import ProposedLine
from geste.apps.reviews.models.reaction import CommentFlag, Reaction, Remarked, Repair
from geste.apps.reviews.models.review import CoachingNote, Review
from geste.apps.reviews.models.sample import Progress, Sample, SamplingPlan

__all__ = [
    "AnswerBack",
    "AnswerRead",
    "Calibration",
    "CalibrationCase",
    "CalibrationEnd",
    "CoachingNote",
    "CommentFlag",
    "Conclusion",
    "Consideration",
    "Guideline",
    "Opinion",
    "Progress",
    "ProposedLine",
    "Reaction",
    "Remarked",
    "Repair",
    "Review",
    "Sample",
    "SamplingPlan",
]

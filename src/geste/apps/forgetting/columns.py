"""Columns: everywhere words about the customer of a case can stand, and what becomes of them when they are forgotten.

A test walks all columns of the house that can hold words: one that is neither here nor said to hold none fails it.
"""

from dataclasses import dataclass

from django.db.models import Model, QuerySet

from geste.apps.cases.models import Case
from geste.apps.charters.models import Draft
from geste.apps.execution.models import Commitment, Intervention
from geste.apps.frictions.models import Hurt
from geste.apps.gestures.models import DecisionRecord, Feedback, Gesture, Settlement, ToldScope, UsedKey
from geste.apps.hops.models import Bend, Hop, HopAnswer
from geste.apps.portraits.models import EvidenceItem
from geste.apps.practice.models import Contribution, ContributionStep, Practice, Question, Reply, Story, Thanks
from geste.apps.refusals.models import Handover
from geste.apps.reviews.models import (
    AnswerBack,
    Calibration,
    CoachingNote,
    Conclusion,
    Consideration,
    Guideline,
    Opinion,
    Reaction,
    Repair,
    Review,
    Sample,
)
from geste.apps.shadow.models import WouldGive


@dataclass(frozen=True, slots=True)
class Columns:
    """Some columns of one table; `case` leads from a row to its case."""

    model: type[Model]
    case: str
    names: tuple[str, ...]

    def rows(self) -> QuerySet[Model]:
        """Return all rows of the table."""
        return self.model._default_manager.all()  # noqa: SLF001 - what Django calls the manager of any model

    def rows_of(self, case: Case) -> QuerySet[Model]:
        """Return the rows that are about a case."""
        return self.rows().filter(**{self.case: case})


OF_THE_CASE = (
    "customer", "customer_label", "words", "searched_name", "searched_words", "facts", "root_issue_note",
)  # fmt: skip
"""The case itself: emptied."""

WORDS = (
    Columns(Gesture, "case", ("item", "note")),
    Columns(Feedback, "decision__case", ("words",)),
    Columns(Commitment, "gesture__case", ("recipient",)),
    Columns(Intervention, "commitment__gesture__case", ("note",)),
    Columns(WouldGive, "case", ("note",)),
    Columns(Hop, "case", ("because",)),
    Columns(HopAnswer, "hop__case", ("because", "idea")),
    Columns(Bend, "gesture__case", ("how_far",)),
    Columns(Handover, "case", ("word",)),
    Columns(Hurt, "gesture__case", ("words",)),
    Columns(Question, "case", ("words",)),
    Columns(Reply, "question__case", ("words",)),
    Columns(Consideration, "decision__case", ("words",)),
)
"""What was written down of the case by those who worked on it: nothing is left but that something was said."""

QUESTIONS = (
    Columns(DecisionRecord, "case", ("request",)),
    Columns(WouldGive, "case", ("request",)),
    Columns(Hop, "case", ("request",)),
)
"""What the charter was asked: the texts in it are struck out, and it still gives the same answer."""

NAMES = (
    Columns(Settlement, "gesture__case", ("note",)),
    Columns(Contribution, "case", ("words",)),
    Columns(ContributionStep, "contribution__case", ("words",)),
    Columns(Thanks, "decision__case", ("words",)),
    Columns(Practice, "case", ("title", "done", "why", "searched")),
    Columns(Practice, "story__told_cases__case", ("title", "done", "why", "searched")),
    Columns(Story, "told_cases__case", ("title", "before", "after")),
    Columns(EvidenceItem, "case", ("words",)),
    Columns(Sample, "decision__case", ("reason",)),
    Columns(Review, "sample__decision__case", ("strength", "charter_should_say")),
    Columns(CoachingNote, "review__sample__decision__case", ("words",)),
    Columns(AnswerBack, "review__sample__decision__case", ("words",)),
    Columns(AnswerBack, "conclusion__settlement__gesture__case", ("words",)),
    Columns(Opinion, "case__sample__decision__case", ("words",)),
    Columns(Calibration, "cases__sample__decision__case", ("about",)),
    Columns(Guideline, "calibration__cases__sample__decision__case", ("words",)),
    Columns(Conclusion, "settlement__gesture__case", ("would_help",)),
    Columns(Reaction, "decision__case", ("words",)),
    Columns(Repair, "flag__reaction__decision__case", ("apology", "restated")),
    Columns(Repair, "flag__note__review__sample__decision__case", ("apology", "restated")),
    Columns(Repair, "flag__conclusion__settlement__gesture__case", ("apology", "restated")),
)
"""What colleagues said to each other of a decision, and what the house learned from it: the customer's names go."""

REMARKS = (
    Columns(Draft, "lines__conclusion__settlement__gesture__case", ("text",)),
    Columns(Draft, "lines__guideline__calibration__cases__sample__decision__case", ("text",)),
)
"""Remarks in the draft of a charter: the customer's names go. No other line is touched, and no version published."""

DIGESTS = (
    Columns(Feedback, "decision__case", ("fingerprint",)),
    Columns(ToldScope, "gesture__case", ("digest",)),
    Columns(UsedKey, "decision__case", ("fingerprint",)),
    Columns(UsedKey, "reversal__gesture__case", ("fingerprint",)),
    Columns(UsedKey, "settlement__gesture__case", ("fingerprint",)),
    Columns(UsedKey, "would_give__case", ("fingerprint",)),
)
"""Digests of what was typed, by which somebody could try out what it was: emptied. The key then gives nothing again."""


def columns_of_customers() -> frozenset[tuple[type[Model], str]]:
    """Return every column that is read when a customer is forgotten."""
    own = {(Case, name) for name in OF_THE_CASE}
    others = (WORDS, QUESTIONS, NAMES, REMARKS, DIGESTS)
    return frozenset(own | {(part.model, name) for parts in others for part in parts for name in part.names})

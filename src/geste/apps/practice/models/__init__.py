"""Rows of practice."""

from geste.apps.practice.models.contribution import About, AnswerDays, Contribution, ContributionStep, Fate
from geste.apps.practice.models.practice import Practice, Reuse, SituationTag
from geste.apps.practice.models.question import Question, Reply
from geste.apps.practice.models.story import CustomerConsent, Naming, Story, StoryCase
from geste.apps.practice.models.thanks import Thanks

__all__ = [
    "About",
    "AnswerDays",
    "Contribution",
    "ContributionStep",
    "CustomerConsent",
    "Fate",
    "Naming",
    "Practice",
    "Question",
    "Reply",
    "Reuse",
    "SituationTag",
    "Story",
    "StoryCase",
    "Thanks",
]

"""Rows of cases."""

from geste.apps.cases.models.case import (
    ROOT_ISSUE_MAY_STAY_OPEN,
    Case,
    Kind,
    Outcome,
    RootIssue,
    Status,
    Understanding,
)
from geste.apps.cases.models.help_call import GOING_ON, HelpCall, Step

__all__ = [
    "GOING_ON",
    "ROOT_ISSUE_MAY_STAY_OPEN",
    "Case",
    "HelpCall",
    "Kind",
    "Outcome",
    "RootIssue",
    "Status",
    "Step",
    "Understanding",
]

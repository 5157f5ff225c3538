"""Rows of cases."""

from geste.apps.cases.models.case import ROOT_ISSUE_MAY_STAY_OPEN, Case, Kind, Outcome, RootIssue, Status

__all__ = ["ROOT_ISSUE_MAY_STAY_OPEN", "Case", "Kind", "Outcome", "RootIssue", "Status"]

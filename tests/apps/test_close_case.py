"""Closing: being heard is an outcome; a complaint whose root issue is open does not close with a gift."""

import pytest
from django.db import IntegrityError

from geste.apps.cases.models import Case, Kind, Outcome, RootIssue
from geste.apps.cases.selectors import open_cases
from geste.apps.cases.services.close_case import RootIssueOpen, close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from tests.make import NOW, make_actor, make_case

pytestmark = pytest.mark.django_db


@pytest.mark.item("S0.2")
def test_somebody_who_was_heard_needs_no_gesture() -> None:
    actor = make_actor()

    case = close_case(actor=actor, case=make_case(actor), outcome=Outcome.HEARD, now=NOW)

    assert (case.status, case.outcome, case.closed_at) == ("closed", "heard", NOW)
    assert open_cases(actor) == []


@pytest.mark.item("S4.13")
@pytest.mark.parametrize(
    "outcome", [Outcome.FIXED, Outcome.FIXED_WITH_GESTURE, Outcome.OWED_ONLY, Outcome.DECLINED_WITH_ALTERNATIVE]
)
def test_a_complaint_stays_open_with_its_root_issue(outcome: Outcome) -> None:
    actor = make_actor()
    case = make_case(actor)

    with pytest.raises(RootIssueOpen):
        close_case(actor=actor, case=case, outcome=outcome, now=NOW)

    settle_root_issue(actor=actor, case=case, state=RootIssue.FIXED)
    assert close_case(actor=actor, case=case, outcome=outcome, now=NOW).status == "closed"


@pytest.mark.item("S0.2")
def test_a_request_has_no_root_issue_in_the_way() -> None:
    actor = make_actor()
    case = make_case(actor, kind=Kind.REQUEST)

    assert close_case(actor=actor, case=case, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW).status == "closed"


@pytest.mark.item("S4.13")
def test_the_database_holds_it_too() -> None:
    case = make_case(make_actor())

    with pytest.raises(IntegrityError):
        Case.objects.filter(pk=case.pk).update(status="closed", outcome="fixed_with_gesture")

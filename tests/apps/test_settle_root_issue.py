"""Settling the root issue: fixed, or not now because; no gift moves it."""

import pytest

from geste.apps.cases.models import RootIssue
from geste.apps.cases.services.settle_root_issue import BecauseRefused, settle_root_issue
from tests.make import make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db


@pytest.mark.item("S4.13")
def test_a_gift_does_not_move_it() -> None:
    make_charter()
    actor = make_actor()
    case = make_case(actor)

    make_gesture(actor, case, "credit", "390")

    case.refresh_from_db()
    assert case.root_issue == "open"


def test_it_is_fixed_or_not_now_because() -> None:
    actor = make_actor()
    case = make_case(actor)

    not_now = settle_root_issue(actor=actor, case=case, state=RootIssue.NOT_NOW, because=" The part comes on Monday. ")
    assert (not_now.root_issue, not_now.root_issue_note) == ("not_now", "The part comes on Monday.")

    fixed = settle_root_issue(actor=actor, case=case, state=RootIssue.FIXED)
    assert (fixed.root_issue, fixed.root_issue_note) == ("fixed", "")


@pytest.mark.parametrize(("because", "code"), [("  ", "because.missing"), ("x" * 301, "because.too_long")])
def test_not_now_needs_a_line_of_reason(because: str, code: str) -> None:
    actor = make_actor()
    case = make_case(actor)

    with pytest.raises(BecauseRefused) as refused:
        settle_root_issue(actor=actor, case=case, state=RootIssue.NOT_NOW, because=because)

    assert refused.value.code == code
    case.refresh_from_db()
    assert (case.root_issue, case.root_issue_note) == ("open", "")

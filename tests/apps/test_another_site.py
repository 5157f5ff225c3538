"""Another site: what belongs to one is not there for people of another. Who may do what else, the table says."""

import pytest

from geste.apps.cases.selectors import NoSuchCase, case_called, open_cases
from geste.apps.gestures.selectors import NoSuchGesture, receipt_of
from tests.make import make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db


def test_another_sites_case_is_not_there_at_all() -> None:
    make_charter()
    mine = make_actor()
    case = make_case(mine)
    gesture = make_gesture(mine, case, "note")
    stranger = make_actor("leo", site="Airport")

    assert open_cases(stranger) == []
    with pytest.raises(NoSuchCase):
        case_called(stranger, case.reference)
    with pytest.raises(NoSuchGesture):
        receipt_of(stranger, gesture.pk)

"""Who may: one table of person and verb. A refusal writes nothing."""

from collections.abc import Callable

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case, Outcome, RootIssue, Step, Understanding
from geste.apps.cases.selectors import NoSuchCase, case_called, open_cases
from geste.apps.cases.services.call_help import answer_help, call_help
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.link_cases import link_cases
from geste.apps.cases.services.note_understanding import note_understanding
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.cases.services.state_facts import state_facts
from geste.apps.charters.services.publish_charter import publish_charter
from geste.apps.gestures.models import DecisionRecord
from geste.apps.gestures.selectors import NoSuchGesture, receipt_of
from geste.apps.people.selectors import actor_for
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, make_user, propose

pytestmark = pytest.mark.django_db

VERBS: dict[str, Callable[[Actor, Case], object]] = {
    "give": lambda actor, case: propose(actor, case, "note"),
    "state facts": lambda actor, case: state_facts(actor=actor, case=case, stated={"stay.nights": 1}, now=NOW),
    "settle the root issue": lambda actor, case: settle_root_issue(actor=actor, case=case, state=RootIssue.FIXED),
    "note an understanding": lambda actor, case: note_understanding(
        actor=actor, case=case, understanding=Understanding.PARTLY
    ),
    "link": lambda actor, case: link_cases(actor=actor, case=case, other=case),
    "call help": lambda actor, case: call_help(actor=actor, case=case, now=NOW),
    "answer help": lambda actor, case: answer_help(actor=actor, case=case, step=Step.OVER, now=NOW),
    "close": lambda actor, case: close_case(actor=actor, case=case, outcome=Outcome.HEARD, now=NOW),
    "publish": lambda actor, _: publish_charter(
        actor=actor, text=CHARTER.format(version=2, effective="2026-05-14"), now=NOW
    ),
}
PEOPLE: dict[str, Callable[[], Actor]] = {
    "agent": lambda: make_actor("ana", role="everyone"),
    "assistant": lambda: make_actor("bot", role="assistant"),
    "steward": lambda: actor_for(make_user("grace", is_steward=True)),
    "of another site": lambda: make_actor("leo", site="Airport"),
    "of no site": lambda: make_actor("kim", site=""),
}
WORK = (
    "note an understanding",
    "give",
    "state facts",
    "settle the root issue",
    "link",
    "call help",
    "answer help",
    "close",
)
MAY = {(person, verb) for person in PEOPLE for verb in WORK if person != "of another site"} | {("steward", "publish")}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("person", PEOPLE)
def test_who_may(person: str, verb: str) -> None:
    make_charter()
    case, actor = make_case(make_actor()), PEOPLE[person]()
    events = EventRow.objects.count()

    if (person, verb) in MAY:
        VERBS[verb](actor, case)
        return
    with pytest.raises(NotPermitted):
        VERBS[verb](actor, case)
    assert (EventRow.objects.count(), DecisionRecord.objects.count()) == (events, 0)


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

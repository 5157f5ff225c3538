"""Feedback that was asked for: upwards like any other way, without a name, and honest where few can hide."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import DutyKind
from geste.apps.pledges.feedback import (
    Direction,
    FeedbackCounted,
    NoSuchInvitation,
    directions,
    feedback_counted,
    may_be_known,
    questions_asked_by,
    questions_put_to,
)
from geste.apps.pledges.models import FeedbackLine, Invitation
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.invite_feedback import answer_feedback, invite_feedback, say_feedback
from tests.make import NOW, make_user
from tests.pledges import called, on_duty, team_of

pytestmark = pytest.mark.django_db(transaction=True)
QUESTION = "What should I stop doing when it gets busy?"
SINCE = NOW - timedelta(days=30)


@pytest.fixture
def owner() -> Actor:
    """The owner of a shop of five."""
    team_of("Shop", "ana", "leo", "mia")
    return on_duty("olga", DutyKind.LEADER)


def asked(actor: Actor, *, of_team: bool = False) -> Invitation:
    return invite_feedback(actor=actor, question=QUESTION, of_team=of_team, now=NOW)


def said(name: str, invitation: Invitation, words: str = "Answering for us.") -> None:
    say_feedback(actor=called(name), number=invitation.pk, words=words, now=NOW)


@pytest.mark.item("S1.21")
def test_in_a_shop_of_five_the_owner_hears_a_line_and_nothing_says_whose(owner: Actor) -> None:
    invitation = asked(owner)
    before = EventRow.objects.count()

    said("leo", invitation, "You answer for us.")
    said("ana", invitation, "  Asking every\n ten minutes. ")

    (heard,) = questions_asked_by(owner)
    assert heard.lines == ("Asking every ten minutes.", "You answer for us.")
    assert may_be_known(invitation)
    assert EventRow.objects.count() == before
    assert {field.name for field in FeedbackLine._meta.get_fields()} == {"id", "invitation", "words"}


@pytest.mark.item("S1.21")
def test_only_whoever_asked_reads_the_lines_and_everybody_asked_the_answer(owner: Actor) -> None:
    invitation = asked(owner)
    said("leo", invitation)

    assert questions_asked_by(called("ana")) == []
    with pytest.raises(NotPermitted, match=r"^permission\.asked_by_somebody_else$"):
        answer_feedback(actor=called("ana"), number=invitation.pk, words="We try.", now=NOW)
    answer_feedback(actor=owner, number=invitation.pk, words="I count to ten first.", now=NOW)

    (read,) = questions_put_to(called("ana"))
    assert read.answer == "I count to ten first."
    with pytest.raises(PledgeRefused, match=r"^feedback\.answered$"):
        said("mia", invitation)


@pytest.mark.item("S1.21")
def test_leaders_see_together_how_much_they_asked_for_and_answered(owner: Actor) -> None:
    manager = on_duty("max", DutyKind.MANAGER, team=team_of("Shop"))
    first, second, third = asked(owner), asked(manager), asked(called("ana"))
    for invitation in (first, second, third):
        said("leo", invitation)
    said("mia", first)
    answer_feedback(actor=owner, number=first.pk, words="I count to ten first.", now=NOW)

    assert feedback_counted(since=SINCE) == FeedbackCounted(asked=2, lines=3, answered=1)
    assert feedback_counted(since=NOW + timedelta(days=1)) == FeedbackCounted(0, 0, 0)


@pytest.mark.item("S1.21")
def test_directions_are_told_where_five_people_could_have_sent_them(owner: Actor) -> None:
    up, sideways = asked(owner), asked(called("ana"))
    down = asked(called("leo"))
    said("leo", up)
    said("mia", up)
    said("leo", sideways)
    say_feedback(actor=owner, number=down.pk, words="You could ask me less.", now=NOW)

    assert directions(now=NOW) == {Direction.UP: None, Direction.DOWN: None, Direction.SIDEWAYS: 1}
    for number in range(3):
        make_user(f"more-{number}")
    assert directions(now=NOW) == {Direction.UP: 2, Direction.DOWN: None, Direction.SIDEWAYS: 1}
    assert directions(now=NOW + timedelta(days=120))[Direction.UP] == 0


def test_a_teams_question_is_the_teams(owner: Actor) -> None:
    invitation = asked(called("ana"), of_team=True)

    assert questions_put_to(owner) == []
    with pytest.raises(NoSuchInvitation):
        say_feedback(actor=owner, number=invitation.pk, words="Well.", now=NOW)
    assert [row.pk for row in questions_put_to(called("leo"))] == [invitation.pk]


def test_what_cannot_be_kept_says_why(owner: Actor) -> None:
    invitation = asked(owner)
    software = Actor(user_id=called("leo").user_id, name="bot", role="assistant", kind="assistant")
    teamless = Actor(user_id=owner.user_id, name="Olga", role="reception")

    with pytest.raises(PledgeRefused, match=r"^feedback\.missing$"):
        invite_feedback(actor=owner, question=" ", of_team=False, now=NOW)
    with pytest.raises(PledgeRefused, match=r"^feedback\.no_team$"):
        invite_feedback(actor=teamless, question=QUESTION, of_team=True, now=NOW)
    with pytest.raises(PledgeRefused, match=r"^feedback\.too_long$"):
        said("leo", invitation, "x" * 301)
    with pytest.raises(PledgeRefused, match=r"^feedback\.nothing_heard$"):
        answer_feedback(actor=owner, number=invitation.pk, words="Thank you.", now=NOW)
    with pytest.raises(NotPermitted, match=r"^permission\.asked_yourself$"):
        say_feedback(actor=owner, number=invitation.pk, words="I am fine.", now=NOW)
    with pytest.raises(NotPermitted, match=r"^permission\.in_person_only$"):
        say_feedback(actor=software, number=invitation.pk, words="Well.", now=NOW)
    with pytest.raises(NotPermitted, match=r"^permission\.in_person_only$"):
        invite_feedback(actor=software, question=QUESTION, of_team=False, now=NOW)

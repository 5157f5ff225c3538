"""Stories: read once everybody named in them agrees and a customer one would recognise said so, and as long as."""

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.forgetting.services.forget_customer import forget_customer
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.practice.models import Naming, Practice, Story
from geste.apps.practice.nearest import likeness_of
from geste.apps.practice.refusing import NothingThere, PracticeRefused
from geste.apps.practice.selectors import (
    is_readable,
    practices,
    stories_for,
    stories_waiting_for,
    story_numbered,
)
from geste.apps.practice.services.share_practice import Shared, share_practice
from geste.apps.practice.services.tell_story import Telling, answer_naming, note_consent, tell_story, withdraw_story
from tests.make import NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db
HEAT = {"case": {"loss": "service", "severity": "spoiled"}}
PLAIN = Telling(title="24 degrees at one in the morning", before="A guest could not sleep.", after="He slept at last.")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return close_case(actor=agent, case=make_case(agent, facts=HEAT), outcome=Outcome.HEARD, now=NOW)


def told(words: str, *, to_team: bool = False) -> Telling:
    return Telling(title=PLAIN.title, before=words, after=PLAIN.after, to_team=to_team)


@pytest.mark.item("S0.31")
def test_a_story_that_names_nobody_is_read_at_once_and_suggested_in_a_case_like_it(agent: Actor, case: Case) -> None:
    story = tell_story(actor=agent, cases=[case], telling=PLAIN, now=NOW)
    colleague = make_actor("leo")

    assert list(stories_for(colleague)) == [story]
    found = likeness_of(make_case(colleague, facts=HEAT), actor=colleague, now=NOW).told
    assert found is not None
    assert (found.story, found.practice) == (story, Practice.objects.get())
    assert [row.name for row in EventRow.objects.filter(name="practice.StoryTold")] == ["practice.StoryTold"]


def test_a_case_is_told_and_shared_each_once(agent: Actor, case: Case) -> None:
    shared = Shared(title="A fan first", done="Then the lift.")
    first = share_practice(actor=agent, case=case, shared=shared, now=NOW)
    tell_story(actor=agent, cases=[case], telling=PLAIN, now=NOW)

    assert share_practice(actor=agent, case=case, shared=shared, now=NOW) == first
    assert practices().count() == 2


@pytest.mark.item("S4.12")
def test_a_story_waits_for_each_person_it_names_and_goes_when_one_changes_their_mind(agent: Actor, case: Case) -> None:
    priya, leo = make_actor("priya"), make_actor("leo")
    story = tell_story(actor=agent, cases=[case], telling=told("Priya called, and Leo came up."), now=NOW)
    assert not is_readable(story)
    assert not practices().exists()
    with pytest.raises(NothingThere):
        story_numbered(make_actor("kim"), story.pk)

    for actor in (priya, leo):
        (naming,) = stories_waiting_for(actor)
        assert story_numbered(actor, story.pk) == story
        answer_naming(actor=actor, naming=naming, agrees=True, now=NOW)
    assert is_readable(story)
    assert practices().exists()

    answer_naming(actor=leo, naming=Naming.objects.get(person=leo.user_id), agrees=False, now=NOW)
    assert not is_readable(story)
    assert not practices().exists()


@pytest.mark.item("S4.12")
def test_a_customer_one_would_recognise_must_have_said_so_and_may_take_it_back(agent: Actor, case: Case) -> None:
    story = tell_story(actor=agent, cases=[case], telling=told("Mr Lee could not sleep."), now=NOW)
    assert not is_readable(story)

    note_consent(actor=agent, case=case, is_given=True, now=NOW)
    assert is_readable(story)

    note_consent(actor=agent, case=case, is_given=False, now=NOW)
    assert not is_readable(story)
    note_consent(actor=agent, case=case, is_given=True, now=NOW)
    steward = actor_for(User.objects.get(username="grace"))
    forget_customer(actor=steward, case=case, now=NOW)
    assert not is_readable(story)


def test_one_customer_who_did_not_agree_keeps_a_story_of_two_back(agent: Actor, case: Case) -> None:
    other = close_case(actor=agent, case=make_case(agent), outcome=Outcome.HEARD, now=NOW)
    story = tell_story(actor=agent, cases=[case, other], telling=told("Mr Lee, twice."), now=NOW)

    note_consent(actor=agent, case=case, is_given=True, now=NOW)
    assert not is_readable(story)
    note_consent(actor=agent, case=other, is_given=True, now=NOW)
    assert is_readable(story)


def test_what_is_told_to_a_team_is_the_teams(agent: Actor, case: Case) -> None:
    story = tell_story(actor=agent, cases=[case], telling=told("It was hot.", to_team=True), now=NOW)
    elsewhere = make_actor("zoe", site="Airport")

    assert list(stories_for(make_actor("leo"))) == [story]
    assert list(stories_for(elsewhere)) == []
    with pytest.raises(NotPermitted, match=r"permission\.other_team"):
        story_numbered(elsewhere, story.pk)


def test_of_a_story_taken_back_no_word_is_kept_and_nobody_else_takes_it_back(agent: Actor, case: Case) -> None:
    story = tell_story(actor=agent, cases=[case], telling=PLAIN, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.theirs_alone"):
        withdraw_story(actor=make_actor("leo"), story=story, now=NOW)

    withdraw_story(actor=agent, story=story, now=NOW)

    assert list(Story.objects.values_list("title", "before", "after")) == [("", "", "")]
    assert list(Practice.objects.values_list("title", "done", "searched")) == [("", "", "")]
    with pytest.raises(NothingThere):
        story_numbered(agent, story.pk)


def test_nobody_agrees_for_somebody_else(agent: Actor, case: Case) -> None:
    make_actor("priya")
    tell_story(actor=agent, cases=[case], telling=told("Priya called."), now=NOW)

    with pytest.raises(NotPermitted, match=r"permission\.theirs_alone"):
        answer_naming(actor=agent, naming=Naming.objects.get(), agrees=True, now=NOW)


@pytest.mark.parametrize(
    ("telling", "code"),
    [
        (Telling(title="", before="x", after="y"), "title.missing"),
        (Telling(title="x", before=" ", after="y"), "story.before_missing"),
        (Telling(title="x", before="y", after=""), "story.after_missing"),
        (Telling(title="x", before="y" * 1001, after="z"), "words.too_long"),
    ],
)
def test_a_story_has_a_title_a_before_and_an_after(agent: Actor, case: Case, telling: Telling, code: str) -> None:
    with pytest.raises(PracticeRefused, match=code):
        tell_story(actor=agent, cases=[case], telling=telling, now=NOW)
    with pytest.raises(PracticeRefused, match=r"story\.cases"):
        tell_story(actor=agent, cases=[], telling=PLAIN, now=NOW)
    assert not Story.objects.exists()

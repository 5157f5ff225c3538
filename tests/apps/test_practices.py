"""Practices: shared in one tap on one's own case, found by situation, used again with thanks, taken back any time."""

from collections.abc import Mapping

import pytest
from django.db import models

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.gestures.models import Gesture, Satisfaction, Source
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.practice.models import Practice, Reuse, SituationTag
from geste.apps.practice.nearest import Usual, likeness_of
from geste.apps.practice.refusing import NothingThere, PracticeRefused
from geste.apps.practice.selectors import practice_numbered, practices_found, practices_used_on, times_reused
from geste.apps.practice.services.reuse_practice import reuse_practice
from geste.apps.practice.services.share_practice import Shared, share_practice, withdraw_practice, word_practice
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db
HEAT: Mapping[str, object] = {"case": {"loss": "service", "severity": "spoiled"}, "stay": {"nights": 1}}
BILL: Mapping[str, object] = {"case": {"loss": "money", "severity": "small"}, "stay": {"late": {"claimed": True}}}
FAN = Shared(
    title="A fan, then a drink", done="Brought a fan up at once, then a drink.", why="Somebody came in person."
)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def over(actor: Actor, facts: Mapping[str, object], gesture: str = "drink", amount: str = "20") -> Case:
    """Return a case that is over, with what was given on it."""
    case = make_case(actor, facts=facts)
    make_gesture(actor, case, gesture, amount)
    settle_root_issue(actor=actor, case=case, state=RootIssue.FIXED, because="")
    return close_case(actor=actor, case=case, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW)


@pytest.mark.item("S0.46")
def test_one_tap_shares_what_was_done_with_the_tags_of_its_situation(agent: Actor) -> None:
    case = over(agent, HEAT)

    practice = share_practice(actor=agent, case=case, shared=FAN, now=NOW)

    assert share_practice(actor=agent, case=case, shared=FAN, now=NOW) == practice
    assert list(practice.tags.values_list("path", "word")) == [("case.loss", "service"), ("case.severity", "spoiled")]
    assert [found.pk for found in practices_found("FAN brought")] == [practice.pk]
    assert [found.pk for found in practices_found("", ("case.loss", "service"))] == [practice.pk]
    assert list(practices_found("", ("case.loss", "money"))) == []
    assert list(practices_found("nothing like it")) == []


@pytest.mark.item("S0.46")
def test_a_practice_used_again_links_the_case_and_its_author_is_told(agent: Actor) -> None:
    practice = share_practice(actor=agent, case=over(agent, HEAT), shared=FAN, now=NOW)
    colleague = make_actor("leo")
    case = make_case(colleague, facts=HEAT)

    reuse = reuse_practice(actor=colleague, case=case, practice=practice, now=NOW)

    assert reuse_practice(actor=colleague, case=case, practice=practice, now=NOW) == reuse
    assert practices_used_on(case) == [practice]
    assert [row.payload for row in EventRow.objects.filter(name="practice.PracticeReused")] == [{"reuse_id": reuse.pk}]
    assert times_reused(agent, practice) == 1
    assert times_reused(colleague, practice) is None


def test_using_ones_own_again_thanks_nobody(agent: Actor) -> None:
    case = over(agent, HEAT)
    practice = share_practice(actor=agent, case=case, shared=FAN, now=NOW)

    reuse_practice(actor=agent, case=make_case(agent), practice=practice, now=NOW)

    assert times_reused(agent, practice) == 0
    assert not EventRow.objects.filter(name="practice.PracticeReused").exists()
    with pytest.raises(PracticeRefused, match=r"practice\.same_case"):
        reuse_practice(actor=agent, case=case, practice=practice, now=NOW)


@pytest.mark.item("S0.46")
def test_what_is_withdrawn_is_gone_with_every_word(agent: Actor) -> None:
    practice = share_practice(actor=agent, case=over(agent, HEAT), shared=FAN, now=NOW)
    case = make_case(agent)
    reuse_practice(actor=agent, case=case, practice=practice, now=NOW)

    withdraw_practice(actor=agent, practice=practice, now=NOW)

    kept = Practice.objects.get()
    assert (kept.title, kept.done, kept.why, kept.searched, kept.is_named) == ("", "", "", "", False)
    assert not SituationTag.objects.exists()
    assert practices_used_on(case) == []
    assert likeness_of(case, actor=agent, now=NOW).told is None
    with pytest.raises(NothingThere):
        practice_numbered(practice.pk)


def test_a_practice_names_nobody_who_did_not_agree(agent: Actor) -> None:
    case = over(agent, HEAT)
    make_actor("priya")
    for words, code in (("Mr LEE liked it.", "words.name_customer"), ("Ask Priya first.", "words.name_colleague")):
        with pytest.raises(PracticeRefused, match=code):
            share_practice(actor=agent, case=case, shared=Shared(title="A fan", done=words), now=NOW)
    with pytest.raises(PracticeRefused, match=r"words\.name_colleague"):
        share_practice(actor=agent, case=case, shared=Shared(title="As Tomas does it", done=""), now=NOW)
    assert not Practice.objects.exists()

    named = Shared(title="As Tomas does it", done="A fan.", is_named=True)
    practice = share_practice(actor=agent, case=case, shared=named, now=NOW)
    assert practice.is_named
    word_practice(actor=agent, practice=practice, shared=FAN, now=NOW)
    assert (practice.title, practice.is_named) == ("A fan, then a drink", False)


@pytest.mark.parametrize(("title", "code"), [(" ", "title.missing"), ("x" * 121, "words.too_long")])
def test_a_practice_has_a_title_of_one_line(agent: Actor, title: str, code: str) -> None:
    with pytest.raises(PracticeRefused, match=code):
        share_practice(actor=agent, case=over(agent, HEAT), shared=Shared(title=title, done=""), now=NOW)


def test_only_whoever_worked_on_a_case_shares_it_and_only_they_change_it(agent: Actor) -> None:
    case, colleague = over(agent, HEAT), make_actor("leo")
    with pytest.raises(NotPermitted, match=r"permission\.own_case_only"):
        share_practice(actor=colleague, case=case, shared=FAN, now=NOW)
    practice = share_practice(actor=agent, case=case, shared=FAN, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.theirs_alone"):
        word_practice(actor=colleague, practice=practice, shared=FAN, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.theirs_alone"):
        withdraw_practice(actor=colleague, practice=practice, now=NOW)


@pytest.mark.item("S0.32")
def test_the_nearest_cases_say_what_was_done_and_what_came_of_it_and_differ_when_facts_do(agent: Actor) -> None:
    for _ in range(3):
        over(agent, HEAT)
    for _ in range(3):
        over(agent, BILL, "credit", "45")
    heard = Heard(key="heard-it", satisfaction=Satisfaction.SATISFIED, source=Source.CUSTOMER_REPLY, words="Lovely.")
    for number, gesture in enumerate(Gesture.objects.filter(what="drink").order_by("pk")):
        word = Heard(**{**{name: getattr(heard, name) for name in heard.__slots__}, "key": f"heard-it-{number}"})
        note_feedback(actor=agent, decision_id=gesture.decision_id, heard=word, now=NOW)

    hot = likeness_of(make_case(agent, facts=HEAT), actor=agent, now=NOW).examples
    billed = likeness_of(make_case(agent, facts=BILL), actor=agent, now=NOW).examples

    assert [(one.what, one.outcome, one.satisfaction) for one in hot] == [
        (("drink",), "fixed_with_gesture", "satisfied")
    ] * 3
    assert [(one.what, one.satisfaction) for one in billed] == [(("credit",), "")] * 3
    assert all(one.reasons for one in (*hot, *billed))


def test_without_a_past_there_are_no_examples_and_without_likeness_no_tip(agent: Actor) -> None:
    case = make_case(agent, facts=HEAT)
    assert likeness_of(case, actor=agent, now=NOW).examples == ()

    share_practice(actor=agent, case=over(agent, BILL, "credit", "45"), shared=FAN, now=NOW)

    assert likeness_of(case, actor=agent, now=NOW).told is None
    assert likeness_of(make_case(agent), actor=agent, now=NOW).examples == ()


@pytest.mark.item("S0.31")
def test_a_practice_stands_first_in_a_case_like_its_own(agent: Actor) -> None:
    practice = share_practice(actor=agent, case=over(agent, HEAT), shared=FAN, now=NOW)
    over(agent, BILL, "credit", "45")

    told = likeness_of(make_case(make_actor("leo"), facts=HEAT), actor=agent, now=NOW).told

    assert told is not None
    assert told.practice == practice
    assert told.reasons


@pytest.mark.item("S0.21")
def test_what_like_cases_received_is_a_range_and_gives_nothing_by_itself(agent: Actor) -> None:
    for amount in ("10", "20", "30", "40", "50"):
        over(agent, HEAT, "drink", amount)
    over(agent, BILL, "credit", "300")
    case = make_case(agent, facts=HEAT)
    before = Gesture.objects.count()

    usual = likeness_of(case, actor=agent, now=NOW).usual

    assert usual == (Usual("drink", 5, 2000, 4000),)
    practice = share_practice(actor=agent, case=Case.objects.order_by("pk")[0], shared=FAN, now=NOW)
    reuse_practice(actor=agent, case=case, practice=practice, now=NOW)
    assert Gesture.objects.count() == before


def test_cases_of_another_site_are_no_examples(agent: Actor) -> None:
    over(agent, HEAT)
    stranger = make_actor("leo", site="Airport")

    assert likeness_of(make_case(stranger, facts=HEAT), actor=stranger, now=NOW).examples == ()


def test_nothing_here_counts_or_pays_anybody() -> None:
    numbers = {
        f"{model.__name__}.{field.name}"
        for model in (Practice, Reuse, SituationTag)
        for field in model._meta.get_fields()
        if isinstance(field, models.IntegerField | models.DecimalField | models.FloatField)
    }

    assert numbers == {"Practice.id", "Reuse.id", "SituationTag.id"}

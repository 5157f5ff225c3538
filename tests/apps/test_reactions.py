"""Reactions: a first word is owed to whoever dared, is looked at before it goes, and is put right where it hurt."""

from datetime import datetime, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import DutyKind
from geste.apps.pledges.ports import reaction_times
from geste.apps.reviews.guarding import ThinkAgain, remarks_counted
from geste.apps.reviews.models import CommentFlag, Reaction, Remarked
from geste.apps.reviews.models.reaction import After
from geste.apps.reviews.owed import (
    RepairsCounted,
    balance_of_team,
    median_days,
    only_criticised,
    reactions_owed,
    repairs_counted,
    repairs_owed,
    words_for,
)
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.services.flag_comment import flag_reaction
from geste.apps.reviews.services.react import react
from geste.apps.reviews.services.repair_comment import MadeGood, repair_comment
from geste.apps.reviews.strata import Interest
from geste.core.reviews.balance import Balance
from tests.apps.reviewing import HARSH_WORDS, KIND_WORDS, act_first, said, somebody
from tests.make import CHARTER, NOW, SYDNEY, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db
BENDABLE = """
bendable:
  checkout:
    name: {{en: Late check-out, fr: Départ tardif}}
    says: {{en: Check-out is at 11., fr: Départ à 11 h.}}
    for: [reception]
"""
SORRY = MadeGood(apology="That was unfair of me.", restated="Whoever decides in good faith is backed here.")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def manager(agent: Actor) -> Actor:
    return somebody("nadia", DutyKind.MANAGER)


@pytest.fixture
def decision(agent: Actor) -> DecisionRecord:
    return act_first(agent)


def team_of(manager: Actor) -> int:
    assert manager.team_id is not None
    return manager.team_id


@pytest.mark.item("S2.15")
def test_a_first_word_is_owed_within_three_working_days(agent: Actor, manager: Actor, decision: DecisionRecord) -> None:
    (owed,) = reactions_owed(manager, now=NOW)
    assert (owed.gesture.decision, owed.interest) == (decision, Interest.ACT_FIRST)
    # NOW is a Thursday: Friday, Monday, Tuesday.
    assert owed.due_at == datetime(2026, 5, 20, tzinfo=SYDNEY)
    assert not owed.is_late

    (late,) = reactions_owed(manager, now=owed.due_at)
    assert late.is_late

    react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW)
    assert reactions_owed(manager, now=NOW) == []


def test_what_dared_nothing_is_owed_nothing_and_what_went_above_the_trust_line_is(agent: Actor, manager: Actor) -> None:
    make_gesture(agent, make_case(agent), "credit", "50")
    above = make_gesture(agent, make_case(agent), "credit", "51")

    assert [(owed.gesture, owed.interest) for owed in reactions_owed(manager, now=NOW)] == [
        (above, Interest.ABOVE_TRUST_LINE)
    ]


def test_only_the_manager_of_the_team_has_the_list(agent: Actor, decision: DecisionRecord) -> None:
    for kind in (DutyKind.LEADER, DutyKind.REVIEWER, DutyKind.COACH):
        assert reactions_owed(somebody(kind.value, kind), now=NOW) == []


@pytest.mark.item("S2.16")
def test_a_harsh_word_is_remarked_on_and_goes_when_it_is_meant(manager: Actor, decision: DecisionRecord) -> None:
    with pytest.raises(ThinkAgain) as thought:
        react(actor=manager, decision_id=decision.pk, wording=said(HARSH_WORDS), now=NOW)
    kinds = frozenset(str(remark.kind) for remark in thought.value.remarks)
    assert kinds
    assert not Reaction.objects.exists()

    wording = said(HARSH_WORDS, is_meant=True, offered=kinds)
    sent = react(actor=manager, decision_id=decision.pk, wording=wording, now=NOW)

    assert (sent.words, sent.tone) == (HARSH_WORDS, "criticism")
    assert remarks_counted(since=NOW.date()) == {After.AS_IT_WAS: len(kinds)}


@pytest.mark.item("S2.16")
def test_a_word_that_was_rewritten_backs_and_is_counted_without_a_name(
    agent: Actor, manager: Actor, decision: DecisionRecord
) -> None:
    wording = said(KIND_WORDS, offered=frozenset({"blame"}))
    react(actor=manager, decision_id=decision.pk, wording=wording, now=NOW)

    assert [(word.words, word.tone) for word in words_for(agent)] == [(KIND_WORDS, "support")]
    assert remarks_counted(since=NOW.date()) == {After.REWRITTEN: 1}
    assert {field.name for field in Remarked._meta.get_fields()} == {"id", "kind", "after", "day"}


def test_the_same_word_sent_twice_goes_once(manager: Actor, decision: DecisionRecord) -> None:
    first = react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW)

    assert react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW) == first
    assert Reaction.objects.count() == 1


def test_nobody_pats_their_own_back_and_colleagues_send_none(agent: Actor, decision: DecisionRecord) -> None:
    for actor in (agent, make_actor("leo")):
        with pytest.raises(NotPermitted):
            react(actor=actor, decision_id=decision.pk, wording=said(), now=NOW)


@pytest.mark.item("S2.16")
def test_a_word_that_hurt_is_put_right_and_counted(agent: Actor, manager: Actor, decision: DecisionRecord) -> None:
    leader = somebody("lena", DutyKind.LEADER)
    word = react(actor=manager, decision_id=decision.pk, wording=said(HARSH_WORDS, is_meant=True), now=NOW)

    flag = flag_reaction(actor=agent, reaction_id=word.pk, now=NOW)

    assert flag.due_at == datetime(2026, 5, 20, tzinfo=SYDNEY)
    assert flag_reaction(actor=agent, reaction_id=word.pk, now=NOW + timedelta(days=1)) == flag
    assert repairs_owed(manager) == repairs_owed(leader) == [flag]
    assert repairs_counted(leader, now=flag.due_at) == RepairsCounted(flagged=1, repaired=0, late=1)

    repair_comment(actor=manager, flag_id=flag.pk, made_good=SORRY, now=NOW)

    assert repairs_owed(manager) == []
    assert repairs_counted(leader, now=flag.due_at) == RepairsCounted(flagged=1, repaired=1, late=0)
    (told,) = words_for(agent)
    assert told.flag.repair.apology == "That was unfair of me."


@pytest.mark.parametrize(
    ("made_good", "code"),
    [
        (MadeGood(apology="", restated=SORRY.restated), "apology.missing"),
        (MadeGood(apology=SORRY.apology, restated=" "), "promise.missing"),
    ],
)
def test_a_repair_says_sorry_and_what_holds(
    agent: Actor, manager: Actor, decision: DecisionRecord, made_good: MadeGood, code: str
) -> None:
    word = react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW)
    flag = flag_reaction(actor=agent, reaction_id=word.pk, now=NOW)

    with pytest.raises(ReviewRefused, match=code):
        repair_comment(actor=manager, flag_id=flag.pk, made_good=made_good, now=NOW)


def test_only_whom_it_was_said_to_flags_and_only_whom_it_concerns_repairs(
    agent: Actor, manager: Actor, decision: DecisionRecord
) -> None:
    word = react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.decided_by_another"):
        flag_reaction(actor=make_actor("leo"), reaction_id=word.pk, now=NOW)
    flag = flag_reaction(actor=agent, reaction_id=word.pk, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        repair_comment(actor=agent, flag_id=flag.pk, made_good=SORRY, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        repairs_counted(manager, now=NOW)
    assert CommentFlag.objects.count() == 1


@pytest.mark.item("S2.11")
def test_the_balance_is_the_teams_from_five_people_on(agent: Actor, manager: Actor) -> None:
    people = [agent, *(make_actor(name) for name in ("ana", "leo", "kim", "zoe"))]
    decisions = [act_first(person) for person in people]
    for decision in decisions[:4]:
        react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW + timedelta(days=1))
    assert balance_of_team(manager, team_of(manager), now=NOW) is None
    assert median_days(manager, team_of(manager), now=NOW) is None

    harsh = said(HARSH_WORDS, is_meant=True)
    react(actor=manager, decision_id=decisions[4].pk, wording=harsh, now=NOW + timedelta(days=4))

    assert balance_of_team(manager, team_of(manager), now=NOW) == Balance(good=4, bad=1)
    assert median_days(manager, team_of(manager), now=NOW) == 1
    assert only_criticised(manager, team_of(manager), now=NOW) == 1
    react(actor=manager, decision_id=decisions[4].pk, wording=said(), now=NOW)
    assert only_criticised(manager, team_of(manager), now=NOW) == 0


def test_no_other_manager_nor_leader_sees_the_balance(agent: Actor, manager: Actor) -> None:
    for actor in (agent, somebody("lena", DutyKind.LEADER)):
        with pytest.raises(NotPermitted, match=r"permission\.managers_only"):
            balance_of_team(actor, team_of(manager), now=NOW)


@pytest.mark.item("S3.29", "S2.15")
def test_the_report_of_the_quarter_knows_how_long_first_words_took(agent: Actor, manager: Actor) -> None:
    decisions = [act_first(agent) for _ in range(6)]
    for days, decision in enumerate(decisions[:5], 1):
        react(actor=manager, decision_id=decision.pk, wording=said(), now=NOW + timedelta(days=days))
    react(
        actor=manager, decision_id=decisions[0].pk, wording=said("Once more: well done."), now=NOW + timedelta(days=9)
    )

    waited = reaction_times(NOW, NOW + timedelta(days=1))

    assert sorted(waited or ()) == [timedelta(days=days) for days in range(1, 6)]
    assert reaction_times(NOW + timedelta(days=1), NOW + timedelta(days=9)) == []


@pytest.mark.item("S2.15")
@pytest.mark.usefixtures("agent")
def test_a_bend_without_a_word_after_three_working_days_stands_on_the_managers_page() -> None:
    make_charter(f"{CHARTER}{BENDABLE}", version=2, effective=NOW.date())
    manager, agent = somebody("nadia", DutyKind.MANAGER), make_actor("ana")
    bend = propose(agent, make_case(agent), "checkout", now=NOW).gesture
    assert bend is not None
    (owed,) = reactions_owed(manager, now=NOW)
    assert (owed.gesture, owed.interest, owed.is_late) == (bend, Interest.BEND, False)

    assert [each.is_late for each in reactions_owed(manager, now=datetime(2026, 5, 20, tzinfo=SYDNEY))] == [True]
    assert [each.is_late for each in reactions_owed(manager, now=NOW + timedelta(days=60))] == [True]

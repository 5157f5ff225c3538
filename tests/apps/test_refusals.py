"""Refusals: every no, putting off and handing over is kept with its cause, tapped or seen; wishes may have no name."""

from datetime import UTC, datetime, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case, Outcome, RootIssue
from geste.apps.cases.selectors import same_incident
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.open_case import OpeningRefused
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.hops.models import Interruption
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.refusals.models import (
    Cause,
    Handover,
    Policy,
    Refusal,
    RefusalKind,
    SecondIncident,
    SupervisorCause,
    SupervisorRequest,
    Wish,
)
from geste.apps.refusals.noes import Powerless, Share, noes, powerlessness
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.selectors import (
    NoSuchHandover,
    first_incident_of,
    handed_to_me,
    handover_waiting,
    owner_of,
    said_so_far,
)
from geste.apps.refusals.services.hand_over import hand_over, take_up
from geste.apps.refusals.services.make_wish import Wished, make_wish
from geste.apps.refusals.services.note_refusal import Noted, note_refusal, note_supervisor_request
from geste.apps.refusals.services.open_second_incident import open_second_incident
from geste.flow import FLOW
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
SIZED = (
    CHARTER.replace("    danger:", "    second_failure: {{type: yes_no, from: agent, assume: no}}\n    danger:")
    + "sizing: {{loss: stay.price}}\n"
)


@pytest.fixture
def agent() -> Actor:
    make_charter(SIZED)
    return make_actor("lea")


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent, facts={"stay": {"price": "390"}})


def no(agent: Actor, case: Case, **noted: object) -> Refusal:
    said = Noted(**{"kind": RefusalKind.REFUSED, **noted})  # type: ignore[arg-type]
    return note_refusal(actor=agent, case=case, noted=said, now=NOW)


def handed_on() -> None:
    hand_on_events(flow=FLOW, now=LATER)


@pytest.mark.item("S2.9")
def test_one_tap_reads_cause_and_line_off_what_was_declined_and_the_value_off_the_facts(
    agent: Actor, case: Case
) -> None:
    decision = propose(agent, case, "credit", "700").decision

    refusal = no(agent, case)

    assert (refusal.cause, refusal.clause, refusal.decision) == (Cause.BEYOND_CAP, "credit.cap", decision)
    assert (refusal.value, refusal.currency, refusal.is_tapped) == (39000, "AUD", True)


@pytest.mark.item("S2.9")
def test_a_value_nobody_knows_is_not_made_up(agent: Actor) -> None:
    assert no(agent, make_case(agent)).value is None


@pytest.mark.item("S0.11")
def test_a_policy_is_named_once_and_picked_from_then_on(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "700")
    first = no(agent, case, policy="No vouchers in  December")
    again = no(agent, make_case(agent), policy="no vouchers in december")

    assert first.policy == again.policy == Policy.objects.get()
    assert (first.cause, first.clause) == (Cause.NO_AUTHORITY, "")
    with pytest.raises(NoteRefused, match=r"policy\.too_long"):
        no(agent, case, policy="x" * 121)


@pytest.mark.parametrize(
    ("gesture", "amount", "facts", "cause"),
    [
        ("credit", "700", {}, Cause.BEYOND_CAP),
        ("keys", None, {}, Cause.NON_NEGOTIABLE),
        ("credit", "7", {"case": {"danger": True}}, Cause.NON_NEGOTIABLE),
        ("note", "5", {}, Cause.NO_AUTHORITY),
    ],
)
def test_a_declined_decision_is_a_no_without_any_tap(
    agent: Actor, gesture: str, amount: str | None, facts: dict[str, object], cause: Cause
) -> None:
    decision = propose(agent, make_case(agent, facts=facts), gesture, amount).decision
    handed_on()
    handed_on()

    refusal = Refusal.objects.get()
    assert (refusal.cause, refusal.clause, refusal.what) == (cause, decision.clause, gesture)
    assert (refusal.is_tapped, refusal.said_by_id) == (False, agent.user_id)


def test_a_fact_to_find_out_is_no_no(agent: Actor, case: Case) -> None:
    assert propose(agent, case, "fee").decision.authority == "unknown"
    handed_on()

    assert Refusal.objects.count() == 0


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (Outcome.DECLINED_WITH_ALTERNATIVE, RefusalKind.REFUSED),
        (Outcome.NO_OPTION, RefusalKind.REFUSED),
        (Outcome.LEFT, RefusalKind.DEFLECTED),
        (Outcome.HANDED_OVER, RefusalKind.HANDED_OVER),
        (Outcome.FIXED, None),
        (Outcome.HEARD, None),
    ],
)
def test_how_a_case_ended_is_kept_if_nobody_said(
    agent: Actor, case: Case, outcome: Outcome, kind: RefusalKind | None
) -> None:
    settle_root_issue(actor=agent, case=case, state=RootIssue.FIXED)
    close_case(actor=agent, case=case, outcome=outcome, now=NOW)
    handed_on()

    assert [refusal.kind for refusal in Refusal.objects.all()] == ([] if kind is None else [kind])


def test_what_was_tapped_is_not_kept_again_at_the_end(agent: Actor, case: Case) -> None:
    no(agent, case, kind=RefusalKind.DEFLECTED, cause=Cause.OVERLOAD)
    close_case(actor=agent, case=case, outcome=Outcome.LEFT, now=NOW)
    handed_on()

    assert Refusal.objects.get().cause == Cause.OVERLOAD


@pytest.mark.item("S0.10", "S0.9")
def test_requests_for_a_superior_and_hand_overs_are_two_counts_with_causes_and_lines(agent: Actor) -> None:
    cases = [make_case(agent) for _ in range(10)]
    grace = User.objects.get(username="grace")
    for case in cases[:2]:
        propose(agent, case, "credit", "700")
        note_supervisor_request(actor=agent, case=case, cause=SupervisorCause.BEYOND_CAP, now=NOW)
    note_supervisor_request(actor=agent, case=cases[1], cause=SupervisorCause.DISTRUST, now=NOW)
    note_supervisor_request(
        actor=agent, case=cases[2], cause=SupervisorCause.NO_AUTHORITY, policy="No vouchers", now=NOW
    )
    note_supervisor_request(actor=agent, case=cases[3], cause=SupervisorCause.CUSTOMERS_WISH, now=NOW)
    hand_over(actor=agent, case=cases[9], to=grace.pk, cause=Cause.OVERLOAD, word="", now=NOW)

    found = noes(agent, at=LATER)

    assert found.cases == 10
    assert found.asked_for_superior == Share(4, 10)
    assert found.handed_over == Share(1, 10)
    assert found.avoidable == Share(3, 5)
    assert found.causes == (
        ("beyond_cap", 2),
        ("customers_wish", 1),
        ("distrust", 1),
        ("no_authority", 1),
    )
    assert [(block.clause, block.policy, block.times) for block in found.superior_blocks] == [
        ("credit.cap", "", 2),
        ("", "No vouchers", 1),
    ]
    assert [request.clause for request in SupervisorRequest.objects.filter(cause="distrust")] == [""]


@pytest.mark.item("S0.11")
def test_each_line_that_blocks_has_its_days_and_the_value_that_is_known(agent: Actor, case: Case) -> None:
    no(agent, case, policy="No vouchers")
    no(agent, make_case(agent), policy="No vouchers")

    (block,) = noes(agent, at=LATER).blocks

    assert (block.policy, block.clause, block.days) == ("No vouchers", "", [NOW.date(), NOW.date()])
    assert (block.value, block.unknown) == ({"AUD": 39000}, 1)


def test_what_nobody_tapped_shows_and_a_no_that_became_a_yes_is_none(agent: Actor) -> None:
    told, untold, after_all = (make_case(agent) for _ in range(3))
    no(agent, told)
    propose(agent, untold, "credit", "700")
    propose(agent, after_all, "credit", "700")
    propose(agent, after_all, "credit", "700", act_first=True, note="She cannot wait.")
    handed_on()

    found = noes(agent, at=LATER)

    assert found.refused == Share(2, 3)
    assert found.tapped == Share(1, 2)


def test_few_cases_give_no_share(agent: Actor) -> None:
    assert Share(1, 4).basis_points is None
    assert Share(1, 5).basis_points == 2000


@pytest.mark.item("S4.32")
def test_somebody_always_has_the_case_and_everything_said_goes_with_it(agent: Actor, case: Case) -> None:
    nadia = make_actor("nadia")
    propose(agent, case, "credit", "700")
    propose(agent, case, "note")
    assert owner_of(case).username == "lea"

    handover = hand_over(
        actor=agent, case=case, to=nadia.user_id, cause=Cause.DID_NOT_KNOW, word="She waits in the lobby.", now=NOW
    )

    assert owner_of(case).username == "lea"
    assert handed_to_me(nadia) == [handover]
    said = said_so_far(handover.case)
    assert (said.words, said.facts) == ("It is hot in my room.", {"stay": {"price": "390"}})
    assert [declined.clause for declined in said.declined] == ["credit.cap"]
    assert [given.what for given in said.promised] == ["note"]
    assert handover.refusal.kind == RefusalKind.HANDED_OVER
    take_up(actor=nadia, number=handover.pk, now=LATER)
    take_up(actor=nadia, number=handover.pk, now=LATER + timedelta(hours=1))
    assert owner_of(case).username == "nadia"
    assert Handover.objects.get().taken_up_at == LATER
    assert handed_to_me(nadia) == []
    assert handover_waiting(case) is None


def test_a_case_is_handed_once_to_somebody_who_may_see_it(agent: Actor, case: Case) -> None:
    nadia, leo = make_actor("nadia"), make_actor("leo", site="Airport")
    for other in (agent, leo):
        with pytest.raises(NoteRefused, match=r"handover\.nobody"):
            hand_over(actor=agent, case=case, to=other.user_id, cause=Cause.OVERLOAD, word="", now=NOW)
    with pytest.raises(NoteRefused, match=r"word\.too_long"):
        hand_over(actor=agent, case=case, to=nadia.user_id, cause=Cause.OVERLOAD, word="x" * 301, now=NOW)
    handover = hand_over(actor=agent, case=case, to=nadia.user_id, cause=Cause.OVERLOAD, word="", now=NOW)
    with pytest.raises(NoteRefused, match=r"handover\.waiting"):
        hand_over(actor=agent, case=case, to=nadia.user_id, cause=Cause.OVERLOAD, word="", now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.handed_to_another"):
        take_up(actor=agent, number=handover.pk, now=NOW)
    with pytest.raises(NoSuchHandover):
        take_up(actor=leo, number=handover.pk, now=NOW)


@pytest.mark.item("S0.1")
def test_handing_over_to_a_leader_is_an_interruption_from_taking_up_to_the_end(agent: Actor, case: Case) -> None:
    grace = actor_for(User.objects.get(username="grace"))
    handover = hand_over(actor=agent, case=case, to=grace.user_id, cause=Cause.BEYOND_CAP, word="", now=NOW)
    row = Interruption.objects.get()
    assert (row.is_of_a_leader, row.called_at, row.started_at) == (True, NOW, None)

    take_up(actor=grace, number=handover.pk, now=NOW + timedelta(minutes=2))
    close_case(actor=grace, case=case, outcome=Outcome.HEARD, now=NOW + timedelta(minutes=9))
    handed_on()

    row.refresh_from_db()
    assert (row.whom_id, row.started_at, row.ended_at) == (
        grace.user_id,
        NOW + timedelta(minutes=2),
        NOW + timedelta(minutes=9),
    )


def test_a_colleague_is_not_interrupted_a_manager_is_and_is_no_leader(agent: Actor, case: Case) -> None:
    grace, nadia = actor_for(User.objects.get(username="grace")), make_actor("nadia")
    hand_over(actor=agent, case=case, to=nadia.user_id, cause=Cause.OVERLOAD, word="", now=NOW)
    assert Interruption.objects.count() == 0
    team = User.objects.get(username="lea").team
    give_duty(actor=grace, username="nadia", kind=DutyKind.MANAGER, team=team, now=NOW)

    hand_over(actor=agent, case=make_case(agent), to=nadia.user_id, cause=Cause.OVERLOAD, word="", now=NOW)

    assert not Interruption.objects.get().is_of_a_leader


@pytest.mark.item("S0.33")
def test_an_anonymous_wish_has_no_author_no_place_and_no_hour_anywhere(agent: Actor) -> None:
    wish = make_wish(
        actor=agent,
        wished=Wished(words="Say yes to a late check-out.", policy="Check-out at 11", is_anonymous=True),
        now=NOW,
    )

    day = NOW.replace(hour=0, minute=0)
    assert (wish.said_by, wish.site, wish.said_on) == (None, None, NOW.date())
    assert EventRow.objects.get(name="refusals.WishMade").at == day
    assert Policy.objects.get().named_at == day
    assert {field.name for field in Wish._meta.get_fields() if field.concrete} == {
        *("id", "words", "touchpoint", "clause", "policy", "said_on", "said_by", "site")
    }


def test_a_wish_with_a_name_keeps_it(agent: Actor) -> None:
    wish = make_wish(actor=agent, wished=Wished(words="  More   time. "), now=NOW)

    assert (wish.words, wish.said_by_id, wish.site_id) == ("More time.", agent.user_id, agent.site_id)


@pytest.mark.parametrize(
    ("wished", "code"),
    [
        (Wished(words=" "), "wish.missing"),
        (Wished(words="x" * 201), "wish.too_long"),
        (Wished(words="x", touchpoint="x" * 61), "wish.too_long"),
    ],
)
def test_a_wish_is_one_line(agent: Actor, wished: Wished, code: str) -> None:
    with pytest.raises(NoteRefused, match=code):
        make_wish(actor=agent, wished=wished, now=NOW)


@pytest.mark.item("S0.33")
def test_powerlessness_is_told_of_a_rule_from_five_wishes_on(agent: Actor) -> None:
    for number in range(5):
        assert powerlessness(at=LATER) == ()
        wished = Wished(words=f"Wish {number}", policy="Check-out at 11", is_anonymous=number % 2 == 0)
        make_wish(actor=agent, wished=wished, now=NOW)
        make_wish(actor=agent, wished=Wished(words="About nothing."), now=NOW)

    assert powerlessness(at=LATER) == (Powerless("Check-out at 11", "", "", 5),)
    assert powerlessness(at=NOW + timedelta(weeks=5)) == ()


@pytest.mark.item("S4.15")
def test_coming_back_about_the_handling_is_an_incident_of_its_own(agent: Actor, case: Case) -> None:
    second = open_second_incident(actor=agent, first=case, reference="C-again", words="You hung up on me.", now=LATER)
    same = open_second_incident(actor=agent, first=case, reference="C-again", words="You hung up on me.", now=LATER)

    assert same == second != case
    assert SecondIncident.objects.get().case == second
    assert first_incident_of(second) == case
    assert first_incident_of(case) is None
    assert same_incident(case) == (case.pk, second.pk)
    assert second.customer == case.customer
    assert second.facts == {"stay": {"price": "390"}, "case": {"second_failure": True}}
    assert second.root_issue == RootIssue.OPEN
    with pytest.raises(OpeningRefused, match=r"words\.missing"):
        open_second_incident(actor=agent, first=case, reference="C-empty", words=" ", now=LATER)


@pytest.mark.item("S4.17")
def test_what_the_house_discusses_holds_up_nothing_for_the_customer(agent: Actor, case: Case) -> None:
    no(agent, case, policy="No vouchers")
    note_supervisor_request(actor=agent, case=case, cause=SupervisorCause.DISTRUST, now=NOW)
    make_wish(actor=agent, wished=Wished(words="A voucher.", policy="No vouchers"), now=NOW)
    hand_over(actor=agent, case=case, to=make_actor("nadia").user_id, cause=Cause.NO_AUTHORITY, word="", now=NOW)

    assert propose(agent, case, "credit", "300").gesture is not None
    settle_root_issue(actor=agent, case=case, state=RootIssue.FIXED)
    closed = close_case(actor=agent, case=case, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW)
    assert closed.closed_at == NOW


def test_another_site_notes_nothing_here(agent: Actor, case: Case) -> None:
    leo = make_actor("leo", site="Airport")

    with pytest.raises(NotPermitted):
        no(leo, case)
    with pytest.raises(NotPermitted):
        note_supervisor_request(actor=leo, case=case, cause=SupervisorCause.DISTRUST, now=NOW)
    assert (Refusal.objects.count(), SupervisorRequest.objects.count()) == (0, 0)


def test_trials_count_nowhere(agent: Actor, case: Case) -> None:
    Case.objects.update(is_training=True)
    case.refresh_from_db()
    propose(agent, case, "credit", "700")
    close_case(actor=agent, case=case, outcome=Outcome.LEFT, now=datetime(2026, 5, 14, tzinfo=UTC))
    handed_on()
    no(agent, case)

    assert noes(agent, at=LATER).refused == Share(0, 0)
    assert Refusal.objects.count() == 1

"""Pledge report: a quarter in figures of the house, written once, countersigned; the pact; and the first weeks."""

from datetime import datetime, timedelta

import pytest
from django.db import models

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.cases.models import Case, Kind
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import DutyKind
from geste.apps.pledges import ports
from geste.apps.pledges.models import PledgeReport, Protection
from geste.apps.pledges.pact import Clause, Side, pact, self_dealing
from geste.apps.pledges.ports import tell_reaction_times
from geste.apps.pledges.quarters import bounds_of, content_of, is_as_issued, quarters_over
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import has_signed_pact, pact_signed_by
from geste.apps.pledges.services.answer_breach import answer_breach
from geste.apps.pledges.services.issue_report import countersign_report, issue_report
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.apps.pledges.services.set_start_up import set_start_up
from geste.apps.pledges.services.sign_pact import sign_pact
from geste.apps.pledges.start_up import is_for_learning_alone
from tests.make import NOW, SYDNEY, make_actor, make_case, make_charter, make_gesture, propose
from tests.pledges import on_duty, steward

pytestmark = pytest.mark.django_db(transaction=True)
JULY = datetime(2026, 7, 1, 9, 0, tzinfo=SYDNEY)
QUARTER = "2026-Q2"
NAMES = ("ana", "leo", "kim", "omar", "tomas")


def a_quarter(*people: str) -> tuple[datetime, datetime]:
    """Return the bounds of a quarter in which each of these people gave something within the charter."""
    make_charter()
    for name in people:
        actor = make_actor(name)
        make_gesture(actor, make_case(actor), "note")
    bounds = bounds_of(QUARTER, SYDNEY)
    assert bounds is not None
    return bounds


def own_case(actor: Actor) -> Case:
    """Return a case whose customer bears the name of whoever opens it."""
    opening = Opening(
        reference=f"own-{Case.objects.count()}", kind=Kind.REQUEST, words="", customer_label=f"{actor.name} ".upper()
    )
    return open_case(actor=actor, opening=opening, now=NOW)


def repaired(author: Actor, keeper: Actor) -> None:
    breach = report_breach(actor=author, telling=Telling("telling_off", "Told off at the desk."), now=NOW)
    for days, fate in ((2, "answered"), (3, "repaired")):
        moment = NOW + timedelta(days=days)
        answer_breach(actor=keeper, number=breach.pk, fate=fate, words="Put right.", now=moment)


@pytest.mark.item("S2.8", "S2.10")
def test_a_report_says_what_became_of_the_pledge_and_names_nobody() -> None:
    keeper = on_duty("ines", DutyKind.PLEDGE_KEEPER)
    since, until = a_quarter(*NAMES)
    leo = make_actor("leo")
    propose(leo, make_case(leo), "credit", "501", act_first=True, note="Her luggage was lost.")
    repaired(leo, keeper)

    content = content_of(since, until)

    none = {"received": 0, "answered": 0, "repaired": 0, "not_confirmed": 0}
    assert content == {
        "decisions": 6,
        "first": 1,
        "first_honoured": 1,
        "reports": {"job": none, "payback": none, "telling_off": {**none, "repaired": 1}},
        "repairs": 1,
        "days_to_answer": 2,
        "reaction_hours": None,
    }


def test_figures_behind_which_stand_fewer_than_five_are_none() -> None:
    since, until = a_quarter(*NAMES[:3])

    content = content_of(since, until)

    assert (content["decisions"], content["first"], content["first_honoured"]) == (None, None, None)
    assert content["reports"] == {
        promise.value: dict.fromkeys(("received", "answered", "repaired", "not_confirmed")) for promise in Protection
    }


def test_how_fast_decisions_were_answered_comes_from_whoever_counts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    since, until = a_quarter(*NAMES)
    monkeypatch.setattr(ports, "_known", [])
    assert content_of(since, until)["reaction_hours"] is None

    tell_reaction_times(lambda _since, _until: [timedelta(hours=hours) for hours in (1, 5, 6, 20, 70)])
    assert content_of(since, until)["reaction_hours"] == 6
    tell_reaction_times(lambda _since, _until: [timedelta(hours=1)] * 4)
    assert content_of(since, until)["reaction_hours"] is None


def test_a_report_is_issued_once_kept_and_countersigned_by_somebody_else() -> None:
    keeper, paul = on_duty("ines", DutyKind.PLEDGE_KEEPER), on_duty("paul", DutyKind.STAFF_REPRESENTATIVE)
    a_quarter(*NAMES)

    report = issue_report(actor=keeper, quarter=QUARTER, now=JULY)
    signed = countersign_report(actor=paul, quarter=QUARTER, remark="Seen with the team.", now=JULY)

    assert is_as_issued(report)
    assert (signed.signed_by_id, signed.remark) == (paul.user_id, "Seen with the team.")
    with pytest.raises(PledgeRefused, match=r"report\.issued"):
        issue_report(actor=keeper, quarter=QUARTER, now=JULY)
    with pytest.raises(PledgeRefused, match=r"report\.countersigned"):
        countersign_report(actor=paul, quarter=QUARTER, remark="", now=JULY)
    with pytest.raises(AlreadyWritten):
        report.save()
    models.QuerySet(PledgeReport).update(content={**report.content, "decisions": 7})
    assert not is_as_issued(PledgeReport.objects.get())


def test_who_issues_does_not_countersign_and_nobody_else_does_either() -> None:
    both = on_duty("ines", DutyKind.PLEDGE_KEEPER, DutyKind.STAFF_REPRESENTATIVE)
    a_quarter(*NAMES)
    with pytest.raises(NotPermitted, match=r"permission\.pledge_keeper_only"):
        issue_report(actor=make_actor("ana"), quarter=QUARTER, now=JULY)

    issue_report(actor=both, quarter=QUARTER, now=JULY)

    with pytest.raises(NotPermitted, match=r"permission\.own_report"):
        countersign_report(actor=both, quarter=QUARTER, remark="", now=JULY)
    with pytest.raises(NotPermitted, match=r"permission\.staff_representative_only"):
        countersign_report(actor=steward(), quarter=QUARTER, remark="", now=JULY)


@pytest.mark.parametrize(("quarter", "code"), [("2026-Q5", "report.no_quarter"), ("2026-Q3", "report.not_over")])
def test_a_quarter_is_one_that_is_over(quarter: str, code: str) -> None:
    with pytest.raises(PledgeRefused, match=code):
        issue_report(actor=on_duty("ines", DutyKind.PLEDGE_KEEPER), quarter=quarter, now=JULY)
    assert quarters_over(JULY) == ["2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3"]
    assert bounds_of("2025-Q4", SYDNEY) == (
        datetime(2025, 10, 1, tzinfo=SYDNEY),
        datetime(2026, 1, 1, tzinfo=SYDNEY),
    )


@pytest.mark.item("S0.53")
def test_the_pact_has_two_sides_and_each_promise_is_kept_or_not() -> None:
    keeper = on_duty("ines", DutyKind.PLEDGE_KEEPER)
    since, until = a_quarter(*NAMES)
    repaired(make_actor("ana"), keeper)

    sides = {clause.name: clause for clause in pact(since, until)}

    assert sides["trust"] == Clause(Side.LEADERS, "trust", 5, 0)
    assert sides["telling_off"] == Clause(Side.LEADERS, "telling_off", 4, 1)
    assert sides["payback"] == Clause(Side.LEADERS, "payback", 5, 0)
    assert sides["answers"] == Clause(Side.LEADERS, "answers", 1, 0)
    assert sides["use"] == Clause(Side.EVERYBODY, "use", 5, 0)
    assert sides["share"] == Clause(Side.EVERYBODY, "share", None, None)


@pytest.mark.item("S0.53")
def test_a_gift_to_oneself_is_looked_for_among_leaders_exactly_as_among_others() -> None:
    since, until = a_quarter(*NAMES)
    sophie, ana = on_duty("sophie", DutyKind.LEADER), make_actor("ana")
    for actor in (sophie, ana, ana):
        make_gesture(actor, own_case(actor), "drink", "20")
    make_gesture(ana, own_case(ana), "note")
    make_gesture(ana, make_case(ana, facts={"stay": {"nights": 2, "price": "90"}}), "refund")
    make_gesture(ana, make_case(ana), "credit", "30")

    found = self_dealing(since, until)

    assert (found.by_leaders, found.by_others, found.looked_at, found.is_told_apart) == (1, 2, 4, False)
    assert Clause(Side.EVERYBODY, "no_gift_to_self", 1, 3) in pact(since, until)


@pytest.mark.item("S0.53")
def test_both_sides_sign_and_nobody_sees_who_of_the_people_has() -> None:
    ana = make_actor("ana")

    sign_pact(actor=ana, now=NOW)
    sign_pact(actor=ana, now=NOW)

    assert (has_signed_pact(ana), has_signed_pact(make_actor("kim"))) == (True, False)
    assert pact_signed_by() == (1, 2)


@pytest.mark.item("S0.28")
def test_the_first_weeks_of_a_house_and_the_first_decisions_of_a_person_know_no_fault() -> None:
    make_charter()
    ana, leo = make_actor("ana"), make_actor("leo")
    for days in (0, 59, 61, 62, 63):
        make_gesture(ana, make_case(ana), "note", now=NOW + timedelta(days=days))
    late = make_gesture(leo, make_case(leo), "note", now=NOW + timedelta(days=63)).decision
    set_start_up(actor=on_duty("sophie", DutyKind.LEADER), days=60, decisions=3, now=NOW)

    hers = DecisionRecord.objects.filter(decided_by=ana.user_id).order_by("decided_at")
    assert [is_for_learning_alone(decision) for decision in hers] == [True, True, True, False, False]
    assert is_for_learning_alone(late)
    with pytest.raises(PledgeRefused, match=r"start_up\.days"):
        set_start_up(actor=on_duty("sophie", DutyKind.LEADER), days=366, decisions=3, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        set_start_up(actor=ana, days=0, decisions=0, now=NOW)

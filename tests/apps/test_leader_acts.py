"""Leader acts: what leaders did themselves counts once somebody else has confirmed it."""

from datetime import date, timedelta

import pytest

from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import DutyKind
from geste.apps.pledges.acts import counted_acts, latest_acts
from geste.apps.pledges.models import ActKind, LeaderAct
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.log_act import Done, confirm_act, log_act
from tests.make import NOW, make_actor
from tests.pledges import on_duty

pytestmark = pytest.mark.django_db(transaction=True)
SINCE, UNTIL = NOW - timedelta(days=30), NOW + timedelta(days=1)
DESK = Done("frontline", "Friday evening at reception", NOW.date(), 4)


@pytest.mark.item("S3.28")
def test_an_act_counts_only_once_somebody_else_has_confirmed_it() -> None:
    sophie, ana = on_duty("sophie", DutyKind.LEADER), make_actor("ana")
    act = log_act(actor=sophie, done=DESK, now=NOW)
    log_act(actor=sophie, done=Done("mistake_shared", "I promised a room twice.", NOW.date(), 7), now=NOW)

    assert counted_acts(SINCE, UNTIL).hours == 0
    with pytest.raises(NotPermitted, match=r"permission\.own_act"):
        confirm_act(actor=sophie, act=act, now=NOW)
    confirm_act(actor=ana, act=act, now=NOW)
    with pytest.raises(PledgeRefused, match=r"act\.confirmed"):
        confirm_act(actor=make_actor("kim"), act=act, now=NOW)

    counted = counted_acts(SINCE, UNTIL)
    assert (counted.hours, counted.by_kind) == (4, {**dict.fromkeys(ActKind, 0), ActKind.FRONTLINE: 1})
    assert [(it.kind, it.hours, it.confirmed_by_id) for it in latest_acts(ana)] == [
        ("mistake_shared", None, None),
        ("frontline", 4, ana.user_id),
    ]
    assert counted_acts(SINCE - timedelta(days=60), SINCE).hours == 0


@pytest.mark.parametrize(
    ("done", "code"),
    [
        (Done("golf", "Played with a supplier", NOW.date()), "act.no_kind"),
        (Done("bend_backed", " ", NOW.date()), "act.missing"),
        (Done("bend_backed", "a" * 201, NOW.date()), "act.too_long"),
        (Done("frontline", "At the desk", NOW.date()), "act.hours"),
        (Done("frontline", "At the desk", NOW.date(), 25), "act.hours"),
        (Done("rule_retired", "No more stamps", date(2026, 5, 15)), "act.later"),
    ],
)
def test_an_act_is_one_that_somebody_could_have_seen(done: Done, code: str) -> None:
    with pytest.raises(PledgeRefused, match=code):
        log_act(actor=on_duty("sophie", DutyKind.LEADER), done=done, now=NOW)
    assert not LeaderAct.objects.exists()


def test_only_those_who_lead_or_manage_log_acts() -> None:
    for outsider in (make_actor("ana"), on_duty("paul", DutyKind.STAFF_REPRESENTATIVE)):
        with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
            log_act(actor=outsider, done=DESK, now=NOW)

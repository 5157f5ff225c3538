"""Bends: a rule bent is an object; a local variant holds in its place, for its time, and ends by itself."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.hops.bending import received, variants_over
from geste.apps.hops.models import Bend, LocalVariant
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.services.bend_rule import Declared, bend_under, declare_variant, end_variant, note_bend
from geste.apps.people.models import DutyKind, Site, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.flow import FLOW
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, propose, take_back

pytestmark = pytest.mark.django_db

BENDABLE = (
    CHARTER
    + """
bendable:
  checkout:
    name: {{en: Late check-out, fr: Départ tardif}}
    says: {{en: Check-out is at 11., fr: Départ à 11 h.}}
    for: [reception]
"""
)
HOUR = timedelta(hours=1)


@pytest.fixture
def agent() -> Actor:
    make_charter(BENDABLE)
    return make_actor("lea")


@pytest.fixture
def leader(agent: Actor) -> Actor:
    steward = actor_for(User.objects.get(username="grace"))
    give_duty(actor=steward, username="grace", kind=DutyKind.LEADER, now=NOW)
    return steward


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


def declare(leader: Actor, **scope: object) -> LocalVariant:
    declared = Declared(rule="checkout", because="The storm.", since=NOW, until=NOW + HOUR, **scope)  # type: ignore[arg-type]
    return declare_variant(actor=leader, declared=declared, now=NOW)


@pytest.mark.item("S0.20")
def test_a_bend_says_which_rule_how_far_why_and_for_how_long(agent: Actor, case: Case) -> None:
    gesture = propose(agent, case, "checkout", note="Their flight is at six.").gesture
    assert gesture is not None

    note_bend(actor=agent, gesture_id=gesture.pk, how_far="Until 14:00", lasts_until=NOW + HOUR, now=NOW)
    hand_on_events(flow=FLOW, now=NOW + HOUR)

    bend = Bend.objects.get()
    assert (bend.rule, bend.how_far, bend.lasts_until, bend.variant) == ("checkout", "Until 14:00", NOW + HOUR, None)
    assert bend.gesture.note == "Their flight is at six."
    assert EventRow.objects.filter(name="hops.RuleBent").count() == 1


def test_a_bend_nobody_described_is_kept_all_the_same_but_not_one_taken_back(agent: Actor, case: Case) -> None:
    kept = make_gesture(agent, case, "checkout")
    back = make_gesture(agent, make_case(agent), "checkout")
    take_back(agent, back, now=NOW)
    for _ in range(2):
        hand_on_events(flow=FLOW, now=NOW + HOUR)

    assert [bend.gesture for bend in Bend.objects.all()] == [kept]


@pytest.mark.item("S0.20")
def test_a_red_line_is_not_bent(agent: Actor) -> None:
    outcome = propose(agent, make_case(agent, facts={"case": {"danger": True}}), "checkout")

    assert outcome.gesture is None
    assert outcome.decision.authority == "forbidden"
    assert [code for code, _ in outcome.decision.reasons] == ["red_line.crossed"]


def test_how_far_is_one_short_line_and_said_by_whoever_bent_it(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "checkout")

    with pytest.raises(HopRefused, match=r"how_far\.too_long"):
        note_bend(actor=agent, gesture_id=gesture.pk, how_far="x" * 81, lasts_until=None, now=NOW)
    with pytest.raises(NotPermitted):
        note_bend(actor=make_actor("nadia"), gesture_id=gesture.pk, how_far="x", lasts_until=None, now=NOW)


@pytest.mark.item("S2.20")
def test_a_variant_holds_in_its_place_and_time_only(agent: Actor, leader: Actor) -> None:
    site, other = Site.objects.get(), make_actor("leo", site="Airport")
    team = Team.objects.get(site=site)
    here, ours, everywhere = declare(leader, site=site), declare(leader, team=team), declare(leader)

    def holding(site_id: int | None, team_id: int | None, at: timedelta) -> set[LocalVariant]:
        return set(variants_over(site_id, team_id, at=NOW + at, rule="checkout"))

    assert holding(site.pk, team.pk, timedelta()) == {here, ours, everywhere}
    assert holding(site.pk, None, timedelta()) == {here, everywhere}
    assert holding(other.site_id, other.team_id, timedelta()) == {everywhere}
    assert holding(site.pk, team.pk, -timedelta(seconds=1)) == set()
    assert holding(site.pk, team.pk, HOUR) == set()


@pytest.mark.item("S2.20")
def test_under_a_variant_anybody_in_its_place_bends_the_rule_and_the_bend_says_so(leader: Actor, agent: Actor) -> None:
    trainee = make_actor("bo", role="everyone")
    case = make_case(trainee)
    assert propose(trainee, case, "checkout").decision.authority == "beyond"
    variant = declare(leader, site=Site.objects.get())

    outcome = bend_under(actor=trainee, case=case, number=variant.pk, key="bent-under-it", now=NOW)
    again = bend_under(actor=trainee, case=case, number=variant.pk, key="bent-under-it", now=NOW)

    assert outcome.gesture is not None
    assert outcome.gesture == again.gesture
    assert outcome.gesture.decision.route == "one_hop"
    hand_on_events(flow=FLOW, now=NOW + HOUR)
    assert Bend.objects.get().variant == variant
    with pytest.raises(ProposalRefused, match=r"green_light\.used"):
        bend_under(actor=trainee, case=case, number=variant.pk, key="bent-once-more", now=NOW)


def test_a_variant_that_does_not_hold_here_bends_nothing(leader: Actor, agent: Actor, case: Case) -> None:
    make_actor("leo", site="Airport")
    variant = declare(leader, site=Site.objects.get(name="Airport"))

    with pytest.raises(HopRefused, match=r"variant\.elsewhere"):
        bend_under(actor=agent, case=case, number=variant.pk, key="bent-elsewhere", now=NOW)


def test_a_variant_may_end_before_its_time(leader: Actor, agent: Actor) -> None:
    variant = declare(leader)
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        end_variant(actor=agent, number=variant.pk, now=NOW)

    end_variant(actor=leader, number=variant.pk, now=NOW + HOUR / 2)

    assert variants_over(None, None, at=NOW + HOUR / 2) == []
    assert variants_over(None, None, at=NOW + HOUR / 3) == [variant]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rule": "credit"}, "rule.not_bendable"),
        ({"because": " "}, "because.missing"),
        ({"until": NOW}, "variant.over"),
        ({"since": NOW + HOUR, "until": NOW + HOUR}, "variant.over"),
        ({"until": NOW + timedelta(days=32)}, "variant.too_long"),
    ],
)
def test_a_variant_is_of_a_bendable_rule_with_a_reason_and_an_end(
    leader: Actor, change: dict[str, object], code: str
) -> None:
    said = {"rule": "checkout", "because": "The storm.", "since": NOW, "until": NOW + HOUR, **change}

    with pytest.raises(HopRefused, match=code):
        declare_variant(actor=leader, declared=Declared(**said), now=NOW)  # type: ignore[arg-type]
    assert LocalVariant.objects.count() == 0


def test_only_a_leader_declares(agent: Actor, leader: Actor) -> None:
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        declare(agent)


def test_what_others_received_is_a_range_told_of_five_on(agent: Actor) -> None:
    for amount in (100, 20, 60, 40):
        make_gesture(agent, make_case(agent), "credit", f"{amount}", now=NOW - timedelta(days=1))
    assert received("credit", currency="AUD", at=NOW) is None
    make_gesture(agent, make_case(agent), "credit", "80", now=NOW - timedelta(days=1))

    found = received("credit", currency="AUD", at=NOW)

    assert found is not None
    assert (found.times, found.low, found.high) == (5, 4000, 8000)
    assert received("credit", currency="AUD", at=NOW + timedelta(days=90)) is None

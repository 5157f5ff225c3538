"""Drawing samples: by chance and provably so, a no like a yes, and for a reason only in the open."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from geste.apps.audit.selectors import newest_checkpoint, public_keys, size_of_log
from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import DutyKind
from geste.apps.reviews import draws
from geste.apps.reviews.draws import Disagreement, Draw, disagreements, draw_of, newest_plan, up_to_date
from geste.apps.reviews.models import Sample, SamplingPlan
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import samples_about, samples_to_review, share_of_noes
from geste.apps.reviews.services import draw_samples as drawing
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.draw_samples import draw_samples
from geste.core.reviews.sampling import WHOLE, Stratum, is_drawn
from tests.apps.reviewing import act_first, drawn, include_all, somebody
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def plan(**rates: int) -> SamplingPlan:
    """Return the plan that stands from the end of the log on."""
    whole = {each.value: rates.get(each.value, WHOLE) for each in Stratum}
    standing = SamplingPlan.objects.create(from_leaf=size_of_log(), rates=whole, made_at=NOW)
    draw_samples(now=NOW)
    return standing


@pytest.mark.item("S2.9")
def test_gift_refusal_and_act_first_are_drawn_apart(agent: Actor) -> None:
    plan(gift=0)
    gift = make_gesture(agent, make_case(agent), "credit", "390").decision
    refused = propose(agent, make_case(agent), "credit", "700").decision
    first = act_first(agent)
    include_all()

    assert draw_samples(now=NOW) == 3

    assert list(Sample.objects.order_by("pk").values_list("decision", "stratum")) == [
        (refused.pk, "refusal"),
        (first.pk, "act_first"),
    ]
    assert share_of_noes(since=NOW) == (1, 2)
    assert draw_samples(now=NOW) == 0
    assert disagreements([gift, refused, first]) == []


def test_a_draw_holds_what_one_needs_to_make_it_again(agent: Actor) -> None:
    plan()
    decision = make_gesture(agent, make_case(agent), "credit", "390").decision
    include_all()
    draw_samples(now=NOW)

    draw = draw_of(decision)

    assert draw is not None
    (sample,) = Sample.objects.all()
    assert (sample.checkpoint_size, sample.plan) == (draw.checkpoint.size, draw.plan)
    assert draw.checkpoint.text in newest_checkpoint()
    assert draw.checkpoint.origin == public_keys()[0].name
    assert draw.is_drawn == is_drawn(draw.checkpoint.root, decision.pk, WHOLE)


def test_what_was_worked_out_is_not_kept_if_others_went_on_or_made_a_plan_meanwhile(
    agent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(happens: Callable[[], object]) -> int:
        def drawn_at(decisions: Mapping[int, DecisionRecord]) -> list[Draw]:
            worked_out = draws.drawn_at(decisions)
            monkeypatch.undo()
            happens()
            return worked_out

        monkeypatch.setattr(drawing, "drawn_at", drawn_at)
        return draw_samples(now=NOW)

    plan()
    one = make_gesture(agent, make_case(agent), "credit", "390").decision
    include_all()

    assert meanwhile(lambda: draw_samples(now=NOW)) == 0
    assert list(Sample.objects.values_list("decision", flat=True)) == [one.pk]

    two = make_gesture(agent, make_case(agent), "credit", "390").decision
    include_all()
    nothing = {each.value: 0 for each in Stratum}
    assert meanwhile(lambda: SamplingPlan.objects.create(from_leaf=size_of_log() - 1, rates=nothing, made_at=NOW)) == 0
    assert draw_samples(now=NOW) == 1
    assert list(Sample.objects.values_list("decision", flat=True)) == [one.pk]
    assert disagreements([one, two]) == []


def test_nobody_knows_the_draw_before_the_checkpoint_and_no_later_one_changes_it(agent: Actor) -> None:
    plan(gift=500_000)
    decision = make_gesture(agent, make_case(agent), "credit", "390").decision
    include_all()
    before = draw_of(decision)
    for _ in range(3):
        make_gesture(agent, make_case(agent), "credit", "10")
    include_all()

    assert draw_of(decision) == before


def test_a_plan_draws_nothing_that_was_decided_before_it(agent: Actor) -> None:
    earlier = make_gesture(agent, make_case(agent), "credit", "390").decision
    plan()
    include_all()

    draw_samples(now=NOW)

    assert draw_of(earlier) is None
    assert not Sample.objects.exists()


def test_rates_once_written_stay_and_the_next_week_has_its_own(agent: Actor) -> None:
    first = plan()
    make_gesture(agent, make_case(agent), "credit", "390")
    draw_samples(now=NOW + timedelta(days=7))

    second = newest_plan()
    assert second is not None
    assert second.from_leaf > first.from_leaf
    with pytest.raises(AlreadyWritten):
        first.save()


def test_a_sample_that_chance_did_not_draw_is_found(agent: Actor) -> None:
    standing = plan(gift=0)
    decision = make_gesture(agent, make_case(agent), "credit", "390").decision
    include_all()
    draw_samples(now=NOW)
    Sample.objects.create(decision=decision, stratum="gift", plan=standing, checkpoint_size=1, drawn_at=NOW)

    (found,) = disagreements([DecisionRecord.objects.get(pk=decision.pk)])

    assert found == Disagreement(decision.pk, is_drawn=False)


def test_a_draw_for_a_reason_is_told_to_whoever_decided(agent: Actor) -> None:
    reviewer = somebody("rose", DutyKind.REVIEWER)
    decision = make_gesture(agent, make_case(agent), "credit", "390").decision

    sample = drawn(reviewer, decision)

    (told,) = samples_about(agent)
    assert (told, told.reason, told.drawn_by and told.drawn_by.display_name) == (
        sample,
        "The guest wrote to us.",
        "Rose",
    )
    assert samples_to_review(reviewer) == [sample]


def test_without_a_reason_nobody_is_drawn(agent: Actor) -> None:
    reviewer = somebody("rose", DutyKind.REVIEWER)
    decision = make_gesture(agent, make_case(agent), "credit", "390").decision

    with pytest.raises(ReviewRefused, match=r"reason\.missing"):
        draw_for_reason(actor=reviewer, decision_id=decision.pk, reason="  ", now=NOW)

    assert not Sample.objects.exists()


@pytest.mark.parametrize("kind", [DutyKind.MANAGER, DutyKind.LEADER])
def test_nobody_draws_from_their_own_line_or_without_the_duty(agent: Actor, kind: DutyKind) -> None:
    somebody_else = somebody("nadia", kind)
    decision = make_gesture(agent, make_case(agent), "credit", "390").decision

    with pytest.raises(NotPermitted):
        drawn(somebody_else, decision)


def test_every_draw_is_made_again_from_the_log(agent: Actor) -> None:
    assert up_to_date() == []
    plan(gift=500_000)
    decisions = [make_gesture(agent, make_case(agent), "credit", "10").decision for _ in range(4)]
    include_all()
    assert up_to_date() == []

    draw_samples(now=NOW)

    assert up_to_date() == decisions
    assert disagreements(up_to_date()) == []


def test_many_are_drawn_with_as_few_questions_as_one(agent: Actor) -> None:
    plan()
    for _ in range(3):
        make_gesture(agent, make_case(agent), "credit", "10")
        include_all()

    with CaptureQueriesContext(connection) as of_three:
        assert draw_samples(now=NOW) == 3
    make_gesture(agent, make_case(agent), "credit", "10")
    include_all()
    with CaptureQueriesContext(connection) as of_one:
        assert draw_samples(now=NOW) == 1

    assert len(of_three) == len(of_one)
    # Each of the three has its own checkpoint, the first over it.
    assert len({*Sample.objects.values_list("checkpoint_size", flat=True)}) == 4
    assert disagreements(up_to_date()) == []

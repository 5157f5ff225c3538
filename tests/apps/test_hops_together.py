"""Hops together: one green light gives once and one answer counts, whoever is quicker, on both databases."""

from datetime import timedelta
from functools import partial

import pytest

from geste.apps.gestures.models import Gesture, GreenLight
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.hops.models import HopAnswer, HopSilence
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.services.act_on_hop import act_on_hop
from geste.apps.hops.services.answer_hop import Said, answer_hop, notice_silences
from tests.apps.test_give_gesture_together import together
from tests.apps.test_hops import DUE, NO, ask
from tests.make import NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_green_light_gives_once_from_four_tabs() -> None:
    make_charter()
    agent = make_actor("lea")
    hop = ask(agent, make_case(agent))

    def give(key: str) -> str:
        try:
            outcome = act_on_hop(actor=agent, number=hop.pk, key=key, now=DUE)
        except ProposalRefused as refused:
            return refused.code
        return outcome.decision.route

    said = together(*(partial(give, f"tab-number-{number}") for number in range(4)))

    assert sorted(said) == ["green_light.used"] * 3 + ["one_hop"]
    assert (Gesture.objects.count(), GreenLight.objects.count(), HopSilence.objects.count()) == (1, 1, 1)


def test_two_answers_and_the_worker_make_one_answer_and_one_light() -> None:
    make_charter()
    agent, nadia, priya = make_actor("lea"), make_actor("nadia"), make_actor("priya")
    hop = ask(agent, make_case(agent))

    def answer(said: Said, who: object) -> str:
        try:
            answer_hop(actor=who, number=hop.pk, said=said, now=NOW + timedelta(seconds=30))  # type: ignore[arg-type]
        except HopRefused as refused:
            return refused.code
        return said.word

    def notice() -> str:
        return str(notice_silences(now=DUE) <= 1)

    said = together(partial(answer, Said(word="yes"), nadia), partial(answer, NO, priya), notice)

    assert sorted(said) in (["True", "hop.answered", "no_because"], ["True", "hop.answered", "yes"])
    assert HopAnswer.objects.count() == 1
    assert GreenLight.objects.count() <= 1

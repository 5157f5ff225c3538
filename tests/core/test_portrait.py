"""How somebody uses their room: what counts, what is called, what it rests on, and what others may see of it."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from geste.core.portrait.comparables import Comparables, comparables
from geste.core.portrait.opportunity import (
    Deed,
    Given,
    HandedOver,
    HandoverCause,
    NotGiven,
    Opportunity,
    OwnOpportunity,
    PeerGroup,
    Signals,
    Situation,
    rare_kinds,
)
from geste.core.portrait.pattern import Lean, Probabilities, called
from geste.core.portrait.portrait import Portrait, portrait
from geste.core.portrait.sharing import CaseNotInPortrait, SharedPortrait, SharedView, shared
from geste.core.portrait.view import Evidence

PLAIN = Signals()
HARD = Signals(repeated_failure=True, ambiguous=True, upset=True)
EASY_CASE = Situation("phone", "small", "money")
HARD_CASE = Situation("phone", "spoiled", "money")
GRAVE_CASE = Situation("phone", "ruined", "money")
NO = NotGiven("refused")
PASSED_ON = HandedOver("did_not_know")


def lived(deeds: Iterable[Deed], situation: Situation = EASY_CASE, signals: Signals = PLAIN) -> list[Opportunity]:
    return [Opportunity(situation, signals, deed) for deed in deeds]


def own(*parts: list[Opportunity]) -> list[OwnOpportunity]:
    return [OwnOpportunity(f"C-{number}", one) for number, one in enumerate(chain(*parts), 1)]


def gifts(shares: Iterable[int | None], **marks: bool) -> list[Deed]:
    return [Given(share, **marks) for share in shares]


def ordinary(typical: int, used: int = 30, met: int = 50) -> list[Deed]:
    """Thirty gifts of fifty, spread evenly from ten below what is typical to nine above."""
    return [*gifts(typical - 10 + index % 20 for index in range(used)), *[NO] * (met - used)]


def others(people: int = 8) -> Comparables:
    """Colleagues who give in three cases of five, easy or hard, and more of their room the graver the failure."""
    return comparables(
        [
            PeerGroup(people, tuple(lived(ordinary(20)))),
            PeerGroup(people, tuple(lived(ordinary(40), HARD_CASE, HARD))),
            PeerGroup(people, tuple(lived(ordinary(60), GRAVE_CASE))),
        ]
    )


def seen(*parts: list[Opportunity]) -> Portrait:
    return portrait(own(*parts), others())


@pytest.mark.item("S0.44")
@pytest.mark.parametrize("number", [0, 3, 11])
def test_below_twelve_comparable_opportunities_it_is_not_enough_yet(number: int) -> None:
    view = seen(lived([NO] * number)).headline

    assert (view.pattern, view.confidence, view.measures, view.evidence) == ("not_enough_yet", None, (), ())


@pytest.mark.item("S0.44")
def test_twelve_are_enough_where_all_say_the_same() -> None:
    assert seen(lived([NO] * 12)).headline.pattern == "not_used"


def test_with_fewer_than_forty_a_call_takes_good_confidence() -> None:
    likely = Probabilities(not_used=0.20, sparing=0.55, steady=0.25, experimenting=0, reckless=0)
    unlikely = Probabilities(not_used=0, sparing=0.45, steady=0.25, experimenting=0, reckless=0.30)

    assert [called(likely, number) for number in (39, 40)] == [("not_enough_yet", None), ("sparing", "fair")]
    assert called(unlikely, 400) == ("not_enough_yet", None)
    assert called(replace(likely, sparing=0.65, steady=0.15), 39) == ("sparing", "good")


def test_three_gifts_say_nothing_of_how_somebody_gives() -> None:
    assert seen(lived([*gifts([80] * 3), *[NO] * 17])).overall.pattern == "sparing"


@pytest.mark.item("S0.29")
def test_somebody_lucky_with_three_cases_is_told_nothing() -> None:
    found = seen(lived(gifts([100, 100, 100], rare_kind=True)))

    assert found.overall.pattern == "not_enough_yet"
    assert found.overall.tails == frozenset()


@pytest.mark.item("S0.44")
@pytest.mark.parametrize(
    ("deeds", "pattern"),
    [
        ([NO] * 14 + [PASSED_ON] * 6, "not_used"),
        ([*gifts([20] * 4), *[NO] * 16], "sparing"),
        ([*gifts([11] * 14), *[NO] * 6], "sparing"),
        ([*gifts(range(12, 26)), *[NO] * 6], "steady"),
        ([*gifts([20] * 6), *gifts([None] * 8, rare_kind=True), *[NO] * 6], "experimenting"),
        ([*gifts([80] * 14), *[NO] * 6], "reckless"),
        ([*gifts([45] * 14, root_issue_open=True), *[NO] * 6], "reckless"),
        (gifts([20] * 12 + [None] * 8, red_line=True), "reckless"),
    ],
)
def test_each_way_of_using_ones_room_is_called_by_its_name(deeds: list[Deed], pattern: str) -> None:
    assert seen(lived(deeds)).headline.pattern == pattern


def test_what_is_tried_beyond_the_charter_is_no_experiment_within_it() -> None:
    tried = gifts([20] * 6) + gifts([20] * 8, rare_kind=True, beyond_charter=True)

    assert seen(lived([*tried, *[NO] * 6])).overall.pattern == "steady"


def test_giving_much_where_the_failure_was_grave_is_not_reckless() -> None:
    found = seen(lived([*gifts([100] * 14), *[NO] * 6], GRAVE_CASE)).overall

    assert found.pattern == "steady"
    assert Lean("too_much", "size") in found.leans


@pytest.mark.item("S0.29")
def test_somebody_generous_and_somebody_stingy_are_told_by_the_same_yardstick() -> None:
    generous = seen(lived([*gifts([32] * 14), *[NO] * 6])).overall
    stingy = seen(lived([*gifts([8] * 14), *[NO] * 6])).overall

    assert (generous.leans, set(generous.tails)) == ((Lean("too_much", "size"),), {"too_much"})
    assert (stingy.leans, set(stingy.tails)) == ((Lean("too_little", "size"),), {"too_little"})
    assert (generous.pattern, stingy.pattern) == ("steady", "sparing")


def test_how_much_was_given_in_all_changes_nothing() -> None:
    """Ten times the cases, in the same way, cost ten times as much and are the same pattern."""
    week = lived([*gifts(range(12, 26)), *[NO] * 6])

    assert [seen(week * times).overall.pattern for times in (1, 10)] == ["steady", "steady"]
    assert seen(week * 10).overall.tails == frozenset()


@pytest.mark.item("S0.45")
def test_easy_cases_do_not_hide_that_hard_ones_are_avoided() -> None:
    easy = lived([*gifts(10 + index % 20 for index in range(36)), *[NO] * 24])
    found = seen(easy, lived([PASSED_ON] * 12 + [NO] * 2, HARD_CASE, HARD))

    assert found.by_difficulty[0].pattern == "steady"
    assert (found.headline.difficulty, found.headline.pattern) == ("high", "not_used")
    assert found.headline.handed_over == tuple(f"C-{number}" for number in range(61, 73))


@pytest.mark.item("S0.45")
def test_easy_cases_in_which_everything_is_given_hide_it_no_more() -> None:
    found = seen(lived(gifts([20] * 60)), lived([PASSED_ON] * 14, HARD_CASE, HARD))

    assert (found.headline.difficulty, found.headline.pattern) == ("high", "not_used")


def test_the_hardest_cases_are_named_first() -> None:
    easy = lived([*gifts(10 + index % 20 for index in range(45)), *[NO] * 15])
    found = seen(easy, lived([NO] * 14, GRAVE_CASE), lived([NO] * 14, HARD_CASE, HARD))

    assert [one.difficulty for one in found.named] == ["high", "middle"]
    assert found.headline.difficulty == "high"


def test_somebody_who_is_the_same_in_all_cases_is_told_of_all() -> None:
    found = seen(lived([NO] * 20), lived([NO] * 20, HARD_CASE, HARD))

    assert (found.named, found.headline.difficulty, found.headline.pattern) == ((), None, "not_used")


def test_too_few_hard_cases_are_not_judged_by_the_easy_ones() -> None:
    found = seen(lived([*gifts(range(10, 30)), *[NO] * 10]), lived([PASSED_ON] * 11, HARD_CASE, HARD))

    assert (found.by_difficulty[2].pattern, found.by_difficulty[2].opportunities) == ("not_enough_yet", 11)
    assert len(found.by_difficulty[2].handed_over) == 11


@pytest.mark.parametrize(
    "cause", ["beyond_cap", "no_authority", "customer_wish", "non_negotiable", "overload", "safety"]
)
def test_a_hand_over_that_was_not_the_persons_choice_does_not_count(cause: HandoverCause) -> None:
    found = seen(lived([HandedOver(cause)] * 20))

    assert found.overall.opportunities == 0
    assert len(found.set_aside.not_a_choice) == 20


@pytest.mark.parametrize("cause", ["did_not_know", "second_failure"])
def test_a_case_passed_on_within_ones_room_counts(cause: HandoverCause) -> None:
    assert seen(lived([HandedOver(cause)] * 20)).overall.pattern == "not_used"


def test_what_cannot_be_compared_does_not_count() -> None:
    found = seen(lived([NO] * 20, Situation("mail", "small", "money")))

    assert found.overall.opportunities == 0
    assert len(found.set_aside.not_comparable) == 20


def test_fewer_than_five_people_are_nobody_to_be_compared_with() -> None:
    assert portrait(own(lived([NO] * 20)), others(people=4)).overall.opportunities == 0


def test_fewer_than_ten_opportunities_are_no_comparison() -> None:
    few = comparables([PeerGroup(9, tuple(lived([NO] * 9)))])

    assert portrait(own(lived([NO] * 20)), few).overall.opportunities == 0


def test_where_others_hardly_give_it_is_a_question_for_the_charter() -> None:
    stiff = comparables([PeerGroup(8, tuple(lived([*gifts([20] * 3), *[NO] * 57])))])

    assert portrait(own(lived([NO] * 40)), stiff).overall.others_alike
    assert not seen(lived([NO] * 40)).overall.others_alike


@pytest.mark.item("S0.44")
def test_both_sides_of_the_evidence_are_told() -> None:
    found = seen(lived([*gifts([20, 8]), *[NO] * 14, *gifts([29])])).overall

    assert found.pattern == "sparing"
    assert found.evidence == (
        Evidence("evidence.not_used", tuple(f"C-{number}" for number in range(3, 17)), ("C-1", "C-2", "C-17")),
        Evidence("evidence.smaller", ("C-2",), ("C-1", "C-17")),
    )


def test_the_counts_stand_beside_what_others_would_come_to() -> None:
    use, size, experiments, heedless = seen(lived([*gifts([20] * 4), *[NO] * 16])).overall.measures

    assert (use.cases, use.of, round(use.others, 2)) == (4, 20, 0.60)
    assert use.own.low < 0.2 < use.own.high < use.others
    assert (size.of, experiments.cases, heedless.cases) == (4, 0, 0)
    assert size.own.low < size.others < size.own.high


def test_probabilities_come_to_one() -> None:
    found = seen(lived([*gifts(range(4, 34)), *[NO] * 10])).overall.probabilities

    assert found is not None
    whole = found.not_used + found.sparing + found.steady + found.experimenting + found.reckless
    assert whole == pytest.approx(1)


def test_the_rarest_kinds_make_up_a_tenth_at_most() -> None:
    given = ["refund"] * 60 + ["voucher"] * 30 + ["card"] * 6 + ["call"] * 3 + ["song"]

    assert rare_kinds(given) == {"card", "call", "song"}
    assert rare_kinds([*given, "card"]) == {"call", "song"}
    assert rare_kinds([]) == frozenset()


def types_within(annotation: Any) -> set[type]:
    """Return every plain type that a value of this type can hold, at any depth."""
    origin = get_origin(annotation)
    if origin is Literal:
        return {type(word) for word in get_args(annotation)}
    if origin in (tuple, Union, UnionType):
        return set().union(*(types_within(part) for part in get_args(annotation) if part is not Ellipsis))
    if is_dataclass(annotation):
        hints = get_type_hints(annotation)
        return set().union(*(types_within(hints[field.name]) for field in fields(annotation)))
    return {annotation}


@pytest.mark.item("S0.44")
def test_what_others_may_see_holds_no_figure() -> None:
    assert types_within(SharedPortrait) == {str, type(None)}
    assert float in types_within(Portrait)


def test_others_see_patterns_and_the_cases_their_owner_chose() -> None:
    easy = lived([*gifts(10 + index % 20 for index in range(36)), *[NO] * 24])
    found = seen(easy, lived([PASSED_ON] * 14, HARD_CASE, HARD))

    assert shared(found, ["C-61", "C-2"]) == SharedPortrait(
        (
            SharedView("high", "not_used", "high"),
            SharedView(None, "steady", "good"),
            SharedView("low", "steady", "high"),
            SharedView("middle", "not_enough_yet", None),
        ),
        ("C-61", "C-2"),
    )
    assert shared(found).cases == ()


def test_a_case_of_somebody_else_cannot_be_shown() -> None:
    with pytest.raises(CaseNotInPortrait, match="C-99"):
        shared(seen(lived([NO] * 20)), ["C-99"])


def test_one_group_is_one_situation() -> None:
    with pytest.raises(AssertionError):
        PeerGroup(5, (*lived([NO]), *lived([NO], HARD_CASE)))


def test_order_changes_nothing() -> None:
    listed = own(lived([*gifts(range(10, 30)), *[NO] * 10]), lived([PASSED_ON] * 14, HARD_CASE, HARD))
    one, other = portrait(listed, others()), portrait(listed[::-1], others())

    assert one.headline.pattern == other.headline.pattern
    assert one.overall.probabilities == other.overall.probabilities


def test_a_gift_is_heedless_only_far_above_others_and_without_regard() -> None:
    found, at = others(), EASY_CASE

    assert found.is_heedless(Given(80), at) is True
    assert found.is_heedless(Given(45), at) is False
    assert found.is_heedless(Given(45, root_issue_open=True), at) is True
    assert found.is_heedless(Given(26, root_issue_open=True), at) is False
    assert found.is_heedless(Given(15, red_line=True), at) is True
    assert found.is_heedless(Given(None), at) is None
    assert found.is_heedless(Given(120, beyond_charter=True), GRAVE_CASE) is None
    assert found.is_heedless(Given(120, beyond_charter=True, root_issue_open=True), GRAVE_CASE) is True

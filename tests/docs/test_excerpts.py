"""An excerpt is a few lines of a text, verbatim, under the names they stand under."""

import pytest

from tools import excerpts

TEXT = """\
charter: shop
facts:
  order:
    total: money
  customer:
    tier: [gold]

gestures:
  # what we send
  card: {name: Card}
  refund:
    name: Refund
    when:
      order.total: {at_least: 5}

    cap: 20
"""


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (["charter"], ["charter: shop"]),
        (["facts/customer"], ["facts:", "  customer:", "    tier: [gold]"]),
        (["gestures/card"], ["gestures:", "  card: {name: Card}"]),
        (
            ["gestures/refund/when", "facts/order"],
            [
                *("facts:", "  order:", "    total: money"),
                *("gestures:", "  refund:", "    when:", "      order.total: {at_least: 5}"),
            ],
        ),
        (
            ["gestures/refund/when/order.total"],
            ["gestures:", "  refund:", "    when:", "      order.total: {at_least: 5}"],
        ),
    ],
)
def test_parts_are_taken_by_name(names: list[str], lines: list[str]) -> None:
    assert excerpts.parts(TEXT, names).splitlines() == lines


@pytest.mark.parametrize("name", ["colour", "facts/colour", "charter/shop", "gestures/refund/order.total"])
def test_a_part_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(excerpts.ExcerptRefused):
        excerpts.parts(TEXT, [name])


@pytest.mark.parametrize(
    ("first", "last", "lines"),
    [
        (1, 1, ["charter: shop"]),
        (4, 4, ["facts:", "  order:", "    total: money"]),
        (13, 13, ["gestures:", "  refund:", "    when:", "      order.total: {at_least: 5}"]),
        (16, 16, ["gestures:", "  refund:", "    cap: 20"]),
        (12, 13, ["gestures:", "  refund:", "    name: Refund", "    when:", "      order.total: {at_least: 5}"]),
    ],
)
def test_lines_are_shown_under_their_names(first: int, last: int, lines: list[str]) -> None:
    assert excerpts.around(TEXT, first, last).splitlines() == lines


def test_code_is_told_from_words_and_kept_as_written() -> None:
    page = "Words.\n\n```yaml charter\na: 1\n\n# a comment\n```\n\n```json\n{}\n```\n"

    assert excerpts.blocks(page) == [("yaml charter", "a: 1\n\n# a comment\n"), ("json", "{}\n")]
    assert excerpts.blocks(page, "json") == [("json", "{}\n")]

"""Hostile lines: the quick way never takes in what the readable way refuses, and never answers it differently."""

import json
import random
from functools import cache
from itertools import product

import pytest

from geste.core import limits
from geste.core.decision.prepared import PreparedCharter
from geste.wire.line import Wire
from tests.core.hostile import FRAGMENTS, RAW, wild_request
from tests.core.test_hostile import GOOD, RUNNING
from tests.wire.readable import engine, readable_answer, readable_request

LINE = json.dumps(GOOD).encode()
VALUES = (
    *(
        "null",
        "true",
        "false",
        "0",
        "1",
        "-1",
        "-0",
        "2",
        "2.0",
        "2e0",
        "2E0",
        "2.5",
        "1e400",
        "-0.0",
        "01",
        "+1",
        "1.",
        ".5",
    ),
    *(
        "NaN",
        "Infinity",
        "-Infinity",
        "9223372036854775807",
        "-9223372036854775808",
        "9" * 30,
        "9" * 5_000,
        "0x10",
        "1_0",
    ),
    *(
        '""',
        '"a"',
        '"40"',
        '"40.0"',
        '"40.00"',
        '"40.000"',
        '"40.001"',
        '"40.00 AUD"',
        '"40 AUD"',
        '"40 EUR"',
        '"AUD 40"',
    ),
    *(
        '"040.00"',
        '"0.00"',
        '".50"',
        '"40."',
        '"."',
        '"-5"',
        '"-5.00"',
        '"+5.00"',
        '"5,00"',
        '"1e2"',
        '"1_0.00"',
        '" 5.00"',
    ),
    *('"5.00 "', '"5.00\\n"', '"٤٠.٠٠"', '"४०.००"', '"４０.００"', '"²0.00"', '"9999999999.99"', '"10000000000.00"'),
    *(
        '"10000000000.01"',
        '"99999999999999.99"',
        '"1.0.0"',
        '"1..00"',
        '"NaN"',
        '"Infinity"',
        '"0x10"',
        '"yes"',
        '"true"',
    ),
    *(
        '"open"',
        '"small"',
        '"money"',
        '"refund"',
        '"agent"',
        '"assistant"',
        '"everyone"',
        '"case"',
        '"month"',
        '"\\u006fpen"',
    ),
    *(
        '"2026-05-14T01:07:00Z"',
        '"2026-05-14T01:07:00"',
        '"2026-05-14"',
        '"2026-02-30T00:00:00Z"',
        '"1899-12-31T23:59:59Z"',
    ),
    *('"2026-05-14t01:07:00.123456+10:00"', '"20260514T010700Z"', '"2026-W20-4T01:07:00Z"', '"2201-01-01T00:00:00Z"'),
    *(
        '"\\ud800"',
        '"\\ude00\\ud83d"',
        '"\\ud83d\\ude00"',
        '"\\u0000"',
        '"\\u00e9"',
        '"é"',
        '"\\x"',
        '"\\u12"',
        '"a\tb"',
        "'a'",
    ),
    *(f'"{"a" * 200}"', f'"{"é" * 201}"', f'"{"🎁" * 4_000}"', f'"{"a" * 4_001}"'),
    *("{}", '{"claimed": null}', '{"claimed": 2}', '{"confirmed": 2}', '{"claimed": "40"}', '{"confirmed": "40.00"}'),
    *(
        '{"claimed": true}',
        '{"confirmed": false}',
        '{"claimed": 2, "confirmed": 2}',
        '{"claimed": 2, "confirmed": null}',
    ),
    *('{"claimed": 1, "claimed": 2}', '{"confirmed": {"claimed": 2}}', '{"claimed": 2, "else": 1}', '{"claimed": []}'),
    *('{"value": "a"}', '{"left": "7"}', '{"left": null}', '{"left": "-7.00"}', '{"nights": 2}', '{"price": "1"}'),
    *("[]", "[null]", "[1]", '["case"]', '["case", "case"]', '["case", "team", "case"]', '["space"]', "[[]]", "[{}]"),
    *('[{"status": "open"}]', '[{"status": null, "price": "5.00"}]', '[{"price": {"claimed": "5"}}]', '[{"else": 1}]'),
    *('[{"status": "open", "status": "shipped"}]', '[{"gesture": "refund", "scopes": ["case"]}]', '[{"gesture": "x"}]'),
    *('[{"gesture": "refund", "scopes": ["case"], "at": null, "amount": null}]', '[{"gesture": null, "scopes": []}]'),
    *(
        '[{"gesture": "refund", "scopes": ["case", "case"], "amount": "3.00"}]',
        '[{"gesture": "gone", "scopes": [], "amount": "3.00"}]',
        '[{"gesture": "refund", "scopes": ["case", "team"]}]',
    ),
    *('[{"gesture": "refund", "scopes": null}]', '[{"gesture": "refund", "scopes": ["customer"], "at": "yesterday"}]'),
    *("", "nul", "[1,]", "{,}", '{"a" 1}', "[" * 2_000 + "]" * 2_000, '{"a":' * 2_000 + "1" + "}" * 2_000),
)
PLACES = (
    ("id",),
    ("actor",),
    ("actor", "role"),
    ("actor", "kind"),
    ("facts",),
    ("facts", "now"),
    ("facts", "stay"),
    ("facts", "stay", "nights"),
    ("facts", "stay", "price"),
    ("facts", "stay", "at"),
    ("facts", "stay", "vip"),
    ("facts", "stay", "name"),
    ("facts", "order"),
    ("facts", "order", "lines"),
    ("facts", "case"),
    ("facts", "case", "severity"),
    ("facts", "case.severity"),
    ("standing",),
    ("standing", "given"),
    ("standing", "envelopes"),
    ("standing", "envelopes", "month"),
    ("standing", "envelopes", "month", "left"),
    ("proposal",),
    ("proposal", "gesture"),
    ("proposal", "amount"),
    ("proposal", "big"),
    ("proposal", "to"),
    ("else",),
)
"""Every kind of place in a request; the last two of the proposal's names and `else` are not declared."""


@cache
def prepared() -> PreparedCharter:
    return engine(RUNNING)


@cache
def wire() -> Wire:
    return Wire(prepared())


def is_taken_in(line: bytes) -> bool:
    """Check that a line is answered the same both ways, and return whether the quick way took it in."""
    request = wire().read(line)
    if request is None:
        assert wire().answer(line) is None
        assert wire().decide(line) is None
        return False
    assert request == readable_request(prepared(), line)
    assert wire().answer(line) == readable_answer(prepared(), line)
    return True


def spelled(value: object, place: tuple[str, ...], text: str, *, is_twice: bool) -> str:
    """Return a value as JSON with `text` at a place, instead of what is there or after it, under the same name."""
    if not isinstance(value, dict):
        return json.dumps(value)
    parts = []
    for name, inner in value.items():
        if place[:1] != (name,):
            parts.append((name, json.dumps(inner)))
        elif len(place) > 1:
            parts.append((name, spelled(inner, place[1:], text, is_twice=is_twice)))
        else:
            parts += [(name, json.dumps(inner))] * is_twice + [(name, text)]
    if len(place) == 1 and place[0] not in value:
        parts += [(place[0], text)] * (1 + is_twice)
    return "{" + ", ".join(f"{json.dumps(name)}: {part}" for name, part in parts) + "}"


@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_any_value_in_any_place_is_answered_the_same(place: tuple[str, ...]) -> None:
    for value, is_twice in product(VALUES, (False, True)):
        is_taken_in(spelled(GOOD, place, value, is_twice=is_twice).encode("utf-8", "surrogatepass"))


def test_a_name_that_stands_twice_says_what_it_says_last() -> None:
    line = spelled(GOOD, ("proposal", "amount"), '"35.00"', is_twice=True).encode()

    request = wire().read(line)

    assert request is not None
    assert request.proposal is not None
    assert request.proposal.amount == 3_500
    assert is_taken_in(line)


def test_a_wild_request_is_answered_the_same() -> None:
    lines = (json.dumps(wild_request(seed, GOOD)) for seed in range(1_500) if is_spelt(seed))

    taken_in = sum(is_taken_in(line.encode()) for line in lines)

    assert 50 < taken_in < 750


def is_spelt(seed: int) -> bool:
    """Whether Python can spell the request: numbers of thousands of digits and bottomless nesting it cannot."""
    try:
        json.dumps(wild_request(seed, GOOD))
    except (ValueError, RecursionError):
        return False
    return True


def test_a_damaged_line_is_answered_the_same() -> None:
    dice = random.Random(5)
    pieces = [
        *(fragment.encode("utf-8", "surrogatepass") for fragment in FRAGMENTS),
        *RAW,
        b" ",
        b"\n",
        b"\x0b",
        b"\x0c",
    ]

    taken_in = 0
    for _ in range(3_000):
        start = dice.randrange(len(LINE) + 1)
        piece = dice.choice(pieces) if dice.random() < 0.7 else LINE[start : start + dice.randrange(60)]
        taken_in += is_taken_in(LINE[:start] + piece + LINE[start + dice.choice((0, 0, 1, 9)) :])

    assert 10 < taken_in < 1_500


@pytest.mark.parametrize(
    "damage", [b"", b" ", b"null", b"[]", b"{}", b"1", b'"a"', b"\xef\xbb\xbf" + LINE, LINE + LINE]
)
def test_what_is_no_request_is_not_taken_in(damage: bytes) -> None:
    assert not is_taken_in(damage)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b" \t\n", b"\x00", b"\x0c", b",", b"}", b"//", b"\xff", b" 1"])
def test_only_white_space_may_follow(end: bytes) -> None:
    assert is_taken_in(LINE + end) == (not end.strip(b" \t\r\n"))


@pytest.mark.parametrize(("length", "is_short"), [(limits.HISTORY_ITEMS, True), (limits.HISTORY_ITEMS + 1, False)])
def test_a_history_is_as_long_as_it_may_be(length: int, *, is_short: bool) -> None:
    given = [{"gesture": "refund", "scopes": ["case"], "amount": "0.01"}] * length

    assert is_taken_in(json.dumps({**GOOD, "standing": {"given": given}}).encode()) is is_short


@pytest.mark.parametrize(("length", "is_short"), [(limits.LIST_ITEMS, True), (limits.LIST_ITEMS + 1, False)])
def test_a_list_is_as_long_as_it_may_be(length: int, *, is_short: bool) -> None:
    facts = {"order": {"lines": [{"status": "open"}] * length}}

    assert is_taken_in(json.dumps({**GOOD, "facts": facts}).encode()) is is_short

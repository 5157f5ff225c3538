"""Hostile: charters and requests made to break the reader — damaged, bloated, deep, and of the wrong kind everywhere.

Everything follows from a number, so that whatever fails can be made again.
"""

import random
from collections.abc import Callable
from typing import cast

from geste.core import limits

FRAGMENTS = (
    "\x00",
    "\x07",
    "\x7f",
    "\t",
    "\r",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\uffff",
    "é",
    "🎁",
    "---\n",
    "...\n",
    "&a ",
    "*a ",
    "!!python/object:os.system ",
    "!tag ",
    "<<: ",
    "? ",
    "- ",
    ": ",
    "# ",
    "|\n",
    ">-\n",
    "%YAML 1.1\n",
    "%TAG ! x\n",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    "[[[[[[[[",
    "{a: {a: {a: ",
    '"\\x00"',
    '"\\ud83d"',
    "(" * 60,
    "!" * 60,
    " && " * 30,
    "0" * 400,
    "9" * 40,
    "-1",
    "1e999",
    ".inf",
    "NaN",
    "null",
    "~",
    "0x1F",
    "2026-13-45",
    "9999999 days",
    "a" * 3000,
    "a." * 100,
    " ? 1 : " * 20,
    "percent(",
    "facts: ",
    "everyone",
    "yes",
)
RAW = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\xfe\xff", b"\x00")

SMALL_CHARTERS = (
    """\
charter: a
version: 1
currency: EUR
effective: 2026-05-01
purpose: {en: P, fr: Q}
facts: {n: {type: number, max: 9}, t: time, l: {type: list, of: {p: money, k: [a, b]}}}
gestures:
  g: {name: G, kind: money_now, cap: 10, when: {n: {at_least: 2}}}
""",
    """\
charter: b
version: 1
currency: JPY
effective: 2026-05-01
purpose: P
facts: {c: {tier: [x, y], ok: {type: yes_no, from: customer, assume: no}}}
parameters: {p: 5, w: 24 hours, s: 8 %, m: 50 JPY, r: {by: [c.tier], gives: number, is: {x: 1, y: 2}}}
roles: {d: {name: D, cap: 5}, e: {name: E, is: d, kind: assistant}}
gestures:
  g: {name: G, kind: fix, amount: {at_least: 1, at_most: "percent(s, m) * r[c.tier]"}, for: d}
clauses:
  A.1: {says: S, covers: fix, for: [e], when: c.ok, require: 'p > 3 || confirmed(c.ok)', otherwise: {bend: b}}
bendable: {b: {says: B}}
""",
    """\
charter: c
version: 2
currency: AUD
effective: 2026-05-01
purpose: P
roles: {boss: {name: B}}
gestures:
  g: {name: G, kind: money_now, cap: {everyone: 5}, proactive: required, steps: [a, b], repairs: [money]}
red_lines: {r: {says: S, when: {case.loss: [safety]}, forbids: money, instead: [g]}}
owed: {o: {name: O, because: law, when: {case.asked: yes}, amount: {exactly: 12.50}}}
limits: {l: {per: customer, within: 12 months, covers: [g], at_most: {times: 3}, guidance: yes}}
envelopes: {e: {name: E, amount: 100, every: week}}
sizing: {loss: 12.50, severity: {small: 25 %}, uplift: {when: case.asked, percent: 50 %}}
one_hop: {to: boss, answer_within: 10 minutes}
""",
)


def damaged(seed: int, charters: tuple[str, ...] = SMALL_CHARTERS) -> str | bytes:
    """Return one of `charters`, damaged in a few places."""
    dice = random.Random(seed)
    text = dice.choice(charters)
    for _ in range(dice.choice((1, 1, 2, 4))):
        text = dice.choice(_DAMAGES)(text, dice)
    if dice.random() < 0.1:
        raw = bytearray(text.encode("utf-8", "surrogatepass"))
        place = dice.randrange(len(raw) + 1)
        raw[place : place + dice.randint(0, 3)] = dice.choice(RAW)
        return bytes(raw)
    return text


def _insert(text: str, dice: random.Random) -> str:
    place = dice.randrange(len(text) + 1)
    return text[:place] + dice.choice(FRAGMENTS) + text[place:]


def _delete(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text) + 1)
    return text[:start] + text[start + dice.choice((1, 2, 8, 40)) :]


def _flip(text: str, dice: random.Random) -> str:
    if not text:
        return "x"
    place = dice.randrange(len(text))
    return text[:place] + chr(ord(text[place]) ^ 1 << dice.randrange(7)) + text[place + 1 :]


def _repeat(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text) + 1)
    part = text[start : start + dice.choice((3, 20, 60))]
    return text[:start] + part * dice.choice((2, 3, 30)) + text[start:]


def _swap_lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    dice.shuffle(lines) if dice.random() < 0.2 else lines.insert(
        dice.randrange(len(lines) + 1), dice.choice(lines or [""])
    )
    return "".join(lines)


def _swap_words(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    one, other = dice.randrange(len(words)), dice.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _replace_value(text: str, dice: random.Random) -> str:
    head, colon, tail = text.partition(": ") if dice.random() < 0.2 else text.rpartition(": ")
    return head + colon + dice.choice(FRAGMENTS) + tail[dice.randrange(len(tail) + 1) :]


_DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _insert,
    _insert,
    _delete,
    _flip,
    _repeat,
    _swap_lines,
    _swap_words,
    _replace_value,
)

SCALARS: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**63,
    -(10**30),
    10**5000,
    0.5,
    -0.0,
    1e308,
    float("nan"),
    float("inf"),
    "",
    "a",
    "yes",
    "money",
    "refund",
    "NaN",
    "Infinity",
    "1" * 1_000_000,
    "9" * 30,
    "-5",
    "5",
    "12.50",
    "5.001",
    "1e3",
    "٥",
    "5 EUR",
    "\ud800",
    "\x00",
    "2026-05-14T01:07:00+10:00",
    "2026-05-14\ud80001:07:00+10:00",
    "2026-05-14T01:07:00+10:00:30.000001",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "2026-02-30T00:00:00Z",
    "claimed",
)
NAMES = (
    *(
        "id",
        "actor",
        "facts",
        "standing",
        "proposal",
        "role",
        "kind",
        "given",
        "envelopes",
        "left",
        "gesture",
        "amount",
    ),
    *(
        "at",
        "scopes",
        "claimed",
        "confirmed",
        "case",
        "loss",
        "asked",
        "now",
        "stay",
        "nights",
        "price",
        "order",
        "lines",
    ),
    *("", ".", "case.loss", "a" * 5000, "\ud800", "__class__", "0", "value"),
)


def wild(dice: random.Random, depth: int) -> object:
    """Return any JSON value at all."""
    choice = dice.random()
    if depth <= 0 or choice < 0.5:
        return dice.choice(SCALARS)
    if choice < 0.6:
        return [wild(dice, depth - 1) for _ in range(dice.choice((0, 1, 3)))]
    return {dice.choice(NAMES): wild(dice, depth - 1) for _ in range(dice.choice((0, 1, 2, 4)))}


def deep(dice: random.Random) -> object:
    """Return a value nested deeper than any program calls itself."""
    value: object = dice.choice(SCALARS)
    name = dice.choice(NAMES)
    for _ in range(5_000):
        value = [value] if dice.random() < 0.5 else {name: value}
    return value


def wild_request(seed: int, good: dict[str, object]) -> object:
    """Return a good request with a few of its values replaced by anything, or something that never was a request."""
    dice = random.Random(seed)
    if dice.random() < 0.05:
        return wild(dice, 4)
    request = _copied(good)
    for _ in range(dice.choice((1, 1, 1, 3))):
        at: object = request
        while True:
            keys: list[object] = list(at) if isinstance(at, dict) else list(range(len(cast("list[object]", at))))
            key = dice.choice(keys) if keys and dice.random() < 0.9 else dice.choice(NAMES)
            inner = cast("dict[object, object]", at).get(key) if isinstance(at, dict) else None
            if isinstance(inner, (dict, list)) and inner and dice.random() < 0.7:
                at = inner
                continue
            break
        value = deep(dice) if dice.random() < 0.02 else wild(dice, 3)
        if isinstance(at, dict):
            at[key] = value
        else:
            cast("list[object]", at).append(value)
    return request


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {name: _copied(inner) for name, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


HEAD = "charter: a\nversion: 1\ncurrency: AUD\neffective: 2026-05-01\npurpose: P\n"
GESTURE = "  refund: {name: Refund, kind: money_now, cap: 100}\n"


def _filled(head: str, part: str, tail: str = "") -> str:
    """A text just under the limit: `part` repeated, numbered where it has `{}`."""
    room = limits.CHARTER_BYTES - len(head) - len(tail) - 64
    if "{}" not in part:
        return head + part * (room // len(part)) + tail
    count = room // (len(part) + 4)
    return head + "".join(part.format(number) for number in range(count)) + tail


_WORDS = "[" + ", ".join(f"w{number:04}" for number in range(1_000)) + "]"


def _chosen(levels: int) -> str:
    test = "a"
    for _ in range(levels):
        test = f"({test} ? b : !b)"
    return f'"{test}"'


BLOATED: dict[str, Callable[[], str | bytes]] = {
    "one megabyte of gestures": lambda: HEAD + "gestures:\n" + GESTURE * 20_000,
    "one megabyte in one word": lambda: HEAD + "name: " + "a" * 1_000_000,
    "one megabyte of bytes that are no text": lambda: b"\xff" * 1_000_000,
    "flat list": lambda: _filled(HEAD + "guidelines: [", "a,", "]\n"),
    "unknown names": lambda: _filled(HEAD + "gestures:\n", "  a: 1\n"),
    "unknown fields": lambda: _filled(HEAD + "gestures:\n  refund:\n", "    kinnd{}: 1\n"),
    "open brackets": lambda: _filled(HEAD + "name: ", "["),
    "open braces": lambda: _filled(HEAD + "name: ", "{a: "),
    "nested lists by dashes": lambda: _filled(HEAD + "name:\n  ", "- "),
    "question marks": lambda: _filled(HEAD, "? "),
    "line ends": lambda: _filled(HEAD, "\n"),
    "spaces": lambda: _filled(HEAD, " "),
    "comments": lambda: _filled(HEAD, "# comment\n"),
    "one long text": lambda: _filled(HEAD + "name: ", "a "),
    "one long quoted text": lambda: _filled(HEAD + 'name: "', "a\\n", '"\n'),
    "text over many lines": lambda: _filled(HEAD + "name: |\n", "  a\n"),
    "anchors": lambda: _filled(HEAD + "name: &a [", "*a,", "]\n"),
    "documents": lambda: _filled(HEAD, "---\n"),
    "long condition": lambda: _filled(
        HEAD + "facts: {n: number}\ngestures:\n  g: {name: G, kind: fix, when: [", "n>1,", "]}\n"
    ),
    "many conditions": lambda: _filled(
        HEAD + "facts: {n: number}\ngestures:\n  g: {name: G, kind: fix, cap: 5, when: {any_of: [", "{n: 1},", "]}}\n"
    ),
    "wide expression": lambda: _filled(HEAD + "gestures:\n  g: {name: G, kind: fix, cap: 5, when: '", "1+", "1'}\n"),
    "many mistaken clauses": lambda: _filled(
        HEAD + "gestures:\n" + GESTURE + "clauses:\n", "  c{}: {{require: stay.x == 1}}\n"
    ),
    "many facts": lambda: _filled(HEAD + "gestures:\n" + GESTURE + "facts:\n", "  f{}: yes_no\n"),
    "unknown facts beside many known ones": lambda: (
        HEAD
        + "facts:\n"
        + "".join(f"  aaaa{number}: yes_no\n" for number in range(300))
        + "gestures:\n"
        + GESTURE
        + "clauses:\n"
        + "".join(f"  c{number}: {{says: R, require: bbbbaaaa{number}}}\n" for number in range(1_300))
    ),
    "clauses for many gestures": lambda: (
        HEAD
        + "facts: {a: yes_no, b: yes_no}\ngestures:\n"
        + "".join(f"  r{number}: {{name: R, kind: fix, cap: 4, when: {{a: yes}}}}\n" for number in range(200))
        + "clauses:\n"
        + "".join(f"  c{number}: {{says: R, when: '!a', require: b}}\n" for number in range(1_300))
    ),
    "table of many words": lambda: (
        HEAD + f"facts: {{a: {_WORDS}, b: {_WORDS}}}\nparameters: {{t: {{by: [a, b], gives: number, is: {{}}}}}}\n"
    ),
}
"""Charters made to be slow: well over the limit of bytes, or just under it."""

_LONG = " && ".join(['customer.tier in ["gold"] && stay.nights > 3'] * 20)
HEAVY: dict[str, Callable[[], str]] = {
    "choices that depend on choices": lambda: (
        HEAD + f"facts: {{a: yes_no, b: yes_no}}\ngestures:\n  g: {{name: G, kind: fix, cap: 5, when: {_chosen(18)}}}\n"
    ),
    "long conditions": lambda: (
        HEAD
        + "facts: {customer: {tier: [gold, silver]}, stay: {nights: number}}\ngestures:\n"
        + "".join(f"  g{number}: {{name: G, kind: fix, cap: 5, when: '{_LONG}'}}\n" for number in range(140))
    ),
    "two thousand conditions in one": lambda: (
        HEAD
        + "facts: {n: number}\ngestures:\n  g: {name: G, kind: fix, cap: 5, when: {any_of: ["
        + ", ".join(f"{{n: {number}}}" for number in range(2_000))
        + "]}}\n"
    ),
    "clauses for one gesture": lambda: (
        HEAD
        + "facts: {n: number}\ngestures:\n"
        + GESTURE
        + "clauses:\n"
        + "".join(f"  c{number}: {{says: R, require: n > {number}}}\n" for number in range(1_200))
    ),
    "words compared with words": lambda: (
        HEAD
        + f"facts: {{a: {_WORDS}}}\ngestures:\n"
        + "".join(f"  g{number}: {{name: G, kind: fix, cap: 5, when: {{a: {_WORDS[:-8]}]}}}}\n" for number in range(8))
    ),
    "roles that inherit": lambda: (
        HEAD
        + "roles:\n  r0: {}\n"
        + "".join(f"  r{number}: {{is: r{number - 1}}}\n" for number in range(1, 100))
        + "gestures:\n"
        + "".join(f"  g{number}: {{name: G, kind: fix, cap: {{everyone: 0}}}}\n" for number in range(199))
        + "  sorry: {name: S, kind: explanation, amount: none}\n"
    ),
}
"""Sound charters that give the checker as much to do as the limits let through."""

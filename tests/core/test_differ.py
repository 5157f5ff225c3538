"""What a new version of a charter gives, takes back or moves is said for the right people, and only what is proven."""

from functools import cache
from pathlib import Path

import pytest

from geste.core.charter.differ import Change, diff_charters, is_tightening
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "charters"
BASE = """
charter: shop
version: 1
currency: EUR
effective: 2026-05-01
purpose: Put it right.
guidelines: [Be kind., Be quick.]
case_cap: 100
facts:
  customer: {tier: [new, silver, gold], member: yes_no}
  order: {total: money, age: number, at: time, lines: {type: list, of: {status: [open, lost]}}}
parameters: {share: 10 %, window: 12 months}
roles:
  desk: {}
  senior: {is: desk, cap: 200}
  packer: {}
  robot: {kind: assistant, cap: 20}
gestures:
  refund: {name: Refund, kind: money_now, for: [desk], cap: 50, when: {order.age: {at_most: 30}}}
  voucher: {name: Voucher, kind: money_later, amount: {at_most: {percent: share, of: order.total}}}
  card: {name: Card, kind: attention, when: {order.at: {within: window}}, amount: none}
clauses:
  members: {says: For members., covers: [voucher], for: [desk], require: {customer.member: yes}}
bendable:
  hour: {says: We close at six., for: [desk]}
red_lines:
  fire: {says: Fire first., when: {order.lines: {any: {status: lost}}}, forbids: money, instead: [card]}
  respect: {says: Everyone is an equal.}
owed:
  late: {name: Late, because: law, when: {order.age: {more_than: 60}}, amount: {exactly: order.total}}
limits:
  rarely: {per: customer, within: 12 months, covers: [refund], at_most: {times: 2}}
envelopes:
  month: {name: Month, amount: 900, every: month, covers: [refund]}
one_hop: {to: senior, answer_within: 10 minutes, up_to: 500}
"""


@cache
def charter_of(text: str) -> Charter:
    reading = read_charter(text)
    assert reading.charter is not None, reading.findings
    return reading.charter


def changes(*replacements: tuple[str, str]) -> list[Change]:
    """Return what changes when these words of the base charter are replaced."""
    text = BASE
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return list(diff_charters(charter_of(BASE), charter_of(text)))


def change(old: str, new: str) -> Change:
    found = changes((old, new))
    assert len(found) == 1, found
    return found[0]


EVERYONE = ("everyone",)
CASES = [
    ("effective: 2026-05-01", "effective: 2026-06-01", "moved", "charter", "effective", "effective", EVERYONE),
    ("Put it right.", "Put it right now.", "changed", "charter", "purpose", "purpose", EVERYONE),
    ("[Be kind., Be quick.]", "[Be kind.]", "changed", "charter", "guidelines", "guidelines", EVERYONE),
    ("case_cap: 100", "case_cap: 100\ntrust_line: 60", "given", "charter", "trust_line", "trust_line", EVERYONE),
    ("case_cap: 100", "case_cap: 100\ntrust_line: 40", "taken", "charter", "trust_line", "trust_line", EVERYONE),
    ("case_cap: 100", "case_cap: 90", "taken", "roles", "case_cap", "cap", ("desk", "packer")),
    ("is: desk, cap: 200", "is: desk, cap: 300", "given", "roles", "senior.cap", "cap", ("senior",)),
    ("packer: {}", "packer: {kind: assistant}", "taken", "roles", "packer", "kind", ("packer",)),
    ("packer: {}", "packer: {}\n  guest: {}", "given", "roles", "guest", "added", ("guest",)),
    ("packer: {}", "packer: {name: Packing}", "changed", "roles", "packer", "words", ("packer",)),
    ("cap: 50,", "cap: 60,", "given", "gestures", "refund", "cap", ("desk", "senior")),
    ("cap: 50,", "cap: {desk: 50, senior: 80},", "given", "gestures", "refund", "cap", ("senior",)),
    ("cap: 50,", "amount: {at_most: 50}, cap: 50,", "taken", "gestures", "refund", "at_most", ("desk", "senior")),
    ("at_most: 30}", "at_most: 40}", "given", "gestures", "refund", "when", ("desk", "senior")),
    ("at_most: 30}", "at_most: 20}", "taken", "gestures", "refund", "when", ("desk", "senior")),
    ("at_most: 30}", "at_most: 30}, customer.member: yes", "taken", "gestures", "refund", "when", ("desk", "senior")),
    (
        "{order.age: {at_most: 30}}",
        "{customer.member: yes}",
        "changed",
        "gestures",
        "refund",
        "when",
        ("desk", "senior"),
    ),
    (
        "kind: money_now, for: [desk]",
        "kind: money_now, for: [senior]",
        "taken",
        "gestures",
        "refund",
        "closed",
        ("desk",),
    ),
    ("money_now, for: [desk]", "money_now, for: [desk, robot]", "given", "gestures", "refund", "opened", ("robot",)),
    ("money_now, for: [desk]", "money_now, for: nobody", "taken", "gestures", "refund", "closed", ("desk", "senior")),
    ("amount: none}", "amount: none, proactive: forbidden}", "taken", "gestures", "card", "proactive", EVERYONE),
    ("amount: none}", "amount: none, line: delight}", "changed", "gestures", "card", "line", EVERYONE),
    ("name: Card,", "name: A card,", "changed", "gestures", "card", "words", EVERYONE),
    (
        "clauses:",
        "  call: {name: Call, kind: attention, amount: none, for: [packer]}\nclauses:",
        "given",
        "gestures",
        "call",
        "added",
        ("packer",),
    ),
    (
        "require: {customer.member: yes}",
        "require: {customer.tier: gold}",
        "changed",
        "clauses",
        "members",
        "condition",
        ("desk", "senior"),
    ),
    (
        "require: {customer.member: yes}",
        "require: {any_of: [{customer.member: yes}, {customer.tier: gold}]}",
        "given",
        "clauses",
        "members",
        "condition",
        ("desk", "senior"),
    ),
    (
        "require: {customer.member: yes}",
        "when: {customer.tier: new}, require: {customer.member: yes}",
        "given",
        "clauses",
        "members",
        "condition",
        ("desk", "senior"),
    ),
    (
        "require: {customer.member: yes}",
        "require: {customer.member: yes}, otherwise: forbidden",
        "taken",
        "clauses",
        "members",
        "otherwise",
        ("desk", "senior"),
    ),
    ("covers: [voucher], for: [desk]", "for: [desk]", "taken", "clauses", "members", "covers", ("desk", "senior")),
    (
        "covers: [voucher], for: [desk]",
        "covers: [voucher]",
        "taken",
        "clauses",
        "members",
        "applied",
        ("packer", "robot"),
    ),
    (
        "covers: [voucher], for: [desk]",
        "covers: [voucher], for: [senior]",
        "given",
        "clauses",
        "members",
        "spared",
        ("desk",),
    ),
    ("says: For members.", "says: Members only.", "changed", "clauses", "members", "words", ("desk", "senior")),
    ("at six., for: [desk]", "at six., for: [senior]", "taken", "bendable", "hour", "closed", ("desk",)),
    (
        "at six., for: [desk]",
        "at six., for: [desk], when: {order.age: {at_most: 5}}",
        "taken",
        "bendable",
        "hour",
        "when",
        ("desk", "senior"),
    ),
    ("{any: {status: lost}}}", "{any: {status: [lost, open]}}}", "taken", "red_lines", "fire", "when", EVERYONE),
    ("forbids: money,", "forbids: [refund],", "given", "red_lines", "fire", "forbids", EVERYONE),
    ("instead: [card]", "instead: [card, voucher]", "given", "red_lines", "fire", "forbids", EVERYONE),
    (", instead: [card]", "", "changed", "red_lines", "fire", "instead", EVERYONE),
    (
        "Everyone is an equal.}",
        "Everyone is an equal., when: {customer.member: no}}",
        "taken",
        "red_lines",
        "respect",
        "when",
        EVERYONE,
    ),
    ("  respect: {says: Everyone is an equal.}\n", "", "given", "red_lines", "respect", "removed", EVERYONE),
    ("more_than: 60", "more_than: 45", "given", "owed", "late", "when", EVERYONE),
    ("{exactly: order.total}", '{exactly: "order.total * 2"}', "changed", "owed", "late", "exactly", EVERYONE),
    ("{times: 2}", "{times: 1}", "taken", "limits", "rarely", "times", EVERYONE),
    ("{times: 2}}", "{times: 2}, guidance: yes}", "given", "limits", "rarely", "guidance", EVERYONE),
    ("per: customer,", "per: case,", "changed", "limits", "rarely", "per", EVERYONE),
    ("amount: 900", "amount: 800", "taken", "envelopes", "month", "amount", EVERYONE),
    ("amount: 900,", "amount: 900, each: site,", "given", "envelopes", "month", "each", EVERYONE),
    (
        "every: month, covers: [refund]",
        "every: month, covers: [refund, voucher]",
        "taken",
        "envelopes",
        "voucher",
        "drawn",
        EVERYONE,
    ),
    (
        "covers: [voucher], for",
        "covers: [voucher], except: [money_later], for",
        "given",
        "clauses",
        "members",
        "covers",
        ("desk", "senior"),
    ),
    ("share: 10 %", "share: {value: 10 %, label: Our share}", "changed", "parameters", "share", "words", EVERYONE),
    (
        "tier: [new, silver, gold]",
        "tier: {type: one_of, values: {new: New, silver: Silver, gold: Gold}}",
        "changed",
        "facts",
        "customer.tier",
        "words",
        EVERYONE,
    ),
    ("instead: [card]", "instead: [card, call_back]", "changed", "red_lines", "fire", "instead", EVERYONE),
    (
        "one_hop:",
        "margin: {price: order.total, cost: order.total}\none_hop:",
        "changed",
        "margin",
        "margin",
        "added",
        EVERYONE,
    ),
    ("to: senior", "to: desk", "moved", "one_hop", "one_hop", "to", EVERYONE),
    ("10 minutes", "5 minutes", "given", "one_hop", "one_hop", "answer_within", EVERYONE),
    ("up_to: 500}", "up_to: 500, on_silence: hand_over}", "taken", "one_hop", "one_hop", "on_silence", EVERYONE),
    ("up_to: 500}", "up_to: 400}", "taken", "one_hop", "one_hop", "up_to", EVERYONE),
    ("up_to: 500}", "up_to: 500}\nsizing: {floor: 5}", "changed", "sizing", "sizing", "added", EVERYONE),
]


@pytest.mark.parametrize(("old", "new", "kind", "section", "subject", "aspect", "roles"), CASES)
def test_one_change_is_found_for_whom_it_concerns(
    old: str, new: str, kind: str, section: str, subject: str, aspect: str, roles: tuple[str, ...]
) -> None:
    found = change(old, new)

    assert (found.kind, found.section, found.subject, found.aspect, found.roles) == (
        kind,
        section,
        subject,
        aspect,
        roles,
    )


def test_a_clause_about_the_same_gestures_in_other_words_has_not_changed() -> None:
    assert changes(("covers: [voucher]", "covers: [money_later, money_now], except: [refund]")) == []


def test_scopes_are_called_otherwise_or_become_others() -> None:
    plain, called, more = (
        charter_of(f"{BASE}scopes: {scopes}\n") for scopes in ("[order]", "{order: Order}", "[order, visit]")
    )

    assert [one.aspect for one in diff_charters(plain, called)] == ["scope_labels"]
    assert [one.aspect for one in diff_charters(called, more)] == ["scopes"]


def test_scopes_are_told_by_another_fact() -> None:
    by_tier, by_age, built_in = (
        charter_of(f"{BASE}scopes: {scopes}\n")
        for scopes in (
            "{order: {by: customer.tier}}",
            "{order: {by: order.age}}",
            "{instrument: {by: customer.tier}, order: {by: customer.tier}}",
        )
    )

    assert [(one.section, one.aspect) for one in diff_charters(by_tier, by_age)] == [("charter", "scope_facts")]
    assert [one.aspect for one in diff_charters(by_tier, built_in)] == ["scope_facts"]


def test_amounts_of_a_change_are_minor_units() -> None:
    assert change("cap: 50,", "cap: 60,").values == (("before", 5000), ("after", 6000))
    assert change("case_cap: 100", "case_cap: 90.50").value("after") == 9050
    assert change("within: 12 months,", "").values == (("before", "12 months"),)


def test_a_number_that_stands_apart_is_followed_to_what_it_does() -> None:
    assert [
        (found.kind, found.section, found.subject, found.aspect) for found in changes(("share: 10 %", "share: 8 %"))
    ] == [
        ("changed", "parameters", "share", "value"),
        ("taken", "gestures", "voucher", "at_most"),
    ]
    assert [
        (found.kind, found.section, found.aspect) for found in changes(("window: 12 months", "window: 13 months"))
    ] == [
        ("changed", "parameters", "value"),
        ("given", "gestures", "when"),
    ]


def test_one_cap_may_rise_for_some_and_fall_for_others() -> None:
    found = changes(("cap: 50,", "cap: {desk: 40, senior: 80},"))

    assert [(one.kind, one.aspect, one.roles, one.values) for one in found] == [
        ("taken", "cap", ("desk",), (("before", 5000), ("after", 4000))),
        ("given", "cap", ("senior",), (("before", 5000), ("after", 8000))),
    ]


def test_a_role_that_moves_takes_its_gestures_with_it() -> None:
    found = changes(("packer: {}", "packer: {is: desk}"))

    assert [(one.kind, one.section, one.subject, one.aspect, one.roles) for one in found] == [
        ("moved", "roles", "packer", "parent", ("packer",)),
        ("given", "gestures", "refund", "opened", ("packer",)),
        ("taken", "clauses", "members", "applied", ("packer",)),
        ("given", "bendable", "hour", "opened", ("packer",)),
    ]


def test_a_gesture_with_a_new_id_has_moved() -> None:
    found = changes(("  card: {name: Card", "  greeting: {name: Card"), ("[card]", "[greeting]"))

    assert [(one.kind, one.subject, one.aspect, one.values) for one in found] == [
        ("moved", "greeting", "renamed", (("before", "card"), ("after", "greeting"))),
        ("changed", "fire", "instead", ()),
    ]


def test_a_gesture_that_goes_is_taken_from_those_who_had_it() -> None:
    line = "  refund: {name: Refund, kind: money_now, for: [desk], cap: 50, when: {order.age: {at_most: 30}}}\n"
    found = changes((line, ""), ("covers: [refund], at_most", "at_most"), ("covers: [refund]}", "covers: [voucher]}"))

    assert ("taken", "gestures", "refund", "removed", ("desk", "senior")) in [
        (one.kind, one.section, one.subject, one.aspect, one.roles) for one in found
    ]


def test_another_currency_makes_amounts_incomparable() -> None:
    found = changes(("currency: EUR", "currency: USD"), ("cap: 50,", "cap: 60,"))

    assert [(one.kind, one.section, one.aspect) for one in found] == [
        ("changed", "charter", "currency"),
        ("changed", "gestures", "cap"),
    ]


def test_a_fact_with_one_word_more_leaves_what_it_does_not_touch() -> None:
    assert [(one.section, one.aspect) for one in changes(("[new, silver, gold]", "[new, silver, gold, black]"))] == [
        ("facts", "type")
    ]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_changes_between_a_charter_and_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert diff_charters(charter_of(text), charter_of(text.replace("\nversion: ", "\nversion: 1"))) == ()


def test_only_what_is_taken_tightens() -> None:
    assert is_tightening(changes(("cap: 50,", "cap: {desk: 40, senior: 80},"))) is True
    assert is_tightening(changes(("cap: 50,", "cap: 60,"))) is False
    assert is_tightening(changes(("to: senior", "to: desk"))) is False
    assert is_tightening(()) is False


def test_what_one_way_gives_the_other_way_takes() -> None:
    mirrored = {"given": "taken", "taken": "given", "moved": "moved", "changed": "changed"}
    for old, new, kind, _, _, _, roles in CASES:
        text = BASE.replace(old, new)
        back = diff_charters(charter_of(text), charter_of(BASE))
        assert [one.kind for one in back] == [mirrored[kind]], (old, new, back)
        assert back[0].roles == roles or back[0].aspect in ("opened", "closed", "applied", "spared", "covers"), (
            old,
            new,
        )

"""Checker: each thing that makes a charter unsound, and where it is said."""

import pytest

from geste.core.charter.reading import read_charter

HEAD = """\
charter: c
version: 1
currency: AUD
effective: 2026-05-01
purpose: P
facts: {n: {type: number, max: 9}, ok: yes_no, price: money, tier: [gold, silver]}
"""
GESTURES = """\
gestures:
  refund: {name: R, kind: money_now, cap: 100}
"""
LATE = "clauses:\n  c: {says: S, when: n < 3, require: ok}\n"
FREE = "gestures:\n  mend: {name: F, kind: fix, amount: none}\n"


def found(text: str) -> list[str]:
    """Return findings but notes as `severity code line:column`."""
    findings = read_charter(HEAD + text).findings
    return [f"{one.severity} {one.code} {one.line}:{one.column}" for one in findings if one.severity != "info"]


SOUND = {
    "plain": GESTURES,
    "clause that may be broken or kept": GESTURES + "clauses:\n  c: {says: S, when: n > 3, require: ok}\n",
    "reserved gesture with a cap of nothing": GESTURES + "  never: {name: N, kind: fix, cap: 0, for: nobody}\n",
    "role that inherits": "roles: {d: {name: D}, e: {name: E, is: d}}\n" + GESTURES,
    "role with only free gestures": "case_cap: 0\nroles: {d: {name: D}}\n" + FREE,
    "fault in sizing": GESTURES + "sizing: {loss: price, responsibility: {ours: 100 %}}\n",
    "public service that fixes": "sector: public_service\n" + FREE,
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_charter_has_no_findings(name: str) -> None:
    assert found(SOUND[name]) == []


UNSOUND = {
    "gesture that can never be given": (
        "gestures:\n  refund: {name: R, kind: fix, cap: 1, when: n > 9}\n",
        "error condition.never_holds 8:3",
    ),
    "guard that never holds": (
        GESTURES + "clauses:\n  c: {says: S, when: ok && !ok, require: ok}\n",
        "error condition.never_holds 10:3; warning clause.never_reached 10:3",
    ),
    "requirement that never holds": (
        GESTURES + "clauses:\n  c: {says: S, require: n > 9}\n",
        "error condition.never_holds 10:3",
    ),
    "red line never crossed": (
        GESTURES + "red_lines:\n  r: {says: S, when: n < 0}\n",
        "error condition.never_holds 10:3",
    ),
    "owed never": (
        GESTURES + "owed:\n  o: {name: O, because: law, when: n > 9}\n",
        "error condition.never_holds 10:3",
    ),
    "bend never": (GESTURES + "bendable:\n  b: {says: B, when: n > 9}\n", "error condition.never_holds 10:3"),
    "limit never": (
        GESTURES + "limits:\n  l: {per: case, at_most: {times: 1}, when: n > 9}\n",
        "error condition.never_holds 10:3",
    ),
    "clause that nothing breaks": (
        GESTURES + "clauses:\n  c: {says: S, require: n <= 9}\n",
        "warning clause.never_broken 10:3",
    ),
    "clause that nothing keeps": (
        GESTURES + "clauses:\n  c: {says: S, when: ok, require: '!ok'}\n",
        "warning clause.never_kept 10:3",
    ),
    "clause behind a gesture's own condition": (
        "gestures:\n  refund: {name: R, kind: fix, cap: 1, when: n > 5}\n" + LATE,
        "warning clause.never_reached 10:3",
    ),
    "clause over no gesture": (
        GESTURES + "clauses:\n  c: {says: S, covers: upgrade, require: ok}\n",
        "warning clause.never_reached 10:3",
    ),
    "cap of nothing": ("gestures:\n  refund: {name: R, kind: fix, cap: 0}\n", "error amount.never_positive 8:3"),
    "floor above ceiling": (
        "gestures:\n  refund: {name: R, kind: fix, amount: {at_least: 9, at_most: 5}}\n",
        "error amount.bounds_crossed 8:3",
    ),
    "role left with nothing": (
        "roles: {d: {name: D}, e: {name: E}}\ngestures:\n  refund: {name: R, kind: fix, cap: 1, for: d}\n",
        "error role.left_with_nothing 7:23",
    ),
    "role whose cap is nothing": ("roles: {d: {name: D, cap: 0}}\n" + GESTURES, "error role.left_with_nothing 7:9"),
    "fault in a clause": (
        GESTURES + "clauses:\n  c: {says: S, require: 'case.responsibility == \"ours\"'}\n",
        "error fault.gates_authority 10:3",
    ),
    "fault in a condition": (
        "gestures:\n  refund: {name: R, kind: fix, cap: 1, when: {case.responsibility: ours}}\n",
        "error fault.gates_authority 8:3",
    ),
    "fault in a cap": (
        "gestures:\n  refund: {name: R, kind: fix, cap: 'case.responsibility == \"ours\" ? 9 : 5'}\n",
        "error fault.gates_authority 8:3",
    ),
    "fault in a red line": (
        GESTURES + "red_lines:\n  r: {says: S, when: {case.responsibility: customer}}\n",
        "error fault.gates_authority 10:3",
    ),
    "fault in what is owed": (
        GESTURES + "owed:\n  o: {name: O, because: law, when: {case.responsibility: ours}}\n",
        "error fault.gates_authority 10:3",
    ),
    "fault in a limit": (
        GESTURES + "limits:\n  l: {per: case, at_most: {times: 1}, when: {case.responsibility: customer}}\n",
        "error fault.gates_authority 10:3",
    ),
    "fault in a bend": (
        GESTURES + "bendable:\n  b: {says: B, when: {case.responsibility: ours}}\n",
        "error fault.gates_authority 10:3",
    ),
    "public service that gives money": (
        "sector: public_service\n" + GESTURES,
        "error money.not_for_public_service 9:3",
    ),
    "public service that sells": (
        "sector: public_service\ngestures:\n  f: {name: F, kind: fix, cap: 1, line: sale}\n",
        "error money.not_for_public_service 9:3",
    ),
    "public service that weighs customers": (
        (
            "sector: public_service\ngestures:\n  f: {name: F, kind: fix, cap: 1}\n"
            "sizing: {loss: price, uplift: {when: ok, percent: 5 %}}\n"
        ),
        "error value.not_for_public_service 1:1",
    ),
    "software that answers": (
        "roles: {bot: {name: B, kind: assistant}}\n" + GESTURES + "one_hop: {to: bot, answer_within: 5 minutes}\n",
        "error one_hop.not_a_person 7:9",
    ),
    "envelope that nothing draws on": (
        GESTURES + "envelopes:\n  m: {name: M, amount: 5, covers: upgrade}\n",
        "warning envelope.covers_nothing 10:3",
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_unsound_charter_is_told_so_in_its_place(name: str) -> None:
    text, expected = UNSOUND[name]

    assert found(text) == expected.split("; ")


@pytest.mark.item("S0.6")
def test_a_role_with_nothing_to_give_is_an_error_until_it_gets_something_free() -> None:
    cap_of_nothing = "roles: {d: {name: D}, trainee: {name: T, cap: 0}}\n" + GESTURES

    assert found(cap_of_nothing) == ["error role.left_with_nothing 7:23"]
    assert found(cap_of_nothing + FREE.removeprefix("gestures:\n")) == []


@pytest.mark.item("S2.3")
def test_a_public_service_neither_sizes_by_worth_nor_gives_money_away() -> None:
    sector = "sector: public_service\n"
    sized = "sizing: {loss: price, uplift: {when: n > 5, percent: 50 %}}\n"
    sale = "gestures:\n  close: {name: C, kind: extra, line: sale, cap: 5}\n"

    assert found(FREE + sized) == []
    assert found(sector + FREE + sized) == ["error value.not_for_public_service 1:1"]
    assert found(sector + GESTURES) == ["error money.not_for_public_service 9:3"]
    assert found(sector + sale) == ["error money.not_for_public_service 9:3"]


def test_unused_names_are_only_a_note() -> None:
    findings = read_charter(HEAD + "parameters: {p: 5}\n" + GESTURES).findings

    unused = [(one.severity, one.code, dict(one.values)["word"]) for one in findings]
    assert sorted(unused) == [
        ("info", "fact.unused", "n"),
        ("info", "fact.unused", "ok"),
        ("info", "fact.unused", "price"),
        ("info", "fact.unused", "tier"),
        ("info", "parameter.unused", "p"),
    ]

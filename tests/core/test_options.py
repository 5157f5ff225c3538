"""Options: what is owed, the root issue, what costs nothing, like for like, then money; never empty."""

import pytest

from geste.core.charter.reading import read_charter
from geste.core.decision.prepared import PreparedCharter, prepare

TEXT = """\
charter: c
version: 1
currency: AUD
effective: 2026-05-01
purpose: P
facts: {danger: {type: yes_no, assume: no}, late: {type: yes_no, assume: no}, seats: number}
roles: {desk: {name: D}, robot: {name: B, kind: assistant}}
gestures:
  cash: {name: Cash, kind: money_now, cap: 100}
  voucher: {name: Voucher, kind: money_later, cap: 50}
  wait: {name: Pleasant wait, kind: time, cap: 20}
  treat: {name: Treat, kind: extra, cap: 10, repairs: [attention]}
  seat: {name: Better seat, kind: upgrade, cap: 30, when: seats > 0}
  sorry: {name: Sorry, kind: explanation, amount: none}
  mend: {name: Mend, kind: fix, amount: none, real_cost: 5}
  swap: {name: Swap, kind: replace, cap: 80, proactive: required}
  secret: {name: Secret, kind: extra, cap: 5, for: nobody}
  desk_only: {name: Desk only, kind: extra, cap: 5, for: desk}
bendable:
  rule: {says: The rule.}
red_lines:
  safety: {says: Safety first., when: danger, instead: [wait]}
owed:
  delay: {name: Delay, because: law, when: late, amount: {exactly: 25}}
envelopes:
  month: {name: Month, amount: 1000}
"""
ALWAYS = ["free:explain", "free:call_back", "free:question_rule"]


@pytest.fixture(scope="module")
def engine() -> PreparedCharter:
    charter = read_charter(TEXT).charter
    assert charter is not None
    return prepare(charter)


def listed(engine: PreparedCharter, role: str = "desk", left: str = "1000", **facts: object) -> list[str]:
    """Return options as `group:gesture`, with the authority unless it is `within`."""
    standing = {"envelopes": {"month": {"left": left}}}
    options = engine.options(engine.read({"actor": {"role": role}, "facts": facts, "standing": standing}))
    return [
        f"{option.group}:{option.gesture}"
        + ("" if option.decision.authority == "within" else f" {option.decision.authority}")
        for option in options
    ]


def test_order_is_root_issue_then_free_then_money_and_questions_come_last(engine: PreparedCharter) -> None:
    assert listed(engine) == [
        "fix:swap",
        "fix:mend",
        "free:sorry",
        "free:rule",
        *ALWAYS,
        "other:wait",
        "other:treat",
        "other:desk_only",
        "money:cash",
        "money:voucher",
        "other:seat unknown",
    ]


def test_what_is_owed_stands_first(engine: PreparedCharter) -> None:
    assert listed(engine, late=True)[0] == "owed:delay"
    assert "owed:delay" not in " ".join(listed(engine, late=False))


@pytest.mark.parametrize(
    ("loss", "matching"),
    [
        ("money", ["cash", "voucher"]),
        ("time", ["wait", "desk_only"]),
        ("attention", ["treat", "desk_only"]),
        ("effort", ["wait"]),
        ("trust", []),
    ],
)
def test_gestures_of_the_kind_of_the_loss_come_before_other_gestures(
    engine: PreparedCharter, loss: str, matching: list[str]
) -> None:
    options = listed(engine, case={"loss": loss})

    assert [option.removeprefix("match:") for option in options if option.startswith("match:")] == matching


@pytest.mark.item("S4.16")
def test_red_line_leaves_what_is_free_the_fix_and_what_stands_instead(engine: PreparedCharter) -> None:
    assert listed(engine, danger=True) == ["other:wait", "fix:mend", "free:sorry", *ALWAYS]


@pytest.mark.item("S4.16")
def test_what_stands_instead_comes_before_what_is_owed(
    engine: PreparedCharter,
) -> None:
    options = listed(engine, danger=True, late=True, case={"loss": "service"})

    assert options[:3] == ["other:wait", "owed:delay", "fix:mend"]


@pytest.mark.item("S0.8")
def test_empty_envelope_moves_money_behind_but_leaves_it_listed(engine: PreparedCharter) -> None:
    options = listed(engine, left="0", seats=1)

    assert options[:6] == ["fix:mend", "free:sorry", "free:rule", *ALWAYS]
    assert all(option.endswith(" beyond") for option in options[6:])
    assert len(options) == 13


def test_reserved_gesture_is_never_an_option(engine: PreparedCharter) -> None:
    assert not any("secret" in option for option in listed(engine))


def test_assistant_may_hand_over_what_it_may_not_do(engine: PreparedCharter) -> None:
    request = engine.read({"actor": {"role": "robot"}, "facts": {"seats": 1}})

    beyond = [option for option in engine.options(request) if option.decision.authority == "beyond"]

    assert [(option.gesture, option.decision.routes) for option in beyond] == [("desk_only", ("hand_over",))]


@pytest.mark.item("S0.8")
def test_charter_without_gestures_still_leaves_three_things_to_do() -> None:
    charter = read_charter(
        "charter: c\nversion: 1\ncurrency: AUD\neffective: 2026-05-01\npurpose: P\ngestures: {}\n"
    ).charter
    assert charter is not None

    assert listed_ids(prepare(charter)) == ["explain", "call_back", "question_rule"]


def listed_ids(engine: PreparedCharter) -> list[str]:
    return [option.gesture for option in engine.options(engine.read({"actor": {"role": "everyone"}}))]


def test_a_red_line_that_stops_no_gesture_still_counts_what_it_asks_about() -> None:
    line = '{says: Once is enough., when: \'given("note", "case", "24 hours") >= 1\', forbids: money, instead: [note]}'
    gestures = "{hand: {name: Hand, kind: time, amount: none}, note: {name: Note, kind: time, amount: none}}"
    head = TEXT.partition("facts:")[0]
    charter = read_charter(
        f"{head}roles: {{desk: {{name: D}}}}\ngestures: {gestures}\nred_lines: {{again: {line}}}\n"
    ).charter
    assert charter is not None
    engine = prepare(charter)
    before = {"gesture": "note", "at": "2026-05-14T01:00:00+10:00", "scopes": ["case"]}
    asked = {"actor": {"role": "desk"}, "facts": {"now": "2026-05-14T02:00:00+10:00"}}

    first = [
        engine.options(engine.read({**asked, "standing": {"given": given}}))[0].gesture for given in ([], [before])
    ]

    assert first == ["hand", "note"]
    assert engine.decide(engine.read({**asked, "proposal": {"gesture": "hand"}})).authority == "within"

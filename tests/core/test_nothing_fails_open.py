"""Nothing fails open: a mistake in any kind of clause is refused where it stands, or asked about; it never grants.

Each table lists mistakes; `§` marks the place that the finding must name. Every mistake stands in every kind of clause.
"""

from collections.abc import Iterator
from typing import cast

import pytest

from geste.core.charter.reading import read_charter
from geste.core.decision.decision import Decision
from geste.core.decision.inputs import InputRefused
from geste.core.decision.prepared import PreparedCharter, prepare

HEAD = """\
charter: shop
version: 1
currency: AUD
effective: 2026-05-01
purpose: People should want to come back.
facts:
  customer: {tier: [gold, silver], age: {type: number, from: customer, max: 120}}
  stay: {nights: {type: number, max: 60}, price: money, at: time, vip: yes_no}
  order: {type: list, of: {status: [open, shipped], price: money}}
  case: {lost: money}
parameters:
  max_nights: 5
  rate: {by: [customer.tier], gives: number, is: {gold: 1, silver: 2}}
roles:
  desk: {name: Desk}
  robot: {name: Robot, kind: assistant}
"""
REFUND = """\
gestures:
  refund: {name: Refund, kind: money_now, cap: 100}
"""
SHORT_HEAD = HEAD.partition("facts:")[0] + "facts: {case: {lost: money}}\nroles: {desk: {name: D}, robot: {name: R}}\n"
BATCH = 25

BAD_EXPRESSIONS = {
    '§customer.teir == "gold"': "fact.not_declared",
    'customer.tier == §"golld"': "word.not_listed",
    "customer.tier §== 5": "type.mismatched",
    'customer.tier §> "gold"': "type.mismatched",
    'customer.tier in ["gold", §"silvr"]': "word.not_listed",
    "customer.tier §in []": "list.empty",
    "customer.tier in §stay.nights": "type.mismatched",
    'stay.nights == §"two"': "type.mismatched",
    "stay.nights > 2 §AUD": "expression.unexpected",
    "stay.nights > §1.5": "number.not_whole",
    "stay.nights > §99999999999": "number.not_whole",
    "stay.nights §= 5": "expression.unreadable",
    "stay.nights >§": "expression.ended_early",
    "(stay.nights > 5§": "expression.not_closed",
    "stay.nights > 5 §) ": "expression.unexpected",
    "stay.nights §/ 0 > 1": "division.not_by_a_positive_constant",
    "stay.nights §/ stay.nights > 1": "division.not_by_a_positive_constant",
    "stay.nights §% -2 == 1": "division.not_by_a_positive_constant",
    "§nights(3) > 2": "function.not_known",
    "§stay(3)": "function.not_known",
    "§stay.nights": "type.mismatched",
    "!§stay.nights": "type.mismatched",
    "stay.vip && §stay.nights": "type.mismatched",
    "stay.vip §== 5": "type.mismatched",
    "stay.price §> stay.nights": "type.mismatched",
    "stay.price §* stay.price > 5": "money.multiplied",
    "stay.price > §1.234": "amount.too_precise",
    "stay.price > §99999999999999": "amount.too_large",
    "stay.price §+ stay.vip > 5": "type.mismatched",
    'stay.at > §"2026-05-14"': "type.mismatched",
    "stay.at §- 5 > now": "type.mismatched",
    'within(stay.at, §"5 dayz")': "value.unreadable",
    'within(§stay.nights, "5 days")': "type.mismatched",
    'duration(§"5 days") > now - stay.at': "value.unreadable",
    'timestamp(§"yesterday") > now': "value.unreadable",
    "confirmed(§stay.nigths)": "fact.not_declared",
    "§confirmed(5)": "confirmed.not_a_fact",
    'given(§"refnd", "case") > 0': "gesture.not_known",
    'given("refund", §"cas") > 0': "scope.not_known",
    '§given("refund") > 0': "function.arguments_miscounted",
    'order.exists(x, §x.stat == "open")': "fact.not_declared",
    'order.exists(x, x.status == §"opn")': "word.not_listed",
    'order.§exist(x, x.status == "open")': "function.not_known",
    "§stay.nights.exists(x, true)": "type.mismatched",
    "size(§stay.nights) > 1": "type.mismatched",
    "§max_nigths > 5": "fact.not_declared",
    "§rate > 1": "parameter.is_a_table",
    "rate[§customer.teir] > 1": "fact.not_declared",
    'rate[§"golld"] > 1': "word.not_listed",
    "§max_nights[customer.tier] > 1": "parameter.not_a_table",
    "§null == 5": "expression.word_reserved",
    "§import": "expression.word_reserved",
    "stay.vip §? 1 : 2": "type.mismatched",
    "stay.vip §? 1 : true": "type.mismatched",
    "§$vip": "expression.unreadable",
    "stay.vip §| true": "expression.unreadable",
}
"""A mistake in an expression, and the code of its finding."""

BAD_TESTS = {
    "{§customer.teir: gold}": "fact.not_declared",
    "{§Customer.tier: gold}": "fact.not_declared",
    "{customer.tier: §golld}": "word.not_listed",
    "{customer.tier: §yes}": "word.not_listed",
    "{customer.tier: [gold, §golld]}": "word.not_listed",
    "{stay.nights: §two}": "fact.not_declared",
    "{stay.nights: {§at_leest: 5}}": "test.not_known",
    "{stay.nights: {at_least: §5 EUR}}": "amount.wrong_currency",
    "{stay.nights: {between: §[5]}}": "value.unreadable",
    "{stay.nights: §[]}": "condition.not_a_list",
    "{stay.nights: §{}}": "condition.empty",
    "{stay.price: {at_least: §5 EUR}}": "amount.wrong_currency",
    "{stay.price: {at_least: §1.234}}": "amount.too_precise",
    "{stay.vip: §maybe}": "value.unreadable",
    "{stay.at: {within: 5 §dayz}}": "expression.unexpected",
    "{stay.at: {before: §soon}}": "fact.not_declared",
    "{§any_off: [stay.vip]}": "fact.not_declared",
    "{any_of: §[]}": "condition.not_a_list",
    "{all_of: §stay.vip}": "condition.not_a_list",
    "{not:§ }": "expression.ended_early",
    "§[]": "condition.empty",
    "§{}": "condition.empty",
    "{order: {any: {§statu: open}}}": "fact.not_declared",
    "{order: {any: {status: §opn}}}": "word.not_listed",
    "{order: {count: {§were: stay.vip}}}": "test.not_known",
    "{order: {size: {§at_leest: 1}}}": "test.not_known",
    "{given: {gesture: §refnd, on: case}}": "gesture.not_known",
    "{given: {gesture: refund, on: §cas}}": "scope.not_known",
    "{given: §{gesture: refund}}": "value.missing",
    "{given: {§gestur: refund, on: case}}": "word.not_known",
    "{given: {gesture: refund, on: case, times: {§at_leest: 1}}}": "test.not_known",
    "{confirmed: §stay.nigths}": "fact.not_declared",
}
"""The same in the structured vocabulary."""

CONDITION_PLACES = {
    "gesture when": REFUND + "|  g{i}: {name: R, kind: money_now, cap: 9, when: {bad}}\n",
    "clause require": REFUND + "clauses:\n|  c{i}: {says: S, require: {bad}}\n",
    "clause guard": REFUND + "clauses:\n|  c{i}: {says: S, require: stay.vip, when: {bad}}\n",
    "bend": REFUND + "bendable:\n|  b{i}: {says: S, when: {bad}}\n",
    "red line": REFUND + "red_lines:\n|  r{i}: {says: S, when: {bad}}\n",
    "owed": REFUND + "owed:\n|  o{i}: {name: N, because: law, when: {bad}}\n",
    "limit": REFUND + "limits:\n|  l{i}: {per: case, at_most: {times: 1}, when: {bad}}\n",
}
"""Every kind of clause a condition may stand in; what follows the bar is repeated for each mistake."""

BAD_AMOUNTS = {
    "§12 EUR": "amount.wrong_currency",
    "§12 XYZ": "amount.wrong_currency",
    "§1.234": "amount.too_precise",
    "§99999999999999": "amount.too_large",
    "§abc": "fact.not_declared",
    "12 §dollars": "expression.unexpected",
    "'12 +§'": "expression.ended_early",
    "§stay.prise": "fact.not_declared",
    "§stay.nights": "type.mismatched",
    "§stay.vip": "type.mismatched",
    "stay.nights §* stay.nights": "type.mismatched",
    "stay.price §* stay.price": "money.multiplied",
    "'percent(8, §stay.nights)'": "type.mismatched",
    "'percent(§stay.nights, stay.price)'": "type.mismatched",
    "§{percent: 8 %}": "value.unreadable",
    "{percent: 8 §EUR, of: stay.price}": "expression.unexpected",
    "{percent: 8 %, of: §stay.prise}": "fact.not_declared",
    "{§lowestof: [5, 6]}": "word.not_known",
    "{lowest_of: [5, §6 EUR]}": "amount.wrong_currency",
    "§[5, 6]": "value.unreadable",
    "'order.map(x, §x.prise).sum()'": "fact.not_declared",
}
"""A mistake where an amount may be computed, and the code of its finding."""

AMOUNT_PLACES = {
    "gesture cap": "gestures:\n|  g{i}: {name: R, kind: fix, amount: none, cap: {bad}}\n",
    "exactly": "gestures:\n|  g{i}: {name: R, kind: money_now, cap: 9, amount: {exactly: {bad}}}\n",
    "at most": "gestures:\n|  g{i}: {name: R, kind: money_now, cap: 9, amount: {at_most: {bad}}}\n",
    "at least": "gestures:\n|  g{i}: {name: R, kind: money_now, cap: 9, amount: {at_least: {bad}}}\n",
    "real cost": "gestures:\n|  g{i}: {name: R, kind: money_now, cap: 9, real_cost: {bad}}\n",
    "owed": REFUND + "owed:\n|  o{i}: {name: N, because: law, amount: {exactly: {bad}}}\n",
    "limit": REFUND + "limits:\n|  l{i}: {per: case, at_most: {amount: {bad}}}\n",
}

BAD_MONEY = {
    "§12 EUR": "amount.wrong_currency",
    "§1.234": "amount.too_precise",
    "§99999999999999": "amount.too_large",
    "§9999999999999999999999": "amount.unreadable",
    "§-1": "amount.negative",
    "§-0.01 AUD": "amount.negative",
    "§abc": "amount.unreadable",
    '§""': "amount.unreadable",
    "§'12,50'": "amount.unreadable",
    "§1e3": "amount.unreadable",
    "§0x10": "amount.unreadable",
    "§.5": "amount.unreadable",
    "§NaN": "amount.unreadable",
    "§١٢": "amount.unreadable",
    "§[5]": "value.unreadable",
    "§{a: 5}": "value.unreadable",
}
"""A mistake where an amount is written out."""

MONEY_PLACES = {
    "trust line": "trust_line: {bad}\n" + REFUND,
    "case cap": "case_cap: {bad}\n" + REFUND,
    "cap by role": "gestures:\n  refund: {name: R, kind: money_now, cap: {desk: {bad}, robot: 5}}\n",
    "envelope": REFUND + "envelopes:\n  month: {name: M, amount: {bad}}\n",
    "floor": REFUND + "sizing: {loss: case.lost, floor: {bad}}\n",
    "one hop": REFUND + "one_hop: {to: desk, answer_within: 5 minutes, up_to: {bad}}\n",
    "silence": REFUND + "one_hop: {to: desk, answer_within: 5 minutes, silence_up_to: {bad}}\n",
}

BAD_PARTS = {
    # gestures
    "gestures:\n  refund: {name: R, §knid: money_now, kind: fix, cap: 9}\n": "word.not_known",
    "gestures:\n  refund: {name: R, kind: §money_noww, cap: 9}\n": "word.not_listed",
    "gestures:\n  refund: §{kind: money_now, cap: 9}\n": "value.missing",
    "gestures:\n  refund: §{name: R, cap: 9}\n": "value.missing",
    "gestures:\n  §refund: {name: R, kind: money_now}\n": "cap.missing",
    "gestures:\n  refund: {name: R, kind: money_now, amount: §12}\n": "amount.without_bound",
    "gestures:\n  refund: {name: R, kind: money_now, amount: {§at_mots: 12}}\n": "word.not_known",
    "gestures:\n  refund: {name: R, kind: money_now, amount: §{exactly: 5, at_most: 6}}\n": "amount.bound_twice",
    "gestures:\n  §refund: {name: R, kind: money_now, cap: 0}\n": "amount.never_positive",
    "gestures:\n  §refund: {name: R, kind: money_now, cap: -5}\n": "amount.never_positive",
    "gestures:\n  §refund: {name: R, kind: money_now, amount: {at_least: 9, at_most: 5}}\n": "amount.bounds_crossed",
    "gestures:\n  refund: {name: R, kind: money_now, amount: {round_down: §stay.prise, to: 5}}\n": "fact.not_declared",
    "gestures:\n  refund: {name: R, kind: money_now, amount: {round_down: stay.nights, to: §5}}\n": "type.mismatched",
    "gestures:\n  refund: {name: R, kind: money_now, amount: §{round_down: case.lost}}\n": "value.missing",
    "gestures:\n  refund: {name: R, kind: money_now, amount: §{round_down: case.lost, to: 5, at_most: 5}}\n": (
        "amount.bound_twice"
    ),
    "gestures:\n  refund: {name: R, kind: money_now, amount: {round_down: case.lost, §step: 5}}\n": "word.not_known",
    "gestures:\n  refund: {name: R, kind: money_now, cap: {§desc: 5}}\n": "word.not_known",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, for: [§dessk]}\n": "role.not_known",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, for: §dessk}\n": "role.not_known",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, repairs: [§mony]}\n": "word.not_listed",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, proactive: §never}\n": "word.not_listed",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, line: §recover}\n": "word.not_listed",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, books: §gift}\n": "word.not_listed",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, otherwise: §forbiden}\n": "word.not_listed",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, otherwise: {bend: §rule}}\n": "bend.not_known",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, otherwise: §{}}\n": "value.missing",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, real_cost: §35.555 %}\n": "value.unreadable",
    "gestures:\n  refund: {name: R, kind: money_now, cap: 9, §cap: 900}\n": "source.name_repeated",
    "gestures:\n  §explain: {name: R, kind: money_now, cap: 9}\n": "name.taken",
    "gestures:\n  §money: {name: R, kind: money_now, cap: 9}\n": "name.taken",
    "gestures:\n  §2nd: {name: R, kind: money_now, cap: 9}\n": "id.unusable",
    "gestures:\n  §my refund: {name: R, kind: money_now, cap: 9}\n": "id.unusable",
    "gestures: §[refund]\n": "value.not_named",
    "gestures:\n  refund: §money_now\n": "value.not_named",
    # clauses and bends
    REFUND + "clauses:\n  c: §{says: S}\n": "value.missing",
    REFUND + "clauses:\n  c: §{require: stay.vip}\n": "value.missing",
    REFUND + "clauses:\n  c: {says: S, §requires: stay.vip, require: stay.vip}\n": "word.not_known",
    REFUND + "clauses:\n  c: {says: S, require: stay.vip, covers: [§refnd]}\n": "gesture.not_known",
    REFUND + "clauses:\n  c: {says: S, require: stay.vip, covers: §refnd}\n": "gesture.not_known",
    REFUND + "clauses:\n  c: {says: S, require: stay.vip, for: §dessk}\n": "role.not_known",
    REFUND + "clauses:\n  c: {says: S, require: stay.vip, otherwise: §stop}\n": "word.not_listed",
    REFUND + "clauses:\n  §refund: {says: S, require: stay.vip}\n": "name.taken",
    REFUND + "clauses:\n  §c: {says: S, require: stay.nights > 60}\n": "condition.never_holds",
    REFUND + "bendable:\n  b: §{name: B}\n": "value.missing",
    REFUND + "bendable:\n  b: {says: S, for: §dessk}\n": "role.not_known",
    REFUND + "bendable:\n  b: {says: S, §wen: stay.vip}\n": "word.not_known",
    # red lines
    REFUND + "red_lines:\n  r: {says: S, §wen: stay.vip}\n": "word.not_known",
    REFUND + "red_lines:\n  r: {says: S, when: stay.vip, forbids: §monney}\n": "gesture.not_known",
    REFUND + "red_lines:\n  r: {says: S, when: stay.vip, forbids: [refund, §refnd]}\n": "gesture.not_known",
    REFUND + "red_lines:\n  r: {says: S, when: stay.vip, instead: [§refnd]}\n": "gesture.not_known",
    REFUND + "red_lines:\n  r: §{when: stay.vip}\n": "value.missing",
    REFUND + "red_lines:\n  §r: {says: S, when: stay.nights > 60}\n": "condition.never_holds",
    # owed
    REFUND + "owed:\n  o: {name: N, because: §kindness}\n": "word.not_listed",
    REFUND + "owed:\n  o: §{name: N}\n": "value.missing",
    REFUND + "owed:\n  o: {name: N, because: law, §amount: {at_most: 5}}\n": "owed.not_exact",
    REFUND + "owed:\n  o: {name: N, because: law, §cap: 5}\n": "word.not_known",
    # limits
    REFUND + "limits:\n  l: {per: §custommer, at_most: {times: 1}}\n": "word.not_listed",
    REFUND + "limits:\n  l: §{at_most: {times: 1}}\n": "value.missing",
    REFUND + "limits:\n  l: §{per: case}\n": "value.missing",
    REFUND + "limits:\n  l: {per: case, at_most: §3}\n": "value.not_named",
    REFUND + "limits:\n  §l: {per: case, at_most: {}}\n": "limit.without_bound",
    REFUND + "limits:\n  l: {per: case, at_most: {times: §-1}}\n": "number.out_of_range",
    REFUND + "limits:\n  l: {per: case, at_most: {times: §1.5}}\n": "number.out_of_range",
    REFUND + "limits:\n  l: {per: case, at_most: {times: §many}}\n": "number.out_of_range",
    REFUND + "limits:\n  l: {per: case, at_most: {times: 1}, within: §5 dayz}\n": "value.unreadable",
    REFUND + "limits:\n  l: {per: case, at_most: {times: 1}, within: §-5 days}\n": "value.unreadable",
    REFUND + "limits:\n  l: {per: case, at_most: {times: 1}, covers: §refnd}\n": "gesture.not_known",
    REFUND + "limits:\n  l: {per: case, at_most: {times: 1}, guidance: §maybe}\n": "value.unreadable",
    # envelopes
    REFUND + "envelopes:\n  m: §{name: M}\n": "value.missing",
    REFUND + "envelopes:\n  m: {name: M, amount: 5, every: §day}\n": "word.not_listed",
    REFUND + "envelopes:\n  m: {name: M, amount: 5, covers: §refnd}\n": "gesture.not_known",
    REFUND + "envelopes:\n  m: {name: M, amount: 5, line: §gift}\n": "word.not_listed",
    # sizing
    REFUND + "sizing: {loss: case.lost, severity: {§spoilt: 5 %}}\n": "word.not_known",
    REFUND + "sizing: {loss: case.lost, severity: {small: §5}}\n": "value.unreadable",
    REFUND + "sizing: {loss: case.lost, severity: {small: §-5 %}}\n": "value.unreadable",
    REFUND + "sizing: {loss: case.lost, responsibility: {§theirs: 5 %}}\n": "word.not_known",
    REFUND + "sizing: {loss: case.lost, uplift: {when: stay.vip, §percent: 51 %}}\n": "uplift.too_high",
    REFUND + "sizing: {loss: case.lost, uplift: {when: §stay.vipp, percent: 5 %}}\n": "fact.not_declared",
    REFUND + "sizing: {loss: §case.lots}\n": "fact.not_declared",
    REFUND + "sizing: {loss: §stay.nights}\n": "type.mismatched",
    REFUND + "sizing: {loss: case.lost, ceiling: §150}\n": "value.unreadable",
    # one hop
    # the margin
    REFUND + "margin: {price: §case.lots, cost: stay.price}\n": "fact.not_declared",
    REFUND + "margin: {price: §stay.nights, cost: stay.price}\n": "type.mismatched",
    REFUND + "margin: §{price: stay.price}\n": "value.missing",
    REFUND + "margin: {price: stay.price, cost: case.lost, §flor: 25 %}\n": "word.not_known",
    REFUND + "margin: {price: stay.price, cost: case.lost, §floor: 25 %, says: S}\n": "margin.covers_nothing",
    REFUND + "margin: {price: stay.price, cost: case.lost, floor: 5 %, says: S, covers: §refnd}\n": "gesture.not_known",
    REFUND
    + "margin: {price: stay.price, cost: case.lost, floor: §far, says: S, covers: refund}\n": "fact.not_declared",
    REFUND + "one_hop: {to: §dessk, answer_within: 5 minutes}\n": "word.not_listed",
    REFUND + "one_hop: §{to: desk}\n": "value.missing",
    REFUND + "one_hop: {to: desk, answer_within: §soon}\n": "value.unreadable",
    REFUND + "one_hop: {to: desk, §answer_within: 1 day}\n": "duration.not_exact",
    REFUND + "one_hop: {to: desk, answer_within: 5 minutes, on_silence: §wait}\n": "word.not_listed",
    # whole charter
    REFUND + "§limit: {}\n": "word.not_known",
    REFUND + "sector: §charity\n": "word.not_listed",
    REFUND + "scopes: [§[order]]\n": "value.unreadable",
    REFUND + "scopes: {visit: §{label: Visit}}\n": "value.missing",
    REFUND + "scopes: {instrument: {by: §stay.cart}}\n": "fact.not_declared",
    REFUND + "scopes: {instrument: {by: §order}}\n": "type.mismatched",
    REFUND + "scopes: {instrument: {by: §[stay.vip]}}\n": "value.unreadable",
    REFUND + "case_cap: 5\n§case_cap: 6\n": "source.name_repeated",
}
"""A mistake in the other parts of each kind of clause."""

BAD_DECLARATIONS = {
    "facts:\n  tier: §yes_or_no\n": "type.not_known",
    "facts:\n  tier: {type: §numbr}\n": "type.not_known",
    "facts:\n  tier: {type: number, §maxx: 5}\n": "word.not_known",
    "facts:\n  tier: {type: number, max: §many}\n": "number.out_of_range",
    "facts:\n  tier: {type: number, max: §99999999999}\n": "number.out_of_range",
    "facts:\n  tier: {type: §number, min: 5, max: 4}\n": "range.empty",
    "facts:\n  tier: {type: number, max: 5, assume: §6}\n": "number.out_of_range",
    "facts:\n  tier: {type: number, assume: §abc}\n": "number.not_whole",
    "facts:\n  tier: {type: yes_no, assume: §perhaps}\n": "value.unreadable",
    "facts:\n  tier: {type: money, min: §5 EUR}\n": "amount.wrong_currency",
    "facts:\n  tier: {type: money, assume: §-5}\n": "number.out_of_range",
    "facts:\n  tier: {type: money, assume: §1.234}\n": "amount.too_precise",
    "facts:\n  tier: {type: time, assume: §2026-05-14}\n": "value.unreadable",
    "facts:\n  tier: {type: one_of, values: [a, b], assume: §c}\n": "word.not_listed",
    "facts:\n  tier: {type: §one_of}\n": "words.unusable",
    "facts:\n  tier: §[]\n": "words.unusable",
    "facts:\n  tier: §[a, a]\n": "words.unusable",
    "facts:\n  tier: {type: §list}\n": "list.without_fields",
    "facts:\n  tier: {type: list, of: {a: §numbr}}\n": "type.not_known",
    "facts:\n  tier: {type: list, of: {§A b: number}}\n": "name.unusable",
    "facts:\n  tier: {type: yes_no, from: §custommer}\n": "word.not_listed",
    "facts:\n  §Tier: yes_no\n": "name.unusable",
    "facts:\n  §now: yes_no\n": "name.built_in",
    "facts:\n  proposal: {§amount: {big: yes_no}}\n": "name.taken",
    "parameters:\n  p: §abc\n": "number.not_whole",
    "parameters:\n  p: §1.5\n": "number.not_whole",
    "parameters:\n  p: §5 EUR\n": "amount.wrong_currency",
    "parameters:\n  p: §5 dayz\n": "number.not_whole",
    "parameters:\n  p: §[]\n": "words.unusable",
    "parameters:\n  §P: 5\n": "name.unusable",
    "parameters:\n  §case: 5\n": "name.taken",
    "facts:\n  t: [a, b]\nparameters:\n  p: {by: [t], gives: number, is: §{a: 1}}\n": "table.word_missing",
    "facts:\n  t: [a, b]\nparameters:\n  p: {by: [t], gives: number, is: {a: 1, b: 2, §c: 3}}\n": "word.not_known",
    "facts:\n  t: [a, b]\nparameters:\n  p: {by: [t], gives: number, is: {a: 1, b: §x}}\n": "number.not_whole",
    "facts:\n  t: [a, b]\nparameters:\n  p: {by: [t], gives: money, is: {a: 1, b: §2 EUR}}\n": "amount.wrong_currency",
    "facts:\n  t: [a, b]\nparameters:\n  p: {by: [§u], gives: number, is: {a: 1, b: 2}}\n": "fact.not_declared",
    "facts:\n  t: number\nparameters:\n  p: {§by: [t], gives: number, is: {a: 1}}\n": "table.key_not_one_of",
    "facts:\n  t: [a, b]\nparameters:\n  p: {by: [t], gives: §text, is: {a: 1, b: 2}}\n": "word.not_listed",
    "roles:\n  clerk: {name: C, is: §desc}\n": "word.not_listed",
    "roles:\n  clerk: {name: C, kind: §human}\n": "word.not_listed",
    "roles:\n  clerk: {name: C, is: boss}\n  §boss: {name: B, is: clerk}\n": "role.inherits_itself",
    "roles:\n  clerk: {name: C, cap: §-5}\n": "amount.negative",
    "roles:\n  §nobody: {name: C}\n": "name.unusable",
    "roles:\n  clerk: {name: C, §caps: 5}\n": "word.not_known",
}
"""A mistake in what a charter declares."""


def refused(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of each error in a charter, after making sure that it may not be used."""
    reading = read_charter(text)
    errors = [(found.code, found.line, found.column) for found in reading.findings if found.severity == "error"]
    assert errors
    assert (reading.charter, reading.digest) == (None, None), "granted"
    return errors


def marked(text: str, codes: list[str]) -> tuple[str, list[tuple[str, int, int]]]:
    """Return a text without its marks, and the findings expected at them."""
    expected = []
    for code in codes:
        before, _, after = text.partition("§")
        expected.append((code, before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return text, expected


def batches(mistakes: dict[str, str], template: str, *, quote: bool) -> Iterator[tuple[str, list[str]]]:
    """Yield texts with several mistakes each, as many as are listed for one charter, with their codes in order."""
    head, _, part = template.partition("|")
    listed = list(mistakes.items())
    for start in range(0, len(listed), BATCH):
        some = listed[start : start + BATCH]
        parts = [
            part.replace("{i}", str(i)).replace("{bad}", f"'{bad}'" if quote else bad)
            for i, (bad, _) in enumerate(some)
        ]
        yield HEAD + head + "".join(parts), [code for _, code in some]


@pytest.mark.parametrize("place", CONDITION_PLACES)
def test_mistaken_expression_is_refused_where_it_stands(place: str) -> None:
    for text, codes in batches(BAD_EXPRESSIONS, CONDITION_PLACES[place], quote=True):
        unmarked, expected = marked(text, codes)
        assert refused(unmarked) == expected


@pytest.mark.parametrize("place", CONDITION_PLACES)
def test_mistaken_test_is_refused_where_it_stands(place: str) -> None:
    for text, codes in batches(BAD_TESTS, CONDITION_PLACES[place], quote=False):
        unmarked, expected = marked(text, codes)
        assert refused(unmarked) == expected


@pytest.mark.parametrize("place", AMOUNT_PLACES)
def test_mistaken_amount_is_refused_where_it_stands(place: str) -> None:
    for text, codes in batches(BAD_AMOUNTS, AMOUNT_PLACES[place], quote=False):
        unmarked, expected = marked(text, codes)
        assert refused(unmarked) == expected


@pytest.mark.parametrize("place", MONEY_PLACES)
def test_mistaken_money_is_refused_where_it_stands(place: str) -> None:
    for bad, code in BAD_MONEY.items():
        unmarked, expected = marked(SHORT_HEAD + MONEY_PLACES[place].replace("{bad}", bad), [code])
        assert refused(unmarked) == expected


def test_mistake_in_any_other_part_of_a_clause_is_refused_where_it_stands() -> None:
    for text, code in BAD_PARTS.items():
        unmarked, expected = marked(HEAD + text, [code])
        assert expected[0] in refused(unmarked)


def test_mistaken_declaration_is_refused_where_it_stands() -> None:
    for text, code in BAD_DECLARATIONS.items():
        unmarked, expected = marked(HEAD.partition("facts:")[0] + text + REFUND, [code])
        assert expected[0] in refused(unmarked)


RUNNING = (
    HEAD
    + """\
  clerk: {name: Clerk, is: desk, cap: 20}
gestures:
  capped: {name: Capped, kind: money_now, cap: stay.price}
  exact: {name: Exact, kind: money_now, amount: {exactly: stay.price * stay.nights}}
  most: {name: Most, kind: money_now, amount: {at_most: "percent(50, stay.price)"}}
  least: {name: Least, kind: money_now, cap: 90, amount: {at_least: stay.price}}
  conditional: {name: Conditional, kind: money_now, cap: 90, when: {stay.at: {within: 24 hours}}}
  guarded: {name: Guarded, kind: extra, cap: 90}
  lined: {name: Lined, kind: upgrade, cap: 90}
  limited: {name: Limited, kind: time, cap: 90}
  once: {name: Once, kind: attention, cap: 90}
  bent: {name: Bent, kind: money_later, cap: 90, when: stay.nights > 3, otherwise: {bend: rule}}
  desk_only: {name: Desk only, kind: fix, cap: 90, for: desk}
  reserved: {name: Reserved, kind: fix, cap: 90, for: nobody}
  tabled: {name: Tabled, kind: fix, cap: 90, when: 'rate[customer.tier] > 1'}
  counted: {name: Counted, kind: fix, cap: 90, when: {order: {any: {status: open}}}}
  sure: {name: Sure, kind: fix, cap: 90, when: {customer.age: {at_least: 18}, confirmed: customer.age}}
clauses:
  guard: {says: S, covers: extra, when: stay.vip, require: stay.nights > 5}
red_lines:
  line: {says: S, when: {stay.vip: yes}, forbids: upgrade}
limits:
  sometimes: {per: case, covers: time, at_most: {times: 0}, when: stay.vip}
  once_only: {per: customer, covers: attention, at_most: {amount: stay.price}}
bendable:
  rule: {says: S, when: stay.price > 5}
owed:
  due: {name: Due, because: law, when: stay.nights > 1, amount: {exactly: stay.price}}
envelopes:
  month: {name: Month, amount: 1000}
"""
)
NEEDS = {
    "capped": ("stay.price",),
    "exact": ("stay.price", "stay.nights"),
    "most": ("stay.price",),
    "least": ("stay.price",),
    "conditional": ("stay.at",),
    "guarded": ("stay.vip",),
    "lined": ("stay.vip",),
    "limited": ("stay.vip",),
    "once": ("stay.price",),
    "bent": ("stay.nights", "stay.price"),
    "tabled": ("customer.tier",),
    "counted": ("order",),
    "sure": ("customer.age",),
    "rule": ("stay.price",),
    "due": ("stay.nights", "stay.price"),
}
"""What each kind of clause must know: with any of it missing, the answer is a question."""

KNOWN: dict[str, object] = {
    "now": "2026-05-14T01:07:00+10:00",
    "customer": {"tier": "silver", "age": {"confirmed": 30}},
    "stay": {"nights": 2, "price": "40", "at": "2026-05-14T00:00:00+10:00", "vip": False},
    "order": [{"status": "open", "price": "5"}],
}


@pytest.fixture(scope="module")
def running() -> PreparedCharter:
    charter = read_charter(RUNNING).charter
    assert charter is not None
    return prepare(charter)


def asked(running: PreparedCharter, gesture: str, without: str = "", **others: object) -> Decision:
    facts = {name: dict(value) if isinstance(value, dict) else value for name, value in KNOWN.items()}
    group, _, name = without.partition(".")
    inner = facts.get(group)
    if name and isinstance(inner, dict):
        del inner[name]
    elif group:
        del facts[group]
    request = {"actor": {"role": "desk"}, "facts": facts, "proposal": {"gesture": gesture, **others}}
    return running.decide(running.read(request))


@pytest.mark.parametrize(("gesture", "fact"), [(gesture, fact) for gesture, facts in NEEDS.items() for fact in facts])
def test_missing_fact_is_asked_for_by_name(running: PreparedCharter, gesture: str, fact: str) -> None:
    decision = asked(running, gesture, without=fact)

    assert (decision.authority, decision.routes) == ("unknown", ("ask",))
    assert ("fact.missing", (("fact", fact),)) in decision.reasons


def test_missing_clock_is_asked_for(running: PreparedCharter) -> None:
    decision = asked(running, "conditional", without="now")

    assert decision.reasons == (("fact.missing", (("fact", "now"),)),)


def test_claimed_fact_that_must_be_confirmed_is_asked_for(running: PreparedCharter) -> None:
    request = {"actor": {"role": "desk"}, "facts": {"customer": {"age": 30}}, "proposal": {"gesture": "sure"}}

    decision = running.decide(running.read(request))

    assert decision.authority == "unknown"
    assert decision.reasons == (("fact.unconfirmed", (("fact", "customer.age"),)),)


def test_gesture_that_nobody_may_give_is_forbidden(running: PreparedCharter) -> None:
    assert asked(running, "reserved").authority == "forbidden"


def test_gesture_for_another_role_is_beyond(running: PreparedCharter) -> None:
    request = {"actor": {"role": "robot"}, "facts": KNOWN, "proposal": {"gesture": "desk_only", "amount": "5"}}

    decision = running.decide(running.read(request))

    assert (decision.authority, decision.routes, decision.clause) == ("beyond", ("hand_over",), "desk_only.for")


AMOUNT_REFUSALS: dict[str, object] = {
    "amount.not_text": 5,
    "amount.unreadable": "five",
    "amount.too_precise": "5.001",
    "amount.wrong_currency": "5 EUR",
    "amount.too_large": "99999999999999",
    "amount.negative": "-5",
}
BAD_VALUES: list[tuple[str, str, object]] = [
    ("actor.role", "input.missing", {"actor": {}}),
    ("actor.role", "role.not_known", {"actor": {"role": "dessk"}}),
    ("actor.role", "input.wrong_type", {"actor": {"role": ["desk"]}}),
    ("actor.role", "role.not_known", {"actor": {"role": "nobody"}}),
    ("actor.kind", "word.not_listed", {"actor": {"role": "desk", "kind": "human"}}),
    ("actor.kind", "input.wrong_type", {"actor": {"role": "desk", "kind": ["agent"]}}),
    ("actor.rle", "input.not_known", {"actor": {"rle": "desk", "role": "desk"}}),
    ("actor", "input.wrong_type", {"actor": "desk"}),
    ("id", "input.wrong_type", {"id": ["a"]}),
    ("id", "input.wrong_type", {"id": True}),
    ("id", "input.wrong_type", {"id": 1.5}),
    ("acter", "input.not_known", {"acter": {"role": "desk"}}),
    ("facts", "input.wrong_type", {"facts": []}),
    ("facts.stya", "fact.not_declared", {"facts": {"stya": {"nights": 1}}}),
    ("facts.stay.nigths", "fact.not_declared", {"facts": {"stay": {"nigths": 1}}}),
    ("facts.stay", "input.wrong_type", {"facts": {"stay": 5}}),
    ("facts.stay.nights", "input.wrong_type", {"facts": {"stay": {"nights": "1"}}}),
    ("facts.stay.nights", "input.wrong_type", {"facts": {"stay": {"nights": 1.0}}}),
    ("facts.stay.nights", "input.wrong_type", {"facts": {"stay": {"nights": True}}}),
    ("facts.stay.nights", "input.out_of_range", {"facts": {"stay": {"nights": 61}}}),
    ("facts.stay.nights", "input.out_of_range", {"facts": {"stay": {"nights": -1}}}),
    ("facts.stay.nights", "input.out_of_range", {"facts": {"stay": {"nights": 10**30}}}),
    ("facts.stay.nights", "input.wrong_type", {"facts": {"stay": {"nights": {"claimd": 1}}}}),
    ("facts.stay.nights", "input.wrong_type", {"facts": {"stay": {"nights": {"claimed": 1, "confirmed": 2}}}}),
    ("facts.stay.vip", "input.wrong_type", {"facts": {"stay": {"vip": "yes"}}}),
    ("facts.stay.vip", "input.wrong_type", {"facts": {"stay": {"vip": 1}}}),
    ("facts.stay.at", "input.wrong_type", {"facts": {"stay": {"at": "yesterday"}}}),
    ("facts.stay.at", "input.wrong_type", {"facts": {"stay": {"at": "2026-05-14T01:07:00"}}}),
    ("facts.stay.at", "input.wrong_type", {"facts": {"stay": {"at": 1778684820}}}),
    ("facts.now", "input.wrong_type", {"facts": {"now": "2026-05-14"}}),
    ("facts.customer.tier", "word.not_listed", {"facts": {"customer": {"tier": "Gold"}}}),
    ("facts.customer.tier", "input.wrong_type", {"facts": {"customer": {"tier": 1}}}),
    ("facts.case.loss", "word.not_listed", {"facts": {"case": {"loss": "monney"}}}),
    ("facts.actor", "fact.not_declared", {"facts": {"actor": {"role": "boss"}}}),
    ("facts.proposal", "fact.not_declared", {"facts": {"proposal": {"amount": "5"}}}),
    ("facts.order", "input.wrong_type", {"facts": {"order": {"status": "open"}}}),
    ("facts.order", "list.too_long", {"facts": {"order": [{}] * 201}}),
    ("facts.order[0]", "input.wrong_type", {"facts": {"order": ["open"]}}),
    ("facts.order[0].status", "word.not_listed", {"facts": {"order": [{"status": "opn"}]}}),
    ("facts.order[1].stat", "input.not_known", {"facts": {"order": [{}, {"stat": "open"}]}}),
    ("facts.order[0].price", "amount.not_text", {"facts": {"order": [{"price": 5}]}}),
    ("proposal", "input.wrong_type", {"proposal": "capped"}),
    ("proposal.gesture", "input.missing", {"proposal": {"amount": "5"}}),
    ("proposal.gesture", "gesture.not_known", {"proposal": {"gesture": "cappd"}}),
    ("proposal.gesture", "gesture.not_known", {"proposal": {"gesture": "money_now"}}),
    ("proposal.gesture", "input.wrong_type", {"proposal": {"gesture": {"capped": 1}}}),
    ("proposal.amuont", "input.not_known", {"proposal": {"gesture": "capped", "amuont": "5"}}),
    ("standing", "input.wrong_type", {"standing": []}),
    ("standing.givn", "input.not_known", {"standing": {"givn": []}}),
    ("standing.given", "input.wrong_type", {"standing": {"given": {}}}),
    ("standing.given[0]", "input.wrong_type", {"standing": {"given": ["capped"]}}),
    ("standing.given[0].gesture", "input.missing", {"standing": {"given": [{"scopes": ["case"]}]}}),
    ("standing.given[0].scopes", "input.wrong_type", {"standing": {"given": [{"gesture": "capped"}]}}),
    (
        "standing.given[0].scopes",
        "scope.not_known",
        {"standing": {"given": [{"gesture": "capped", "scopes": ["cas"]}]}},
    ),
    (
        "standing.given[0].at",
        "input.wrong_type",
        {"standing": {"given": [{"gesture": "c", "at": "noon", "scopes": []}]}},
    ),
    ("standing.envelopes.mnth", "input.not_known", {"standing": {"envelopes": {"mnth": {"left": "5"}}}}),
    ("standing.envelopes.month", "input.wrong_type", {"standing": {"envelopes": {"month": "5"}}}),
    ("standing.envelopes.month.rest", "input.not_known", {"standing": {"envelopes": {"month": {"rest": "5"}}}}),
    *(
        ("proposal.amount", code, {"proposal": {"gesture": "capped", "amount": bad}})
        for code, bad in AMOUNT_REFUSALS.items()
    ),
    *(("facts.stay.price", code, {"facts": {"stay": {"price": bad}}}) for code, bad in AMOUNT_REFUSALS.items()),
    *(
        ("standing.given[0].amount", code, {"standing": {"given": [{"gesture": "g", "amount": bad, "scopes": []}]}})
        for code, bad in AMOUNT_REFUSALS.items()
    ),
    *(
        ("standing.envelopes.month.left", code, {"standing": {"envelopes": {"month": {"left": bad}}}})
        for code, bad in AMOUNT_REFUSALS.items()
        if code != "amount.negative"
    ),
]
"""A mistake in a request: the path and code of its finding."""


def test_mistaken_request_is_refused_at_its_path(running: PreparedCharter) -> None:
    for path, code, part in BAD_VALUES:
        with pytest.raises(InputRefused) as refusal:
            running.read({"actor": {"role": "desk"}, **cast("dict[str, object]", part)})
        found = [(finding.code, dict(finding.values).get("path")) for finding in refusal.value.findings]
        assert found[0] == (code, path), part


def test_what_is_no_object_is_no_request(running: PreparedCharter) -> None:
    values: tuple[object, ...] = (None, True, 5, 1.5, "desk", [], [{}])
    for value in values:
        with pytest.raises(InputRefused):
            running.read(value)


def test_more_than_a_thousand_mistakes_are_tried() -> None:
    conditions = (len(BAD_EXPRESSIONS) + len(BAD_TESTS)) * len(CONDITION_PLACES)
    amounts = len(BAD_AMOUNTS) * len(AMOUNT_PLACES) + len(BAD_MONEY) * len(MONEY_PLACES)

    tried = conditions + amounts + len(BAD_PARTS) + len(BAD_DECLARATIONS) + len(BAD_VALUES)

    assert tried == 1101

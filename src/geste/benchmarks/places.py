"""Places: every kind of clause of the charter language with every mistake it can hold. None of these may load."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_HEAD: Final = """\
charter: places
version: 1
currency: EUR
effective: 2026-05-01
purpose: Hold one mistake.
facts:
  order: {total: money, days: number, late: yes_no}
  contact: {channel: [phone, chat, shop]}
parameters:
  small: 20 EUR
"""
_ROLES: Final = "roles:\n  advisor: {name: Advisor}\n"
_VOUCHER: Final = "gestures:\n  voucher: {name: Voucher, kind: money_later, cap: 50}\n"
_BEND: Final = "bendable:\n  late_check: {says: We look twice., name: Look once, for: everyone}\n"

_CONDITIONS: Final = {
    "a fact's name mistyped": "{order.totl: {at_least: 15}}",
    "a word nobody declared": "{contact.channel: fone}",
    "an amount compared with text": "{order.total: {at_least: forty}}",
    "a number compared with a word": "{order.days: [phone]}",
    "a yes or no compared with a number": "{order.late: 3}",
    "a test that does not exist": "{order.days: {at_mots: 3}}",
    "another currency": "{order.total: {at_least: 15 USD}}",
    "a mistyped fact in an expression": '"order.totl > 15"',
    "an undeclared word in an expression": "'contact.channel == \"fone\"'",
    "types mixed in an expression": "'order.days > \"three\"'",
    "money mixed with a number fact": '"order.total > order.days"',
    "an unknown parameter": '"order.total > smal"',
    "an expression that is no question": '"order.days + 1"',
    "a list condition on no list": "{order.days: {any: {status: open}}}",
    "an unknown gesture looked up in history": "{given: {gesture: vucher, on: case}}",
    "an unknown scope looked up in history": "{given: {gesture: voucher, on: cse}}",
    "an unknown fact to be confirmed": "{confirmed: order.totl}",
}
_AMOUNTS: Final = {
    "a mistyped fact in an amount": '"order.totl"',
    "a number where money belongs": '"order.days"',
    "a word where money belongs": "plenty",
    "an unknown parameter in an amount": '"smal"',
    "another currency in an amount": "15 USD",
    "more decimals than the currency has": "15.999",
    "a share of what is no amount": "{percent: 10 %, of: order.days}",
}
_CONDITION_PLACES: Final = {
    "gesture.when": "gestures:\n  voucher: {name: Voucher, kind: money_later, cap: 50, when: %s}\n",
    "clause.require": _VOUCHER + "clauses:\n  rule: {says: A rule., require: %s}\n",
    "clause.when": _VOUCHER + "clauses:\n  rule: {says: A rule., when: %s, require: {order.late: yes}}\n",
    "limit.when": _VOUCHER + "limits:\n  often: {says: Twice., per: case, when: %s, at_most: {times: 2}}\n",
    "red_line.when": _VOUCHER + "red_lines:\n  safety: {says: Safety first., when: %s}\n",
    "owed.when": _VOUCHER + "owed:\n  refund: {name: Refund, because: law, when: %s, amount: {exactly: 20}}\n",
    "bendable.when": _VOUCHER + "bendable:\n  look: {says: We look twice., name: Look once, for: everyone, when: %s}\n",
    "sizing.uplift": _VOUCHER
    + "sizing:\n  loss: order.total\n  severity: {small: 25 %%, spoiled: 50 %%, ruined: 100 %%, danger: 100 %%}\n"
    + "  uplift: {when: %s, percent: 20 %%, says: Loyal.}\n",
}
_AMOUNT_PLACES: Final = {
    "gesture.cap": "gestures:\n  voucher: {name: Voucher, kind: money_later, cap: %s}\n",
    "gesture.amount.exactly": "gestures:\n  voucher: {name: Voucher, kind: money_later, amount: {exactly: %s}}\n",
    "gesture.amount.at_most": "gestures:\n  voucher: {name: Voucher, kind: money_later, amount: {at_most: %s}}\n",
    "limit.amount": _VOUCHER + "limits:\n  much: {says: Enough., per: case, at_most: {amount: %s}}\n",
    "owed.amount": _VOUCHER + "owed:\n  refund: {name: Refund, because: law, amount: {exactly: %s}}\n",
}
_NAMES: Final = {
    (
        "gesture.for",
        "an unknown role",
    ): "gestures:\n  voucher: {name: Voucher, kind: money_later, cap: 50, for: [advsor]}\n",
    ("gesture.cap", "an unknown role"): "gestures:\n  voucher: {name: Voucher, kind: money_later, cap: {advsor: 50}}\n",
    ("gesture.cap", "no cap at all"): "gestures:\n  voucher: {name: Voucher, kind: money_later}\n",
    ("gesture.kind", "an unknown kind"): "gestures:\n  voucher: {name: Voucher, kind: money_latr, cap: 50}\n",
    (
        "gesture",
        "an unknown key",
    ): "gestures:\n  voucher: {name: Voucher, kind: money_later, cap: 50, wen: {order.late: yes}}\n",
    ("clause", "an unknown key"): _VOUCHER + "clauses:\n  rule: {says: A rule., requires: {order.late: yes}}\n",
    ("clause.covers", "an unknown gesture"): _VOUCHER
    + "clauses:\n  rule: {says: A rule., covers: [vucher], require: {order.late: yes}}\n",
    ("clause.for", "an unknown role"): _VOUCHER
    + "clauses:\n  rule: {says: A rule., for: [advsor], require: {order.late: yes}}\n",
    ("clause.otherwise", "an unknown outcome"): _VOUCHER
    + "clauses:\n  rule: {says: A rule., require: {order.late: yes}, otherwise: forbiden}\n",
    ("clause.otherwise", "an unknown bendable rule"): _VOUCHER
    + _BEND
    + "clauses:\n  rule: {says: A rule., require: {order.late: yes}, otherwise: {bend: late_chek}}\n",
    ("red_line.forbids", "an unknown gesture"): _VOUCHER
    + "red_lines:\n  safety: {says: Safety., when: {order.late: yes}, forbids: [vucher]}\n",
    ("red_line.instead", "an unknown gesture"): _VOUCHER
    + "red_lines:\n  safety: {says: Safety., when: {order.late: yes}, instead: [vucher]}\n",
    ("limit.covers", "an unknown gesture"): _VOUCHER
    + "limits:\n  often: {says: Twice., per: case, covers: [vucher], at_most: {times: 2}}\n",
    ("limit.per", "an unknown scope"): _VOUCHER + "limits:\n  often: {says: Twice., per: cse, at_most: {times: 2}}\n",
    ("limit.within", "a duration nobody can read"): _VOUCHER
    + "limits:\n  often: {says: Twice., per: case, within: 30 dayz, at_most: {times: 2}}\n",
    ("limit.at_most", "words for a number"): _VOUCHER
    + "limits:\n  often: {says: Twice., per: case, at_most: {times: two}}\n",
    ("envelope.covers", "an unknown gesture"): _VOUCHER
    + "envelopes:\n  month: {name: This month, amount: 100, every: month, covers: [vucher]}\n",
    ("envelope.amount", "another currency"): _VOUCHER
    + "envelopes:\n  month: {name: This month, amount: 100 USD, every: month}\n",
    ("role.is", "an unknown parent"): "",
    ("one_hop.to", "an unknown role"): _VOUCHER + "one_hop: {to: advsor, answer_within: 10 minutes, on_silence: act}\n",
    ("case_cap", "another currency"): "",
}
_PROPOSED: Final[dict[str, dict[str, str]]] = {
    "owed": {"gesture": "refund", "amount": "20.00"},
    "bendable": {"gesture": "look"},
}


class Flawed(NamedTuple):
    """A charter text with exactly one mistake: the kind of clause it stands in, and what is wrong."""

    place: str
    mistake: str
    text: str


class Asking(NamedTuple):
    """A sound charter, and a request that leaves out the one fact it turns on."""

    place: str
    text: str
    request: dict[str, Any]


def flawed_charters() -> Iterator[Flawed]:
    """Return every text. Each is sound but for its one mistake: `sound_charters` proves it."""
    for place, frame in _CONDITION_PLACES.items():
        for mistake, condition in _CONDITIONS.items():
            yield Flawed(place, mistake, _whole(frame % condition))
    for place, frame in _AMOUNT_PLACES.items():
        for mistake, amount in _AMOUNTS.items():
            yield Flawed(place, mistake, _whole(frame % amount))
    for (place, mistake), body in _NAMES.items():
        yield Flawed(place, mistake, _named(place, body))


def sound_charters() -> Iterator[Flawed]:
    """Return each frame with nothing wrong in it, so that a refusal can only come from the mistake."""
    for place, frame in _CONDITION_PLACES.items():
        yield Flawed(place, "", _whole(frame % "{order.total: {at_least: 15}}"))
    for place, frame in _AMOUNT_PLACES.items():
        yield Flawed(place, "", _whole(frame % "15"))


def asking_charters() -> Iterator[Asking]:
    """Return each kind of clause resting on `order.total`, with a request without it. Sizing decides nothing."""
    for place, frame in _CONDITION_PLACES.items():
        if place != "sizing.uplift":
            yield _asking(place, frame % "{order.total: {at_least: 15}}")
    for place, frame in _AMOUNT_PLACES.items():
        yield _asking(place, frame % '"order.total"')


def _asking(place: str, body: str) -> Asking:
    given = {"gesture": "voucher", "amount": "1.00", "scopes": ["case"]}
    facts = {"order": {"days": 3, "late": False}, "contact": {"channel": "phone"}}
    proposal = _PROPOSED.get(place.partition(".")[0], {"gesture": "voucher", "amount": "10.00"})
    request = {
        "actor": {"role": "advisor"},
        "facts": facts,
        "standing": {"given": [given, given]},
        "proposal": proposal,
    }
    return Asking(place, _whole(body), request)


def _named(place: str, body: str) -> str:
    if place == "role.is":
        return f"{_HEAD}roles:\n  advisor: {{name: Advisor, is: advsor}}\n{_VOUCHER}"
    if place == "case_cap":
        return _whole(_VOUCHER).replace("purpose:", "case_cap: 500 USD\npurpose:")
    return _whole(body)


def _whole(body: str) -> str:
    return f"{_HEAD}{_ROLES}{body}"

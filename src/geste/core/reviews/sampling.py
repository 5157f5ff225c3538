"""Sampling: which decisions are looked at again. Chance decides, and anybody who has the log can work it out again.

A decision is drawn where a number made from it lies below the rate of its stratum. The number is made with the root of
the first checkpoint over its receipt, which nobody knows before the decision is written; the rates stand before that.
So nobody can steer a draw to a person.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from enum import StrEnum

TAG = b"geste/review/v1\0"
WHOLE = 1_000_000
"""Rates are parts of a million: whole numbers come out the same everywhere."""
NUMBER_BYTES = 8


class Stratum(StrEnum):
    """Kinds of decision among which draws are made apart. A no is looked at as often as a yes."""

    GIFT = "gift"
    BEND = "bend"
    ACT_FIRST = "act_first"
    REFUSAL = "refusal"
    HANDOVER = "handover"


YES = (Stratum.GIFT, Stratum.BEND, Stratum.ACT_FIRST)
NO = (Stratum.REFUSAL, Stratum.HANDOVER)


def number_of(root: bytes, decision: int) -> int:
    """Return the number of a decision under the root of a checkpoint: below 2^64, and nobody's choice."""
    digest = hmac.digest(root, TAG + str(decision).encode("ascii"), hashlib.sha256)
    return int.from_bytes(digest[:NUMBER_BYTES])


def is_drawn(root: bytes, decision: int, rate: int) -> bool:
    """Return whether a decision is drawn at this rate, in parts of a million."""
    return number_of(root, decision) * WHOLE < rate << (8 * NUMBER_BYTES)


def planned(expected: Mapping[Stratum, int], wanted: int) -> dict[Stratum, int]:
    """Return the rate of each stratum that draws about `wanted` of so many decisions expected, half of them noes.

    Where there are too few noes, all are drawn and fewer gifts: at least half of what is drawn to be expected is a no,
    unless no no is expected at all.
    """
    noes = _spread({each: expected.get(each, 0) for each in NO}, wanted - wanted // 2)
    room = min(wanted // 2, sum(noes.values())) if any(noes.values()) else wanted // 2
    yeses = _spread({each: expected.get(each, 0) for each in YES}, room)
    return {
        **{each: _rate(yeses[each], expected.get(each, 0)) for each in YES},
        **{each: _rate(noes[each], expected.get(each, 0)) for each in NO},
    }


def _spread(expected: Mapping[Stratum, int], wanted: int) -> dict[Stratum, int]:
    """Share out what is wanted evenly; what a small stratum cannot give, the larger ones do."""
    shares = dict.fromkeys(expected, 0)
    smallest_first: Sequence[Stratum] = sorted(expected, key=lambda each: (expected[each], each))
    for place, each in enumerate(smallest_first):
        shares[each] = min(expected[each], wanted // (len(smallest_first) - place))
        wanted -= shares[each]
    return shares


def _rate(share: int, expected: int) -> int:
    """What is not expected is drawn wherever it turns up: nothing is known of it yet."""
    return WHOLE if expected == 0 else share * WHOLE // expected

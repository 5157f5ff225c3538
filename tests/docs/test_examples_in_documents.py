"""What the documents show is what Geste says: the receipt in the README, the charter in the tutorial."""

import json
import re
from pathlib import Path

import pytest

from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.decision.prepared import prepare
from geste.core.money import format_amount
from geste.phrases.names import gesture_name, role_name
from geste.phrases.speak import say_reason, say_word

ROOT = Path(__file__).resolve().parents[2]
FIRST_CHARTER = (ROOT / "docs" / "tutorial" / "first-charter.md").read_text(encoding="utf-8")
NIGHT = {
    "id": "H1",
    "actor": {"role": "night_audit"},
    "facts": {"now": "2026-05-14T01:07:00+10:00", "stay": {"night_price": "390", "affected_nights": 1}},
    "proposal": {"gesture": "night_credit", "amount": "390.00"},
}


def charter_of(text: str) -> Charter:
    charter = read_charter(text).charter
    assert charter is not None
    return charter


def code(kind: str, text: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_the_receipt_in_the_readme_is_what_the_hotel_says() -> None:
    charter = charter_of((ROOT / "examples/charters/hotel.yaml").read_text(encoding="utf-8"))
    prepared = prepare(charter)
    decision = prepared.decide(prepared.read(NIGHT))
    assert decision.amount is not None
    assert decision.headroom is not None

    shown = squeezed(code("text", (ROOT / "README.md").read_text(encoding="utf-8")))

    amount, room = (f"A${format_amount(minor, charter.currency)}" for minor in (decision.amount, decision.headroom))
    role = role_name(charter, "night_audit", "en")
    assert shown == [
        f"Decided in good faith under charter v{charter.version}. You are protected.",
        f"{gesture_name(charter, 'night_credit', 'en')} {amount}",
        f"Given by Tomás Rivera, {role}, to Mr Lee, room 507.",
        "Why the charter says so",
        *(say_reason(reason, charter, "en") for reason in decision.reasons),
        f"Verdict {say_word('authority', decision.authority, 'en')}",
        f"Way taken {say_word('route', decision.routes[0], 'en')}",
        f"Clause {decision.clause}",
        f"Room before giving {room}",
        f"Charter {charter.id} v{charter.version}",
    ]


def line_of_the_tutorial() -> dict[str, object]:
    """Return the case the tutorial types at the terminal."""
    command = code("sh", FIRST_CHARTER.split("## What does it allow?")[1])
    line = re.search(r"echo '(.*?)'", command, re.DOTALL)
    assert line
    case: dict[str, object] = json.loads(line[1])
    return case


@pytest.mark.parametrize(("amount", "answer"), [("15.00", ("within", "voucher")), ("35.00", ("beyond", "voucher.cap"))])
def test_the_first_charter_decides_as_the_tutorial_says(amount: str, answer: tuple[str, str]) -> None:
    prepared = prepare(charter_of(code("yaml", FIRST_CHARTER)))
    case = line_of_the_tutorial() | {"proposal": {"gesture": "voucher", "amount": amount}}

    decision = prepared.decide(prepared.read(case))

    assert (decision.authority, decision.clause) == answer
    assert f'"{amount}"' in FIRST_CHARTER


def test_the_misspelt_word_is_found_where_the_tutorial_says() -> None:
    text = code("yaml", FIRST_CHARTER).replace("money_later", "money_latr")

    (finding,) = read_charter(text).findings

    assert (finding.code, finding.line) == ("word.not_listed", 11)
    assert dict(finding.values)["nearest"] == "money_later"

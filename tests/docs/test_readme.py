"""The receipt in the README is what Geste says."""

import re
from pathlib import Path

from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.decision.prepared import prepare
from geste.core.money import format_amount
from geste.phrases.names import gesture_name, role_name
from geste.phrases.speak import say_reason, say_word

ROOT = Path(__file__).resolve().parents[2]
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
        "What the charter says",
        *(say_reason(reason, charter, "en") for reason in decision.reasons),
        f"Verdict {say_word('authority', decision.authority, 'en')}",
        f"Way taken {say_word('route', decision.routes[0], 'en')}",
        f"Clause {gesture_name(charter, decision.clause, 'en')}",
        f"Room before giving {room}",
        f"Charter {charter.id} v{charter.version}",
    ]

"""Promise: who stands behind the pledge at the hotel, and the one time it was broken. Invented."""

from geste.demo.promising import Promised

PROMISED = Promised(
    leaders=("grace", "helen"),
    managers={"Day": "priya", "Evening": "priya", "Night": "helen"},
    unsigned=("Evening",),
    departments=(),
    keeper="nora",
    representative="dan",
    reviewers=("hugo", "dan"),
    commitments=(
        "I say first what was right about a decision.",
        "I answer a call for help within five minutes.",
        "I spend two hours a week at the frontline.",
    ),
    told_off=("mei", "I was told off in the corridor for the late check-out of room 312."),
    answered="I spoke with both of them today. It must not happen, and both know it.",
    repaired="She came back, apologised, and said so to the whole team on Monday.",
    shared="Friday evening at reception, and the room I sold twice.",
)

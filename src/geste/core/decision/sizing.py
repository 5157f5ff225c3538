"""Sizing: how large a suggestion is. It follows loss, severity, responsibility, loyalty, and decides no authority."""

from geste.core.charter.syntax import Sizing
from geste.core.decision.evaluate import Scene, Unknown, evaluate
from geste.core.money import share_of
from geste.core.reasons import Reason

WHOLE = 10_000


def suggested_amount(sizing: Sizing | None, scene: Scene) -> int | None:
    """Return the amount to suggest in minor units, before any cap, or None if the loss is not known.

    loss x severity x responsibility x (1 + uplift), at most the ceiling's share of the loss, at least the floor:
    what customers lost decides, how loyal they are may add up to half and never takes away.
    """
    if sizing is None or sizing.loss is None:
        return None
    loss = evaluate(sizing.loss, scene)
    if isinstance(loss, Unknown) or not isinstance(loss, int) or loss <= 0:
        return None
    severity = _share(sizing.severity, scene.facts.get("case.severity"), missing="spoiled")
    responsibility = _share(sizing.responsibility, scene.facts.get("case.responsibility"), missing="ours")
    size = share_of(share_of(loss, severity), responsibility)
    if applies_uplift(sizing, scene):
        size = share_of(size, WHOLE + sizing.uplift)
    return max(sizing.floor, min(size, share_of(loss, sizing.ceiling)))


def applies_uplift(sizing: Sizing, scene: Scene) -> bool:
    """Return whether the customer's loyalty raises the suggestion; unknown does not."""
    return sizing.uplift_when is not None and sizing.uplift > 0 and evaluate(sizing.uplift_when, scene) is True


def raised_by(sizing: Sizing) -> Reason:
    """Return the note that loyalty raised a suggestion."""
    return Reason("uplift.applied", (("percent", sizing.uplift // 100),))


def _share(shares: tuple[tuple[str, int], ...], word: object, *, missing: str) -> int:
    by_word = dict(shares)
    return by_word.get(str(word), by_word.get(missing, WHOLE)) if shares else WHOLE

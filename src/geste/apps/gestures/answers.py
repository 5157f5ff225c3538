"""Answers: what becomes of an intention. What was decided, yes or no; or why it cannot be taken as it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from geste.apps.base.carried import Carried, laid_out, taken_up
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.selectors import NoSuchCase
from geste.apps.charters.selectors import NoCharterInForce
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.people.selectors import TokenWithdrawn
from geste.apps.shadow.models import WouldGive
from geste.core.decision.inputs import InputRefused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a proposal. Without a gesture it was declined, and the decision says why and what else is open.

    One that `is_replayed` was answered before: its key came again, and nothing was written.
    """

    decision: DecisionRecord
    gesture: Gesture | None
    is_replayed: bool = False

    def __reduce__(self) -> tuple[Callable[..., "Outcome"], tuple[object, ...]]:
        """Return what is carried to another process: what doors tell of, without the case and the entry."""
        decision = laid_out(self.decision, "charter_text")
        return _outcome, (decision, self.gesture and laid_out(self.gesture), self.is_replayed)


def _outcome(decided: Carried, given: Carried | None, is_replayed: bool) -> Outcome:  # noqa: FBT001 - as it was carried
    decision: DecisionRecord = taken_up(decided)
    gesture: Gesture | None = given and taken_up(given)
    if gesture is not None:
        gesture.decision = decision
    return Outcome(decision, gesture, is_replayed)


class OnlyWrittenDown(Exception):
    """Nothing was given: whoever decides is in shadow, and what they would give is written down.

    One that `is_replayed` was written down before: its key came again.
    """

    def __init__(self, would_give: WouldGive, *, is_replayed: bool = False) -> None:
        super().__init__(would_give)
        self.would_give = would_give
        self.is_replayed = is_replayed


Refusal = ProposalRefused | InputRefused | NotPermitted | NoCharterInForce | NoSuchCase | TokenWithdrawn
REFUSALS = (ProposalRefused, InputRefused, NotPermitted, NoCharterInForce, NoSuchCase, TokenWithdrawn)
"""Why nothing was written, and the key stays unused."""

Answer = Outcome | Refusal | OnlyWrittenDown


def outcome_of(answer: Answer) -> Outcome:
    """Return what became of a proposal.

    Raises:
        Refusal: it cannot be taken as it stands.
        OnlyWrittenDown: whoever decides is in shadow.
    """
    if isinstance(answer, Outcome):
        return answer
    raise answer

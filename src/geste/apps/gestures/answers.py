"""Answers: what becomes of an intention. What was decided, yes or no; or why it cannot be taken as it stands."""

from dataclasses import dataclass

from geste.apps.base.permission import NotPermitted
from geste.apps.cases.selectors import NoSuchCase
from geste.apps.charters.selectors import NoCharterInForce
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.people.selectors import TokenWithdrawn
from geste.core.decision.inputs import InputRefused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a proposal. Without a gesture it was declined, and the decision says why and what else is open.

    One that `is_replayed` was answered before: its key came again, and nothing was written.
    """

    decision: DecisionRecord
    gesture: Gesture | None
    is_replayed: bool = False


Refusal = ProposalRefused | InputRefused | NotPermitted | NoCharterInForce | NoSuchCase | TokenWithdrawn
REFUSALS = (ProposalRefused, InputRefused, NotPermitted, NoCharterInForce, NoSuchCase, TokenWithdrawn)
"""Why nothing was written, and the key stays unused."""

Answer = Outcome | Refusal


def outcome_of(answer: Answer) -> Outcome:
    """Return what became of a proposal.

    Raises:
        Refusal: it cannot be taken as it stands.
    """
    if isinstance(answer, Outcome):
        return answer
    raise answer

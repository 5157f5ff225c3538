"""Prepared: a charter made ready to decide often. Generated functions answer; the interpreter says what is missing."""

from geste.core.charter.syntax import Charter
from geste.core.decision.decide import decide, scene_of
from geste.core.decision.decision import Answer, Decision, Option
from geste.core.decision.generate import generate
from geste.core.decision.inputs import layout_of, read_request
from geste.core.decision.options import arranged, orders_by_loss
from geste.core.decision.planner import plan_of
from geste.core.decision.request import Proposal, Request
from geste.core.decision.sizing import applies_uplift, suggested_amount
from geste.core.reasons import Reason


class PreparedCharter:
    """One charter, ready. Build it once, ask it often; it keeps no state between questions."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.plan = plan_of(charter)
        self.layout = layout_of(charter)
        self._judges = generate(self.plan, self.layout)
        self._orders = orders_by_loss(self.plan)
        self._unproposed = self.layout.unproposed
        self._value_bits = (1 << len(self.layout.values)) - 1
        self._loss_index = self.layout.values.index("case.loss")

    def read(self, value: object) -> Request:
        """Return the request a JSON object spells.

        Raises:
            InputRefused: with the path of every mistake.
        """
        return read_request(self.plan, self.layout, value)

    def decide(self, request: Request) -> Decision:
        """Return what the charter says of the request's proposal.

        Raises:
            ValueError: the request proposes nothing.
        """
        proposal = request.proposal
        if proposal is None:
            raise ValueError("the request proposes nothing")
        wish, uplift = (None, None) if proposal.amount is not None else self._wish(request)
        return self._judged(request, proposal, request.facts.proposed, request.facts.open, wish, uplift)

    def interpret(self, request: Request, proposal: Proposal) -> Decision:
        """Return what the readable interpreter says: the reference for `decide`."""
        return decide(self.plan, self.layout, request, proposal)

    def options(self, request: Request) -> tuple[Option, ...]:
        """Return everything the actor could do for this customer, best first. Never empty."""
        wish, uplift = self._wish(request)
        loss = request.facts.values[self._loss_index]
        order = self._orders[loss if isinstance(loss, str) else None]
        proposed_for = request.proposal.gesture if request.proposal is not None else ""
        facts = request.facts
        without_proposal = facts.open & self._value_bits | self._unproposed
        options = []
        for gesture, group in order:
            own = gesture == proposed_for
            proposed, open_facts = (facts.proposed, facts.open) if own else (self.layout.assumed, without_proposal)
            decision = self._judged(request, Proposal(gesture, None), proposed, open_facts, wish, uplift)
            options.append(Option(gesture, group, decision))
        return arranged(options)

    def answer(self, request: Request) -> Answer:
        """Return the decision on the proposal, if there is one, and the options."""
        decision = None if request.proposal is None else self.decide(request)
        return Answer(request.id, decision, self.options(request))

    def _judged(
        self,
        request: Request,
        proposal: Proposal,
        proposed: tuple[object, ...],
        open_facts: int,
        wish: int | None,
        uplift: Reason | None,
    ) -> Decision:
        role, kind = request.actor
        facts, standing = request.facts, request.standing
        decision = self._judges[proposal.gesture](
            role,
            kind,
            facts.values,
            proposed,
            facts.claimed,
            open_facts,
            standing.times,
            standing.amounts,
            standing.envelopes,
            proposal.amount,
            wish,
            uplift,
        )
        return decision if decision is not None else self.interpret(request, proposal)

    def _wish(self, request: Request) -> tuple[int | None, Reason | None]:
        """The amount to suggest before any cap, and the note about loyalty if it raised it."""
        sizing = self.charter.sizing
        if sizing is None or sizing.loss is None:
            return None, None
        scene = scene_of(self.plan, self.layout, request, None)
        wish = suggested_amount(sizing, scene)
        if wish is None or not applies_uplift(sizing, scene):
            return wish, None
        return wish, Reason("uplift.applied", (("percent", sizing.uplift // 100),))


def prepare(charter: Charter) -> PreparedCharter:
    """Return a charter made ready to decide."""
    return PreparedCharter(charter)

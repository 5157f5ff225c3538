"""Prepared: a charter made ready to decide often. Generated functions answer; the interpreter says what is missing."""

from geste.core.charter.syntax import Charter
from geste.core.decision.decide import decide, scene_of
from geste.core.decision.decision import Answer, Decision, Option
from geste.core.decision.generate import Judges
from geste.core.decision.inputs import layout_of, read_request
from geste.core.decision.options import arranged, orders_by_loss
from geste.core.decision.planner import plan_of
from geste.core.decision.request import Facts, Proposal, Request
from geste.core.decision.sizing import applies_uplift, suggested_amount
from geste.core.reasons import Reason


class PreparedCharter:
    """One charter, ready. Build it once, ask it often; it keeps no state between questions."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.plan = plan_of(charter)
        self.layout = layout_of(charter)
        roles = self.plan.roles
        self._agents = {role: Judges(self.plan, self.layout, role, "agent") for role in roles}
        self._assistants = {role: Judges(self.plan, self.layout, role, "assistant") for role in roles}
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
        _, (role, kind), facts, standing, proposal = request
        if proposal is None:
            raise ValueError("the request proposes nothing")
        gesture, asked = proposal
        judge = (self._agents if kind == "agent" else self._assistants)[role][gesture]
        if asked is None:
            decision = judge(facts, standing, None, *self._wish(request))
        else:
            decision = judge(facts, standing, asked, None, None)
        return decision if decision is not None else self.interpret(request, proposal)

    def interpret(self, request: Request, proposal: Proposal) -> Decision:
        """Return what the readable interpreter says: the reference for `decide`."""
        return decide(self.plan, self.layout, request, proposal)

    def options(self, request: Request) -> tuple[Option, ...]:
        """Return everything the actor could do for this customer, best first. Never empty."""
        _, (role, kind), facts, standing, proposal = request
        judges = (self._agents if kind == "agent" else self._assistants)[role]
        wish, uplift = self._wish(request)
        own = "" if proposal is None else proposal.gesture
        unproposed = Facts(
            facts.values, self.layout.assumed, facts.claimed, facts.open & self._value_bits | self._unproposed
        )
        loss = facts.values[self._loss_index]
        options = []
        for gesture, group in self._orders[loss if isinstance(loss, str) else None]:
            seen = facts if gesture == own else unproposed
            decision = judges[gesture](seen, standing, None, wish, uplift)
            if decision is None:
                decision = self.interpret(request, Proposal(gesture, None))
            options.append(Option(gesture, group, decision))
        return arranged(options)

    def answer(self, request: Request) -> Answer:
        """Return the decision on the proposal, if there is one, and the options."""
        decision = None if request.proposal is None else self.decide(request)
        return Answer(request.id, decision, self.options(request))

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

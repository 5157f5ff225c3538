"""Prepared: a charter made ready to decide often. Generated functions answer; the interpreter says what is missing."""

from geste.core.charter.syntax import ActorKind, Charter
from geste.core.decision.decide import decide, scene_of
from geste.core.decision.decision import Answer, Decision, Option
from geste.core.decision.generate import judges_of
from geste.core.decision.inputs import layout_of, read_request
from geste.core.decision.offers import offers_of
from geste.core.decision.options import arrangements_of
from geste.core.decision.planner import plan_of
from geste.core.decision.request import Proposal, Request
from geste.core.decision.sizing import applies_uplift, suggested_amount
from geste.core.decision.writer import Role

LOSS = "case.loss"
KINDS: tuple[ActorKind, ...] = ("agent", "assistant")


class PreparedCharter:
    """One charter, ready. Build it once, ask it often; it keeps no state between questions."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.plan = plan_of(charter)
        self.layout = layout_of(charter)
        plan, layout, roles = self.plan, self.layout, self.plan.roles
        self._judges = {kind: {role: judges_of(plan, layout, Role(role, kind)) for role in roles} for kind in KINDS}
        self._offers = {kind: offers_of(plan, layout, [Role(role, kind) for role in roles]) for kind in KINDS}
        self._arrangements = arrangements_of(plan)
        self._loss_index = self.layout.values.index(LOSS)
        self._losses = self.layout.words[LOSS]

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
        actor = request.actor
        decision = self._judges[actor.kind][actor.role][proposal.gesture](request)
        return decision if decision is not None else self.interpret(request, proposal)

    def interpret(self, request: Request, proposal: Proposal) -> Decision:
        """Return what the readable interpreter says: the reference for `decide`."""
        return decide(self.plan, self.layout, request, proposal)

    def options(self, request: Request) -> tuple[Option, ...]:
        """Return everything the actor could do for this customer, best first. Never empty."""
        actor = request.actor
        place = request.facts.values[self._loss_index]
        loss = self._losses[place] if isinstance(place, int) else None
        offer = self._offers[actor.kind][actor.role]
        return offer(request, *self.right_amount(request), self._arrangements[loss])

    def answer(self, request: Request) -> Answer:
        """Return the decision on the proposal, if there is one, and the options."""
        decision = None if request.proposal is None else self.decide(request)
        return Answer(request.id, decision, self.options(request))

    def carries_amount(self, gesture: str) -> bool:
        """Return whether a gesture is given with an amount."""
        plan = self.plan.gesture(gesture)
        return plan is not None and not plan.amount.none

    def right_amount(self, request: Request) -> tuple[int | None, bool]:
        """Return what would be right for this loss, whoever gives it, and whether loyalty raised it.

        Before any cap, and no part of any verdict; None where the charter does not say or the loss is not known.
        """
        sizing = self.charter.sizing
        if sizing is None or sizing.loss is None:
            return None, False
        scene = scene_of(self.plan, self.layout, request, None)
        wish = suggested_amount(sizing, scene)
        return wish, wish is not None and applies_uplift(sizing, scene)


def prepare(charter: Charter) -> PreparedCharter:
    """Return a charter made ready to decide."""
    return PreparedCharter(charter)

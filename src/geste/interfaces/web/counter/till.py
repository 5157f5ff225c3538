"""Till: one counter at one moment: the charter in force there, and what it says about a sale."""

from dataclasses import dataclass
from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import CharterInForce, charter_in_force
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.selectors import Question, question_at_once, small_gestures
from geste.apps.people.selectors import local_moment
from geste.core.charter.syntax import Charter, Gesture
from geste.core.decision.inputs import InputRefused
from geste.interfaces.web.counter.typed import NOTHING_TYPED, Typed, facts_typed
from geste.interfaces.web.desk.fields import say_problem


@dataclass(frozen=True, slots=True)
class Till:
    """Who stands there, since when by the clock, and by the clocks of the place."""

    actor: Actor
    now: datetime
    at: datetime
    in_force: CharterInForce

    @property
    def charter(self) -> Charter:
        """The charter in force."""
        return self.in_force.charter

    @property
    def gestures(self) -> tuple[Gesture, ...]:
        """What may be given here without a case."""
        return small_gestures(self.in_force, self.actor.role)

    def facts(self, typed: Typed) -> dict[str, object]:
        """Return what was typed about a sale as facts in the wire form."""
        assert self.at.tzinfo is not None
        return facts_typed(typed, self.charter, self.at.tzinfo)

    def ask(self, typed: Typed, proposal: Proposal | None = None) -> tuple[Question, str]:
        """Return the question that was typed, and what is wrong with it: then it is asked without what is wrong.

        Only where there is something this role may give: a role that the charter does not know asks nothing.
        """
        spelled = None if proposal is None else proposal.in_wire_form()
        try:
            return question_at_once(self.actor, facts=self.facts(typed), now=self.now, proposal=spelled), ""
        except InputRefused as refused:
            simpler = self.ask(typed) if proposal is not None else self.ask(NOTHING_TYPED)
            return simpler[0], self.problem_words(refused)

    def problem_words(self, refused: InputRefused) -> str:
        """Return what cannot be read, in words."""
        return " ".join(say_problem(found, self.charter) for found in refused.findings)


def till_of(actor: Actor, now: datetime) -> Till:
    """Return the till somebody stands at.

    Raises:
        NoCharterInForce: nothing is published yet.
    """
    at = local_moment(actor, now)
    return Till(actor, now, at, charter_in_force(at=at))

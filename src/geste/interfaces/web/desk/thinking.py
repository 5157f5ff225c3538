"""Thinking: four questions that help to judge, beside the choice; what is answered is kept with the decision."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Kind
from geste.apps.gestures.feedback import decision_numbered
from geste.apps.gestures.models import DecisionRecord
from geste.apps.reviews.policies import may_consider
from geste.apps.reviews.selectors import considerations_on
from geste.apps.reviews.services.note_considerations import note_considerations
from geste.core.reviews.questions import THOUGHT_CHARACTERS, Thought
from geste.interfaces.web.visitor import for_agents, now

FIELD = "thought-"


@dataclass(frozen=True, slots=True)
class ThoughtLine:
    """One question, the name of its field, and what was answered."""

    field: str
    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Thoughts:
    """What whoever decided thought about, and what they may still say."""

    decision: int
    said: tuple[ThoughtLine, ...]
    open: tuple[ThoughtLine, ...]


def thought_words(thought: Thought) -> str:
    """Return a question that helps to judge."""
    return {
        Thought.WENT_WRONG: _("What went wrong for this person?"),
        Thought.MAKE_RIGHT: _("What would make it right?"),
        Thought.COST: _("What will it cost us, and what if we do nothing?"),
        Thought.PROUD: _("What would you be proud to tell a colleague?"),
    }[thought]


def thoughts_for(kind: str) -> tuple[ThoughtLine, ...]:
    """Return the questions for a case of this kind; where nothing went wrong, nobody is asked what did."""
    asked = [thought for thought in Thought if kind == Kind.COMPLAINT.value or thought is not Thought.WENT_WRONG]
    return tuple(ThoughtLine(f"{FIELD}{thought.value}", thought_words(thought)) for thought in asked)


def thoughts_on(decision: DecisionRecord, actor: Actor) -> Thoughts | None:
    """Return what this actor thought about in a decision of their own; nobody else's is shown."""
    if decision.decided_by_id != actor.user_id or actor.kind != "agent":
        return None
    said = {f"{FIELD}{row.thought}": row.words for row in considerations_on(decision)}
    kind = Kind.REQUEST.value if decision.case is None else decision.case.kind
    lines = thoughts_for(kind)
    answered = tuple(ThoughtLine(it.field, it.question, said[it.field]) for it in lines if it.field in said)
    return Thoughts(decision.pk, answered, tuple(it for it in lines if it.field not in said))


def keep_thoughts(typed: Mapping[str, str], decision: DecisionRecord, actor: Actor) -> None:
    """Keep what was thought about with a decision that is made; where nothing was, nothing is asked or written."""
    answers = {thought: typed.get(f"{FIELD}{thought.value}", "")[:THOUGHT_CHARACTERS] for thought in Thought}
    if any(words.strip() for words in answers.values()):
        note_considerations(actor=actor, decision_id=decision.pk, answers=answers, now=now())


@require_POST
@for_agents
def think(request: HttpRequest, actor: Actor, decision_id: int) -> HttpResponse:
    """Keep what somebody thought about in a decision of theirs, said afterwards."""
    decision = decision_numbered(actor, decision_id)
    require(may_consider(actor, decision))
    keep_thoughts(request.POST.dict(), decision, actor)
    gesture = getattr(decision, "gesture", None)
    if gesture is None:
        return redirect("web:queue")
    return redirect("web:receipt", gesture_id=gesture.pk)

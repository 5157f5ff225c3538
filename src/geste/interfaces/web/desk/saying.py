"""Saying: ready sentences of the house, in the customer's language, spoken and written."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from geste.apps.cases.models import Case, Understanding


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps: what to do, in the agent's language, and how it may sound in the customer's."""

    words: str
    spoken: str
    written: str


def teaching(case: Case) -> str:
    """Return how to say kindly that something is otherwise; empty where the customer is not mistaken."""
    with override(case.language):
        sentences = {
            Understanding.MISTAKEN.value: _("I see how our wording leads to that. Let’s sort it out."),
            Understanding.PARTLY.value: _(
                "You are right about part of it, and I see how the rest came about. Let’s sort it out."
            ),
        }
        return sentences.get(case.understanding, "")


def five_steps(language: str) -> tuple[Step, ...]:
    """Return the five steps, in order, with a sentence for each as one speaks and as one writes.

    The order is the one that is taught: calm, listen, acknowledge, clarify, propose (Training magazine).
    """
    todo = (
        _("Stay calm."),
        _("Listen, and say that you do."),
        _("Acknowledge: it was not what we promised."),
        _("Get the facts straight."),
        _("Propose something now."),
    )
    with override(language):
        spoken = (
            _("Take your time. I am here for you."),
            _("I am listening. I am writing it down in your words."),
            _("You should not have had to go through this."),
            _("Let me make sure that I have understood: when did it begin?"),
            _("Here is what I can do right now."),
        )
        written = (
            _("Thank you for writing to us about this."),
            _("I have read your message twice, so that nothing is missed."),
            _("What you describe is not what we had promised you."),
            _("May I ask you for one detail, so that I get it right?"),
            _("Here is what I have done for you as I write."),
        )
    return tuple(Step(*parts) for parts in zip(todo, spoken, written, strict=True))

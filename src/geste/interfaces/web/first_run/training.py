"""Training: a first case to try, made up and said to be. Nothing given on it counts anywhere."""

from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.services.open_case import Opening, open_case
from geste.interfaces.web.first_run.trades import EXAMPLES
from geste.interfaces.web.speech import language

REFERENCE = "try-1"


def open_training_case(actor: Actor, trade: str, *, now: datetime) -> Case:
    """Return the case of this trade that one may try things on, opened unless it is there."""
    example = EXAMPLES[trade]
    opening = Opening(
        reference=REFERENCE,
        kind=example.kind,
        words=example.words.in_language(language()),
        customer_label=example.customer.in_language(language()),
        language=language(),
        facts=example.facts,
        is_training=True,
    )
    return open_case(actor=actor, opening=opening, now=now)

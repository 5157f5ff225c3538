"""Say something to a situation: practice, for oneself; the charter answers at once, and no case is touched."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.training.models import SelfTrust, Trial
from geste.apps.training.policies import may_practise
from geste.apps.training.refusals import TrainingRefused
from geste.apps.training.selectors import Part, Tried, answer_called, practice_of

STEPS = range(1, 6)


@transaction.atomic(durable=True)
def say_to_situation(*, actor: Actor, scenario: str, said: str, now: datetime) -> Tried:
    """Return a situation with what was said to it; the newest word is kept.

    Raises:
        NotPermitted: software asks.
        TrainingRefused: the charter in force has no such situation for them, or nothing was picked.
    """
    practice = practice_of(actor, now=now)
    found = next((one.scenario for one in practice.tried if one.scenario.id == scenario), None)
    if found is None:
        raise TrainingRefused("situation.gone")
    answer = answer_called(said)
    if answer is None:
        raise TrainingRefused("situation.nothing_picked")

    Trial.objects.update_or_create(
        person_id=actor.user_id,
        charter_digest=practice.in_force.row.digest,
        scenario=scenario,
        defaults={"said": answer, "said_at": now},
    )
    return Tried(found, answer)


@transaction.atomic(durable=True)
def say_trust(*, actor: Actor, part: str, step: int, now: datetime) -> None:
    """Keep how far somebody says they trust themselves with one part.

    Raises:
        NotPermitted: software asks.
        TrainingRefused: there is no such part, or no such step.
    """
    require(may_practise(actor))
    if part not in set(Part) or step not in STEPS:
        raise TrainingRefused("trust.no_step")

    SelfTrust.objects.update_or_create(person_id=actor.user_id, part=part, defaults={"step": step, "said_at": now})

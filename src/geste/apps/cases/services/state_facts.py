"""State: keep what is now known about a case, as claimed or as confirmed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on
from geste.apps.cases.selectors import case_for_writing, moment_of
from geste.apps.charters.selectors import charter_in_force


@transaction.atomic(durable=True)
def state_facts(*, actor: Actor, case: Case, stated: Mapping[str, object], now: datetime) -> Case:
    """Return the case with the facts in `stated` put in place, by path; `stay.night_price` given None is forgotten.

    Decisions already made keep the facts they were made with.

    Raises:
        NotPermitted: the actor may not work on this case.
        InputRefused: a fact is not declared, or its value is not of its type. Nothing is kept then.
    """
    case = case_for_writing(case)
    require(may_work_on(actor, case))

    in_force = charter_in_force(at=moment_of(case, now))
    facts = with_stated(case.facts, stated)

    in_force.prepared.read({"actor": {"role": "everyone"}, "facts": facts})

    case.facts = facts
    case.save(update_fields=["facts"])
    return case


def with_stated(facts: Mapping[str, object], stated: Mapping[str, object]) -> dict[str, object]:
    """Return nested `facts` with values put in, or taken out, at dotted paths."""
    result = dict(facts)
    for path, value in stated.items():
        name, _, rest = path.partition(".")
        if rest:
            inner = result.get(name)
            nested = with_stated(inner if isinstance(inner, dict) else {}, {rest: value})
            result[name] = nested
            if not nested:
                del result[name]
        elif value is None:
            result.pop(name, None)
        else:
            result[name] = value
    return result

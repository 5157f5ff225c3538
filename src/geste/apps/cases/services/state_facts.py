"""State: keep what is now known about a case, as claimed or as confirmed. Two people lose nothing of each other's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on
from geste.apps.cases.selectors import case_for_writing, moment_of
from geste.apps.charters.selectors import charter_in_force


@dataclass(frozen=True, slots=True)
class Seen:
    """What an open page showed of the facts it states, by path. `page` names the page while it is open."""

    page: str
    values: Mapping[str, object] = field(default_factory=dict)


class ChangedMeanwhile(Exception):
    """Somebody else stated these facts since the page was shown. Nothing was kept of what it states."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(*paths)
        self.paths = paths


@transaction.atomic(durable=True)
def state_facts(
    *, actor: Actor, case: Case, stated: Mapping[str, object], now: datetime, seen: Seen | None = None
) -> Case:
    """Return the case with the facts in `stated` put in place, by path; `stay.night_price` given None is forgotten.

    Decisions already made keep the facts they were made with. With `seen`, what another page stated meanwhile is not
    overwritten unknown.

    Raises:
        NotPermitted: the actor may not work on this case.
        InputRefused: a fact is not declared, or its value is not of its type. Nothing is kept then.
        ChangedMeanwhile: a fact is not what the page showed, nor what it states. Nothing is kept then.
    """
    case = case_for_writing(case)
    require(may_work_on(actor, case))

    in_force = charter_in_force(at=moment_of(case, now))
    facts = with_stated(case.facts, stated)

    in_force.prepared.read({"actor": {"role": "everyone"}, "facts": facts})
    if seen is not None:
        _refuse_to_overwrite(case, stated, seen)
        case.facts_page = seen.page

    case.facts = facts
    case.save(update_fields=["facts", "facts_page"])
    return case


def _refuse_to_overwrite(case: Case, stated: Mapping[str, object], seen: Seen) -> None:
    if seen.page and case.facts_page == seen.page:
        return
    paths = [path for path in stated if path in seen.values]
    changed = [path for path in paths if value_at(case.facts, path) not in (seen.values[path], stated[path])]
    if changed:
        raise ChangedMeanwhile(tuple(changed))


def value_at(facts: Mapping[str, object], path: str) -> object:
    """Return what is stated at a dotted path, in the wire form; None if nothing is."""
    value: object = facts
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


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

"""Cells: what each of the people is answered when they do one thing to one other, by really doing it. Undone after."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from tests.permitted import states
from tests.permitted.house import House
from tests.permitted.verbs import VERBS

ALLOWED, NOT_THERE = "allowed", "not there"
WRITING = ("INSERT", "UPDATE", "DELETE")


class WroteAll(AssertionError):
    """Something was written although it was refused."""


def answers_to_everybody(house: House, verb: str, state: str) -> dict[str, str]:
    """Return what each person is answered: `allowed`, `not there`, or the code of a refusal. Nothing is left of it."""
    made = state_called(state)
    first = getattr(made, "begins_with", None)
    is_theirs = len(inspect.signature(made).parameters) > 1
    with undone():
        begun = first(house) if first else house if is_theirs else made(house)
        answers = {}
        for name, actor in house.people.items():
            with undone():
                answers[name] = _answer(actor, verb, made(begun, actor) if is_theirs else begun)
        return answers


def state_called(state: str) -> Callable[..., Any]:
    """Return what makes a state, by its words in the table."""
    made: Callable[..., Any] = getattr(states, name_of(state))
    return made


def name_of(state: str) -> str:
    """Return what the function that makes a state is called."""
    return state.replace("'", "").replace(" ", "_")


def _answer(actor: Actor, verb: str, thing: Any) -> str:
    """Do it. What is not allowed, or not there, writes nothing."""
    with _written() as written:
        try:
            VERBS[verb](actor, thing)
        except NotPermitted as refusal:
            answer = refusal.reason
        except Exception as refusal:  # noqa: BLE001 - what is no refusal is raised again below
            if type(refusal).__name__.startswith(("NoSuch", "NothingThere", "NotThere")):
                answer = NOT_THERE
            else:
                return _code(refusal)
        else:
            return ALLOWED
    if written:
        raise WroteAll(f"{verb} by {actor.name}: {written[0]}")
    return answer


def _code(refusal: Exception) -> str:
    """The code of a refusal that is not about who asks. What has none is a mistake, and falls through."""
    code = getattr(refusal, "code", None)
    if not isinstance(code, str):
        raise refusal
    return code


@contextmanager
def _written() -> Iterator[list[str]]:
    written: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITING):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield written


@contextmanager
def undone() -> Iterator[None]:
    """Undo whatever is written. Services may open a transaction of their own in it, as they do in Django's tests."""
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]
    with around:
        yield
        transaction.set_rollback(True)

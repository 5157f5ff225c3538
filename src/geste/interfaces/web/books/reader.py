"""Reader: who reads the books, and what time it is by the owner's clocks."""

from collections.abc import Callable
from datetime import datetime
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.ledger.policies import may_see_books
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.interfaces.web.visitor import for_agents, now

P = ParamSpec("P")


def for_readers(
    view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the actor who asks; who does not look after the charter is told that the books are not for them."""

    def ask(request: HttpRequest, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        require(may_see_books(actor))
        return view(request, actor, *args, **kwargs)

    return update_wrapper(for_agents(ask), view)


def today() -> datetime:
    """Return the moment the books are read at, by the owner's clocks."""
    return on_the_clock_of_the_house(now())

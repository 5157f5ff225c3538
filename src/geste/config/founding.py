"""Founding: while nobody has moved in, every address but those of the first run says so, to people and programs."""

from collections.abc import Callable
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from geste.apps.people.selectors import is_founded
from geste.config.refusing import is_from_program, unreachable
from geste.interfaces.api.v1 import problems
from geste.interfaces.web.first_run import gate


class FirstRunFirst:
    """Keeps everything shut until there is an owner. Who is signed in proves that there is one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._is_founded = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Return what to say instead of a page, or nothing where the page may answer."""
        name = "" if request.resolver_match is None else request.resolver_match.url_name
        try:
            is_open = name in gate.OPEN_BEFORE or request.user.is_authenticated or self._is_inhabited()
        except OperationalError:
            # The first to ask the database is the first to find that it is away.
            return unreachable(request)
        if is_open:
            return None
        if is_from_program(request):
            return problems.problem(HTTPStatus.SERVICE_UNAVAILABLE, "house.not_founded")
        return gate.not_yet(request)

    def _is_inhabited(self) -> bool:
        # A house is founded once and for ever, so the answer yes is kept.
        self._is_founded = self._is_founded or is_founded()
        return self._is_founded

"""Refusing: what is answered before any door is reached. Programs are told a problem, people are shown a page."""

from http import HTTPStatus

from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse

from geste.interfaces.api.v1 import problems
from geste.interfaces.web import errors


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read."""
    is_host_unknown = isinstance(exception, DisallowedHost)
    if is_from_program(request):
        code = "host.not_known" if is_host_unknown else "request.unreadable"
        return problems.problem(HTTPStatus.BAD_REQUEST, code)
    if is_host_unknown:
        return errors.unknown_host(request)
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent)):
        return errors.too_large(request)
    return errors.bad_request(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Answer an address where nothing is."""
    if is_from_program(request):
        return problems.problem(HTTPStatus.NOT_FOUND, "address.not_known")
    return errors.not_found(request)


def unreachable(request: HttpRequest) -> HttpResponse:
    """Answer while the database cannot be used: whoever asks again in a moment may be served."""
    if is_from_program(request):
        return problems.problem(HTTPStatus.SERVICE_UNAVAILABLE, "server.cannot_write")
    return errors.cannot_write()


def broken(request: HttpRequest) -> HttpResponse:
    """Answer after a mistake of ours."""
    if is_from_program(request):
        return problems.problem(HTTPStatus.INTERNAL_SERVER_ERROR, "server.failed")
    return errors.broken(request)


def is_from_program(request: HttpRequest) -> bool:
    """Return whether the address is one of the API's."""
    return request.path.startswith(problems.ADDRESSES)

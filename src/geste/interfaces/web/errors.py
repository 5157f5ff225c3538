"""Errors: what a page says when something is not there, not allowed, or not yet possible. Always with a way on."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from geste.apps.base.permission import NotPermitted
from geste.apps.cases.selectors import NoSuchCase
from geste.apps.charters.selectors import NoCharterInForce
from geste.apps.gestures.selectors import NoSuchGesture


class Refusals:
    """Turns what services and selectors refuse into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for a refusal, or nothing for what nobody expected."""
        if isinstance(exception, (NoSuchCase, NoSuchGesture)):
            return not_found(request, exception)
        if isinstance(exception, NotPermitted):
            return page(request, HTTPStatus.FORBIDDEN, _("This is not open to you"), permission_words(exception.reason))
        if isinstance(exception, NoCharterInForce):
            return page(
                request,
                HTTPStatus.SERVICE_UNAVAILABLE,
                _("No charter is in force yet"),
                _("Ask the person who looks after the charter to publish one."),
            )
        return None


def page(request: HttpRequest, status: HTTPStatus, title: str, words: str) -> HttpResponse:
    """Return a page that says what happened and what to do."""
    return render(request, "web/error.html", {"title": title, "words": words}, status=status)


def permission_words(reason: str) -> str:
    """Return the sentence for a permission that was refused."""
    sentences = {
        "permission.case_closed": _("This case is closed. Open a new one and link the two."),
        "permission.other_site": _("This case belongs to another site."),
        "permission.steward_only": _("Only the person who looks after the charter may do this."),
    }
    return sentences.get(reason, _("You do not have permission for this."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for an address where nothing is."""
    return page(
        request,
        HTTPStatus.NOT_FOUND,
        _("There is nothing here"),
        _("The address may be mistyped, or what it shows belongs to another site."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that cannot be read."""
    return page(
        request,
        HTTPStatus.BAD_REQUEST,
        _("This request cannot be read"),
        _("Go back and try again. Nothing was written."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a mistake of ours."""
    return page(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        _("Something went wrong on our side"),
        _("Nothing was half written. Try again; if it happens twice, tell the person who runs Geste."),
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that was open too long or came from elsewhere."""
    return page(
        request,
        HTTPStatus.FORBIDDEN,
        _("This form is too old"),
        _("Go back, load the page again and send it once more. Nothing was written."),
    )

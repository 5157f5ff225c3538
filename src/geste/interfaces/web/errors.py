"""Errors: what a page says when something is not there, not allowed, or not yet possible. Always with a way on."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from geste.apps.audit.standstills import MoneyStopped, standstill_now
from geste.apps.base.permission import NotPermitted
from geste.apps.base.waiting_room import TooBusy
from geste.apps.cases.selectors import NoSuchCase
from geste.apps.charters.selectors import NoCharterInForce, NoSuchDraft, NoSuchVersion, charter_of
from geste.apps.gestures.answers import OnlyWrittenDown
from geste.apps.gestures.feedback import NoSuchDecision, NoSuchFeedback
from geste.apps.gestures.selectors import NoSuchGesture
from geste.apps.hops.selectors import NoSuchHop
from geste.apps.notices.selectors import NoSuchNotice
from geste.apps.portraits.refusals import NoSuchThing
from geste.apps.practice.refusing import NothingThere
from geste.apps.refusals.selectors import NoSuchHandover
from geste.apps.reviews.refusals import NoSuchReview
from geste.interfaces.web.frame import standstill_words
from geste.interfaces.web.kept import keep_form, page_of
from geste.interfaces.web.speech import amount, gesture_words, language
from geste.interfaces.web.visitor import on_to, to_sign_in

NOT_THERE = (
    NoSuchCase,
    NoSuchDecision,
    NoSuchDraft,
    NoSuchFeedback,
    NoSuchGesture,
    NoSuchHandover,
    NoSuchHop,
    NoSuchNotice,
    NoSuchReview,
    NoSuchVersion,
    NoSuchThing,
    NothingThere,
)


class Refusals:
    """Turns what services and selectors refuse into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        response = self._get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            return not_that_way(request, allowed=response.headers["Allow"])
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Stop what no keyboard types and no database keeps."""
        sent = (*request.GET.lists(), *request.POST.lists())
        if any("\0" in text for name, texts in sent for text in (name, *texts)):
            raise BadRequest

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for a refusal, or nothing for what nobody expected."""
        if isinstance(exception, OnlyWrittenDown):
            return written_down(request, exception)
        if isinstance(exception, NOT_THERE):
            return not_found(request)
        if isinstance(exception, NotPermitted):
            return page(request, HTTPStatus.FORBIDDEN, _("This is not open to you"), permission_words(exception.reason))
        if isinstance(exception, NoCharterInForce):
            return page(
                request,
                HTTPStatus.SERVICE_UNAVAILABLE,
                _("No charter is in force yet"),
                _("Ask the person who looks after the charter to publish one."),
            )
        if isinstance(exception, TooBusy):
            busy = page(
                request,
                HTTPStatus.SERVICE_UNAVAILABLE,
                _("There was no answer in time"),
                _("Go back and send the same form again: however often it is sent, it gives once."),
            )
            busy.headers["Retry-After"] = "1"
            return busy
        if isinstance(exception, MoneyStopped):
            return stopped(request)
        return cannot_write() if isinstance(exception, OperationalError) else None


def written_down(request: HttpRequest, answer: OnlyWrittenDown) -> HttpResponse:
    """Return the way back to where somebody in shadow would have given, with the word that it is written down."""
    row = answer.would_give
    charter = charter_of(row.charter_text)
    told = {"name": gesture_words(charter, row.what)}
    if row.amount is not None:
        told["name"] = f"{told['name']}, {amount(row.amount, charter.currency)}"
    messages.success(request, _("Written down: you would give this. %(name)s. Nothing was given or booked.") % told)
    if row.case is None:
        return redirect("web:counter")
    return redirect("web:case", reference=row.case.reference)


def page(request: HttpRequest, status: HTTPStatus, title: str, words: str) -> HttpResponse:
    """Return a page that says what happened and what to do."""
    return render(request, "web/error.html", {"title": title, "words": words}, status=status)


def permission_words(reason: str) -> str:
    """Return the sentence for a permission that was refused."""
    sentences = {
        "permission.case_closed": _("This case is closed. Open a new one and link the two."),
        "permission.asked_by_somebody_else": _("Only whoever asked answers what they heard."),
        "permission.asked_yourself": _("You asked this yourself. Others answer."),
        "permission.asked_by_another": _("Whoever asked acts: they stay with the customer."),
        "permission.floor_only": _("This page is for those who look after a team or the charter."),
        "permission.given_by_another": _("Only the person who gave it takes it back."),
        "permission.in_person_only": _("Only a person does this, in their own name."),
        "permission.keepers_only": _("Only the keepers of the pledge and the staff representatives read these."),
        "permission.leader_only": _("Only those who lead the house do this."),
        "permission.leader_or_steward_only": _("This is for those who lead the house or look after its charter."),
        "permission.manager_of_the_team_only": _("Only the manager of this team signs for it."),
        "permission.noted_by_another": _("Only the person who noted it, or a steward, withdraws it."),
        "permission.handed_to_another": _("It was handed to somebody else."),
        "permission.hands_over": _("Only a person does this: software hands over."),
        "permission.coach_of_the_team_only": _("Only a coach of the team, whom the person lets look, sees this."),
        "permission.consent_missing": _("They have not said that you may look. It is theirs to offer."),
        "permission.own_only": _("This is theirs alone."),
        "permission.person_first": _("They have not looked at it themselves yet. Nobody sees it before they do."),
        "permission.decided_by_another": _("Only the person who decided may do this."),
        "permission.managers_only": _("Only the manager or the coach of the team may do this."),
        "permission.own_line": _("Nobody looks at their own decisions, or at those of their own line."),
        "permission.concluded_by_another": _("Only the person who settled it may do this."),
        "permission.reviewed_by_another": _("Only the person who made the review may do this."),
        "permission.opened_by_another": _("Only the person who opened it ends it."),
        "permission.reviewers_alone": _("Only a reviewer may do this."),
        "permission.reviewers_only": _("Only a reviewer, or a coach of the team, may do this."),
        "permission.not_asked": _("Only somebody who was asked answers."),
        "permission.of_no_team": _("You belong to no team yet. Whoever looks after people can change that."),
        "permission.other_site": _("This case belongs to another site."),
        "permission.other_team": _("This story is told to another team."),
        "permission.own_case_only": _("Only those who worked on this case share it."),
        "permission.own_question": _("You asked this yourself: a colleague answers."),
        "permission.own_act": _("Somebody else confirms what you did. Only then does it count."),
        "permission.own_report": _("You issued this report yourself. A staff representative who did not countersigns."),
        "permission.person_only": _("Only a person can have seen that."),
        "permission.pledge_keeper_only": _("Only a keeper of the pledge or a leader does this."),
        "permission.reviewer_only": _(
            "In person, whoever looks after the charter, reviews, or manages a team settles this."
        ),
        "permission.settled_by_another": _("Somebody else settles what you gave."),
        "permission.second_steward": _("You put this forward yourself. Another steward signs it."),
        "permission.staff_representative_only": _("Only a staff representative countersigns."),
        "permission.steward_only": _("Only the person who looks after the charter may do this."),
    }
    return sentences.get(reason, _("You do not have permission for this."))


def not_found(request: HttpRequest) -> HttpResponse:
    """Return the page for an address where nothing is."""
    return page(
        request,
        HTTPStatus.NOT_FOUND,
        _("There is nothing here"),
        _("The address may be mistyped, or what it shows belongs to another site."),
    )


def bad_request(request: HttpRequest) -> HttpResponse:
    """Return the page for a request that cannot be read."""
    return page(
        request,
        HTTPStatus.BAD_REQUEST,
        _("This request cannot be read"),
        _("Go back and try again. Nothing was written."),
    )


def unknown_host(request: HttpRequest) -> HttpResponse:
    """Return the page for a name this installation does not answer to: what an operator sees on the first day."""
    return page(
        request,
        HTTPStatus.BAD_REQUEST,
        _("Geste does not go by this name here"),
        _("The person who runs Geste can add the name to GESTE_ALLOWED_HOSTS."),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """Return the page for a form that holds more than any form of ours."""
    return page(
        request,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        _("That is too much at once"),
        _("Go back, shorten what you typed and send it again. Nothing was written."),
    )


def not_that_way(request: HttpRequest, *, allowed: str) -> HttpResponse:
    """Return the page for an address that is only there for forms."""
    response = page(
        request,
        HTTPStatus.METHOD_NOT_ALLOWED,
        _("This address is only for forms"),
        _("Nothing was written. Go to the page and use its buttons."),
    )
    response.headers["Allow"] = allowed
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a mistake of ours. It asks the database for nothing: that may be what is broken."""
    said = {
        "title": _("Something went wrong on our side"),
        "words": _("Nothing was half written. Try again; if it happens twice, tell the person who runs Geste."),
        "page_language": language(),
    }
    return HttpResponse(render_to_string("web/error.html", said), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def stopped(request: HttpRequest) -> HttpResponse:
    """Return the page for money that stands still."""
    why, what = standstill_words(standstill_now()), _("Nothing was given. Everything can still be read.")
    response = page(request, HTTPStatus.SERVICE_UNAVAILABLE, _("Money stands still"), f"{why} {what}")
    response.headers["Retry-After"] = "60"
    return response


def cannot_write() -> HttpResponse:
    """Return the page for a database that takes nothing more. It is asked for nothing either: that may fail, too."""
    said = {
        "title": _("Nothing can be written at the moment"),
        "words": _("Nothing was given. Send the same form again in a moment; if it lasts, tell who runs Geste."),
        "page_language": language(),
    }
    response = HttpResponse(render_to_string("web/error.html", said), status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = "10"
    return response


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is too old: with its page, filled in as it was; or refuse one that is not ours."""
    if is_from_our_page(request) and keep_form(request):
        if request.user.is_authenticated:
            return on_to(request, page_of(request), HTTPStatus.FORBIDDEN)
        return to_sign_in(request)
    return page(
        request,
        HTTPStatus.FORBIDDEN,
        _("This form is too old"),
        _("Go back, load the page again and send it once more. Nothing was written."),
    )


def is_from_our_page(request: HttpRequest) -> bool:
    """Return whether the browser says that one of our own pages sent this. What it says nothing of is not ours."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"

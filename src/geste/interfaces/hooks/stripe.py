"""Stripe's news: signed with the secret of this installation, or refused."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from geste.apps.execution.services.receive_news import receive_news
from geste.connectors.stripe_news import SignatureRefused, read_news, verify

MOST_BYTES = 256 * 1024


@csrf_exempt
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """Keep one piece of news. Whoever sent it learns nothing but that it came."""
    secret, now = settings.GESTE.stripe_signing_secret, timezone.localtime()
    if not secret:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        verify(request.body, request.headers.get("Stripe-Signature", ""), secret=secret, now=now)
    except SignatureRefused:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    news = read_news(request.body)
    if news is None:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    receive_news(
        provider="stripe",
        event=news.event,
        kind=news.kind,
        about=news.about,
        reference=news.reference,
        now=now,
    )
    return HttpResponse(status=HTTPStatus.NO_CONTENT)

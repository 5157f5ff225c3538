"""Proof: a receipt signed and in the log, as a file to keep, and all of one's own checked against today's log."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from importlib import resources

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from geste.apps.audit.pledge import exceptions_in, pledge_of
from geste.apps.audit.selectors import (
    agreement_of,
    newest_checkpoint,
    public_keys,
    receipt_files,
    receipt_of_decision,
)
from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.feedback import standing_feedback
from geste.apps.gestures.models import DecisionRecord, Feedback, Gesture
from geste.apps.gestures.receipts import decisions_by, receipts_of
from geste.apps.gestures.selectors import gesture_numbered
from geste.apps.people.selectors import on_the_clock_of
from geste.interfaces.web.desk.feedback import how_words
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.speech import amount, gesture_words, language, moment
from geste.interfaces.web.visitor import for_agents
from geste.phrases.speak import say_word
from geste.printing.qr import Qr, qr_of

PER_PAGE = 25
MEDIA_TYPE = "application/vnd.geste.receipt+json"
VERIFIER, ONE_FILE = "geste-verify.html", "geste_verify.py"


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a receipt has got, and what of it stands on paper."""

    gesture: int
    index: int
    is_included: bool
    fingerprint: str
    pledge: str
    exceptions: str
    qr: Qr


@dataclass(frozen=True, slots=True)
class Line:
    """One decision among one's own; `went` is how it left the customer, as far as anybody heard."""

    when: str
    name: str
    amount: str
    verdict: str
    decision: int
    gesture: int | None
    went: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Show how far the receipt of one gesture has got."""
    proof = proof_of(request, gesture_numbered(actor, gesture_id))
    return render(request, "web/desk/_proof.html", {"proof": proof})


@require_safe
@for_agents
def download(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Send the file of one receipt. Whoever decided can open the commitment to themselves, nobody else can."""
    gesture = gesture_numbered(actor, gesture_id)
    kept = receipt_of_decision(gesture.decision_id)
    if kept is None:
        return not_found(request)
    owner = actor.user_id if gesture.given_by_id == actor.user_id else None
    content = dict(receipt_files([kept], person_id=owner))[kept.decision]
    return _attached(content, MEDIA_TYPE, file_name(kept.decision))


@require_safe
@for_agents
def mine(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show everything this person decided, and check each receipt of it against the log as it is now."""
    found: Page[DecisionRecord] = Paginator(decisions_by(actor), PER_PAGE).get_page(request.GET.get("page"))
    heard = standing_feedback(list(found))
    return render(
        request,
        "web/desk/my_receipts.html",
        {
            "agreement": agreement_of(receipts_of(actor)),
            "lines": [_line(decision, heard.get(decision.pk, [])) for decision in found],
            "found": found,
            "checkpoint": newest_checkpoint(),
            "keys": [str(key) for key in public_keys()],
        },
    )


@require_safe
@for_agents
def export(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send everything somebody takes along: their receipts, the keys, a checkpoint, and both ways to verify them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as folder:
        for decision, content in receipt_files(receipts_of(actor), person_id=actor.user_id):
            folder.writestr(f"receipts/{file_name(decision)}", content)
        folder.writestr("keys.txt", _keys())
        folder.writestr("checkpoint.txt", newest_checkpoint())
        folder.writestr(VERIFIER, _verifier())
        folder.writestr(ONE_FILE, _source(ONE_FILE))
    return _attached(target.getvalue(), "application/zip", "geste-receipts.zip")


@require_safe
@for_agents
def verifier(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send the page that checks receipts without a network, this house's keys in it."""
    return _attached(_verifier().encode(), "text/html; charset=utf-8", VERIFIER)


def proof_of(request: HttpRequest, gesture: Gesture) -> Proof | None:
    """Return how far the receipt of a gesture has got; none for gestures from before there were receipts."""
    kept = receipt_of_decision(gesture.decision_id)
    if kept is None:
        return None
    address = request.build_absolute_uri(reverse("web:receipt", args=[gesture.pk]))
    fingerprint = kept.leaf_hash.hex()
    pledge = pledge_of(kept.pledge_version)
    return Proof(
        gesture=gesture.pk,
        index=kept.index,
        is_included=kept.is_included,
        fingerprint=fingerprint,
        pledge=pledge.fr if language() == "fr" else pledge.en,
        exceptions=exceptions_in(pledge, language()),
        qr=qr_of(f"{address}#{kept.index}.{fingerprint}"),
    )


def file_name(decision: int) -> str:
    """Return what the file of a receipt is called."""
    return f"receipt-{decision}.geste"


def _line(decision: DecisionRecord, heard: list[Feedback]) -> Line:
    charter, given = charter_of(decision.charter_text), getattr(decision, "gesture", None)
    what = decision.request["proposal"]["gesture"]
    return Line(
        when=moment(on_the_clock_of(decision.site, decision.decided_at)),
        name=gesture_words(charter, what),
        amount="" if decision.amount is None else amount(decision.amount, charter.currency),
        verdict=say_word("authority", decision.authority, language()),
        decision=decision.pk,
        gesture=None if given is None else given.pk,
        went=", ".join(dict.fromkeys(how_words(each.satisfaction) for each in heard)),
    )


def _keys() -> str:
    return "".join(f"{key}\n" for key in public_keys())


def _verifier() -> str:
    return _source(VERIFIER).replace('data-keys=""', f'data-keys="{escape(_keys())}"', 1)


def _source(name: str) -> str:
    folder = resources.files("geste.interfaces.web") / "static" / "web" / "verify"
    return (folder / name).read_text(encoding="utf-8")


def _attached(content: bytes | Iterable[bytes], media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)

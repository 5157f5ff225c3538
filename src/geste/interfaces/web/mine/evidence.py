"""Evidence: the file somebody makes of their own work, on pages that only they open; and what they give to others."""

import secrets
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of
from geste.apps.charters.selectors import charter_of
from geste.apps.people.selectors import local_moment
from geste.apps.portraits.files import Offer, files_of, items_of, link_for, links_of, offers_for, own_file, own_item
from geste.apps.portraits.models import EvidenceFile, EvidenceItem, ItemKind
from geste.apps.portraits.models.evidence_file import FOR_CHARACTERS, TITLE_CHARACTERS, WORDS_CHARACTERS
from geste.apps.portraits.refusals import PortraitRefused
from geste.apps.portraits.services.keep_file import Piece, begin_file, pick_piece, word_file, word_piece
from geste.apps.portraits.services.share_file import DAYS, end_link, open_shared, share_file
from geste.interfaces.web.mine.words import kind_words, refusal
from geste.interfaces.web.speech import day, gesture_words, language, own_words
from geste.interfaces.web.visitor import for_agents, now


class PieceLine(NamedTuple):
    """One piece as it is read: what kind it is, its words, and when it was if it comes from a case."""

    number: int
    kind: str
    words: str
    when: str


class Typed(NamedTuple):
    """What was typed into one of the forms of a file, when it could not be kept as it stood."""

    piece: int = 0
    kind: str = ""
    case: str = ""
    words: str = ""
    given_to: str = ""


NOTHING_TYPED = Typed()


class OfferLine(NamedTuple):
    """Something to pick, with words to begin with."""

    kind: str
    kind_words: str
    words: str
    case: str
    about: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show somebody their files."""
    return _files(request, actor)


@require_POST
@for_agents
def begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Begin a file."""
    try:
        file = begin_file(actor=actor, title=request.POST.get("title", ""), now=now())
    except PortraitRefused as refused:
        return _files(request, actor, refusal(refused))
    return redirect("web:mine-file", evidence=file.pk)


@require_safe
@for_agents
def show_one(request: HttpRequest, actor: Actor, evidence: int) -> HttpResponse:
    """Show somebody a file of theirs, with all they may pick for it."""
    return _file(request, actor, own_file(actor, evidence))


@require_POST
@for_agents
def word(request: HttpRequest, actor: Actor, evidence: int) -> HttpResponse:
    """Keep title and words."""
    typed = {name: request.POST.get(name, "") for name in ("title", "words")}
    try:
        word_file(actor=actor, file_id=evidence, **typed, now=now())
    except PortraitRefused as refused:
        file = own_file(actor, evidence)
        file.title, file.words = typed["title"], typed["words"]
        return _file(request, actor, file, refusal(refused))
    messages.success(request, _("Kept."))
    return redirect("web:mine-file", evidence=evidence)


@require_POST
@for_agents
def pick(request: HttpRequest, actor: Actor, evidence: int) -> HttpResponse:
    """Add a piece."""
    piece = Piece(*(request.POST.get(name, "") for name in ("kind", "words", "case")))
    try:
        pick_piece(actor=actor, file_id=evidence, piece=piece, now=now())
    except PortraitRefused as refused:
        typed = Typed(kind=piece.kind, case=piece.case, words=piece.words)
        return _file(request, actor, own_file(actor, evidence), refusal(refused), typed=typed)
    messages.success(request, _("It stands in your file now."))
    return redirect("web:mine-file", evidence=evidence)


@require_POST
@for_agents
def word_item(request: HttpRequest, actor: Actor, item: int) -> HttpResponse:
    """Word a piece anew, or take it out."""
    file = own_item(actor, item).file
    words = None if "out" in request.POST else request.POST.get("words", "")
    try:
        word_piece(actor=actor, item_id=item, words=words, now=now())
    except PortraitRefused as refused:
        return _file(request, actor, file, refusal(refused), typed=Typed(piece=item, words=words or ""))
    messages.success(request, _("Taken out.") if words is None else _("Kept."))
    return redirect("web:mine-file", evidence=file.pk)


@require_POST
@for_agents
def share(request: HttpRequest, actor: Actor, evidence: int) -> HttpResponse:
    """Make a way to a file, and show it once."""
    secret, days = secrets.token_urlsafe(24), request.POST.get("days", "")
    file = own_file(actor, evidence)
    try:
        share_file(
            actor=actor,
            file_id=evidence,
            given_to=request.POST.get("given_to", ""),
            days=int(days) if days in map(str, DAYS) else 0,
            secret=secret,
            now=now(),
        )
    except PortraitRefused as refused:
        return _file(request, actor, file, refusal(refused), typed=Typed(given_to=request.POST.get("given_to", "")))
    address = request.build_absolute_uri(reverse("web:shared-file", args=[secret]))
    return _file(request, actor, file, address=address)


@require_POST
@for_agents
def end(request: HttpRequest, actor: Actor, link: int) -> HttpResponse:
    """End a way to a file."""
    end_link(actor=actor, link_id=link, now=now())
    messages.success(request, _("The link is closed: it opens nothing any more."))
    return redirect("web:mine-evidence")


@require_safe
@for_agents
def printed(request: HttpRequest, actor: Actor, evidence: int) -> HttpResponse:
    """Return a file as PDF, to its person."""
    from geste.printing.dossier import Dossier, pdf_dossier  # noqa: PLC0415 - the PDF library takes its time to load

    file = own_file(actor, evidence)
    pieces = tuple((line.kind, line.words, line.when) for line in _pieces(file))
    dossier = Dossier(file.title, actor.name, file.words, pieces, _foot(file))
    headers = {"Content-Disposition": f'inline; filename="geste-{language()}.pdf"'}
    return HttpResponse(pdf_dossier(dossier), content_type="application/pdf", headers=headers)


@require_safe
@never_cache
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a file to whoever holds a link to it; that it was opened is kept, and told to its person."""
    # A look ahead by a mail program asks for the head alone: nobody has read anything.
    file = open_shared(secret=secret, now=now()) if request.method == "GET" else link_for(secret, now=now()).file
    shown = {"file": file, "name": file.person.display_name, "pieces": _pieces(file), "foot": _foot(file)}
    response = render(request, "web/mine/shared_file.html", shown)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _files(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    shown = {
        "room": "mine-evidence",
        "files": [
            (file.pk, own_words(file.title), _changed(file, actor), _links(file, actor)) for file in files_of(actor)
        ],
        "limit": TITLE_CHARACTERS,
        "typed_title": request.POST.get("title", ""),
        "problem": problem,
    }
    return render(request, "web/mine/evidence.html", shown, status=_status(problem))


def _file(
    request: HttpRequest,
    actor: Actor,
    file: EvidenceFile,
    problem: str = "",
    *,
    address: str = "",
    typed: Typed = NOTHING_TYPED,
) -> HttpResponse:
    picked = {item.case_id for item in items_of(file) if item.case_id}
    shown = {
        "room": "mine-evidence",
        "file": file,
        "pieces": _pieces(file),
        "offers": [_offer(it) for it in offers_for(actor) if it.case is None or it.case.pk not in picked],
        "kinds": [(kind.value, kind_words(kind)) for kind in ItemKind],
        "days": DAYS,
        "links": _links(file, actor),
        "address": address,
        "typed": typed,
        "limits": {"title": TITLE_CHARACTERS, "words": WORDS_CHARACTERS, "given_to": FOR_CHARACTERS},
        "problem": problem,
    }
    return render(request, "web/mine/file.html", shown, status=_status(problem))


def _status(problem: str) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK


def _pieces(file: EvidenceFile) -> list[PieceLine]:
    return [_piece(item) for item in items_of(file)]


def _piece(item: EvidenceItem) -> PieceLine:
    when = "" if item.case is None else _day(item.case)
    return PieceLine(item.pk, kind_words(ItemKind(item.kind)), item.words, when)


def _offer(offer: Offer) -> OfferLine:
    names = (gesture_words(charter_of(it.decision.charter_text), it.what) for it in offer.gestures)
    begun = ", ".join(dict.fromkeys(names)) if offer.gestures else offer.words
    case = offer.case
    about = "" if case is None else f"{case.customer_label or case.reference} · {_day(case)}"
    return OfferLine(offer.kind.value, kind_words(offer.kind), begun, "" if case is None else case.reference, about)


def _day(case: Case) -> str:
    return day(moment_of(case, case.opened_at).date())


def _changed(file: EvidenceFile, actor: Actor) -> str:
    return day(local_moment(actor, file.changed_at).date())


def _links(file: EvidenceFile, actor: Actor) -> list[tuple[int, str, str]]:
    return [(link.pk, link.given_to, day(local_moment(actor, link.until).date())) for link in links_of(file, now=now())]


def _foot(file: EvidenceFile) -> str:
    told = {"name": file.person.display_name, "day": day(file.changed_at.astimezone(now().tzinfo).date())}
    return _("Chosen and worded by %(name)s alone, %(day)s. No customer and no amount stands in it.") % told

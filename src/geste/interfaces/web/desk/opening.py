"""Opening: a case written down at the desk, the customer's own words first."""

import secrets
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind
from geste.apps.cases.selectors import KnownCustomer, known_customer, known_customers
from geste.apps.cases.services.open_case import LABEL_CHARACTERS, Opening, OpeningRefused, open_case
from geste.apps.charters.selectors import charter_to_show
from geste.apps.frictions.selectors import checklist
from geste.interfaces.web.kept import kept_form
from geste.interfaces.web.speech import language, own
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.measures import say_day

# No vowel to spell a word with, nothing that looks like something else; said over the telephone in one breath.
LETTERS = "BCDFGHJKMNPQRSTVWXYZ23456789"
LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What somebody writes down: as it was typed, and the reference that is kept ready for it."""

    drawn: str
    words: str = ""
    kind: str = Kind.COMPLAINT.value
    language: str = ""
    name: str = ""
    customer: str = ""
    reference: str = ""
    code: str = ""
    late: bool = False

    @property
    def problem(self) -> str:
        """What is in the way, in words."""
        return refusal_words(self.code) if self.code else ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A customer whose name begins to be typed."""

    customer: KnownCustomer
    last: str
    is_picked: bool


@require_http_methods(["GET", "HEAD", "POST"])
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the form; or open the case it writes down, and show it again as it is if that cannot be."""
    if request.method != "POST":
        kept = kept_form(request)
        if kept is not None:
            return _page(request, actor, form_in(kept.typed, late=True))
        picked = known_customer(actor, request.GET.get("customer", ""))
        form = Form(drawn=drawn_reference(), language=language())
        if picked is not None:
            form = replace(form, customer=picked.key, name=picked.label)
        return _page(request, actor, form)
    form = form_in(request.POST)
    if "look" in request.POST:
        return _page(request, actor, form)
    try:
        case = _opened(actor, form)
    except OpeningRefused as refused:
        again = form_in(request.POST, code=refused.code)
        return _page(request, actor, again, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("web:case", reference=case.reference)


@require_safe
@for_agents
def customers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the customers whose name is being typed."""
    form = Form(drawn="", name=request.GET.get("name", ""), customer=request.GET.get("customer", ""))
    return render(request, "web/desk/_known.html", {"form": form, "suggestions": _suggestions(actor, form)})


def form_in(typed: QueryDict, *, code: str = "", late: bool = False) -> Form:
    """Return what was typed."""
    texts = {name: typed.get(name, "") for name in ("words", "name", "customer", "reference")}
    known = (typed.get("kind", ""), typed.get("language", ""))
    return Form(
        drawn=typed.get("drawn", "") or drawn_reference(),
        kind=known[0] if known[0] in list(Kind) else Kind.COMPLAINT.value,
        language=known[1] if known[1] in dict(settings.LANGUAGES) else language(),
        code=code,
        late=late,
        **texts,
    )


def drawn_reference() -> str:
    """Return a reference made by the house: five characters, one of seventeen million."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


def _opened(actor: Actor, form: Form) -> Case:
    """Open the case. The reference was drawn with the form, so that sending it twice opens one case.

    Raises:
        OpeningRefused: it cannot be opened as it is.
    """
    own_reference = form.reference.strip()
    try:
        return open_case(actor=actor, opening=_as_opening(actor, form, own_reference or form.drawn), now=now())
    except OpeningRefused as refused:
        if own_reference or not refused.code.startswith("reference."):
            raise
    # The house drew one that is taken: that is nobody's mistake.
    return open_case(actor=actor, opening=_as_opening(actor, form, drawn_reference()), now=now())


def _as_opening(actor: Actor, form: Form, reference: str) -> Opening:
    known = known_customer(actor, form.customer)
    name = form.name.strip()
    # Who is met for the first time is known from now on by the case that tells of them.
    key = known.key if known is not None else reference if name else ""
    return Opening(
        reference=reference,
        kind=Kind(form.kind),
        words=form.words.strip().replace("\r\n", "\n"),
        customer=key,
        customer_label=name if known is None else known.label,
        language=form.language,
    )


def _page(request: HttpRequest, actor: Actor, form: Form, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    shown = {
        "form": form,
        "spoken": [("en", _("English")), ("fr", _("French"))],
        "label_characters": LABEL_CHARACTERS,
        "suggestions": _suggestions(actor, form),
        "purpose": own(charter_to_show(at=now()).charter.purpose),
        "checklist": [item.words for item in checklist()],
    }
    return render(request, "web/desk/new_case.html", shown, status=status)


def _suggestions(actor: Actor, form: Form) -> list[Suggestion]:
    found = known_customers(actor, form.name)
    picked = known_customer(actor, form.customer)
    if picked is not None and picked not in found:
        found.append(picked)
    zone = now().tzinfo
    return [
        Suggestion(one, say_day(one.last.astimezone(zone).date(), language()), one.key == form.customer)
        for one in found
    ]


def refusal_words(code: str) -> str:
    """Return the sentence for a case that cannot be opened as it is written down."""
    sentences = {
        "words.missing": _("What happened, in the customer’s own words? A few are enough."),
        "words.too_long": _("That is a long story: keep it to 5,000 characters here."),
        "label.too_long": _("Keep the customer’s name to 160 characters."),
        "reference.malformed": _("A reference has letters, digits, - and _ only, 40 at most: “A-1042”."),
        "reference.taken": _("Another case has this reference already. Choose another one, or leave it to us."),
    }
    return sentences[code]

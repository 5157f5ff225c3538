"""Pages: one step of the first run after the other. What is typed is kept at every turn, right or wrong."""

from http import HTTPStatus

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from geste.apps.charters.first_charter import AnswersRefused, first_charter, slips_in
from geste.apps.charters.services.found_house import found_house
from geste.apps.people.selectors import actor_for, answers_so_far
from geste.apps.people.services.keep_answers import keep_answers
from geste.apps.people.services.open_first_run import AlreadyFounded
from geste.interfaces.web.entrance.language import remember
from geste.interfaces.web.first_run import shown
from geste.interfaces.web.first_run.gate import CAME_IN, for_founders
from geste.interfaces.web.first_run.steps import ASKED, STEPS, StepName, after, asks_for, before, step_of
from geste.interfaces.web.first_run.training import open_training_case
from geste.interfaces.web.first_run.typed import CHARACTERS, Typed
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import now

BACKEND = "django.contrib.auth.backends.ModelBackend"
MEND = "mend"


@require_safe
@for_founders
def begin(request: HttpRequest) -> HttpResponse:
    """Go to the first step that has something to answer."""
    return redirect("web:begin-step", step=step_of(slips_in(_typed().answers)) or STEPS[-1])


@require_http_methods(["GET", "HEAD", "POST"])
@for_founders
def step(request: HttpRequest, step: str) -> HttpResponse:
    """Show a step, or keep what was typed on it and go on."""
    here = next((name for name in STEPS if name == step), None)
    if here is None:
        raise Http404
    if request.method == "POST":
        return _go_on(request, here)
    if here == "charter":
        return _charter(request)
    return _page(request, here, _typed(), is_mended=MEND not in request.GET)


@require_POST
@for_founders
def room(request: HttpRequest) -> HttpResponse:
    """Say what the figures on the page come to, as they are typed."""
    typed = Typed(_typed().kept)
    said = {name: text for name, text in _sent(request, "room", typed).items() if text is not None}
    taken_back = {name for name, text in _sent(request, "room", typed).items() if text is None}
    kept = {name: text for name, text in typed.kept.items() if name not in taken_back}
    sleep = shown.sleep(Typed({**kept, **said}))
    if sleep is None:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return render(request, "web/first_run/_sleep.html", {"sleep": sleep})


@require_safe
@for_founders
def page(request: HttpRequest) -> HttpResponse:
    """Return the charter on one page of A4, as PDF."""
    from geste.printing.page import pdf_page  # noqa: PLC0415 - the PDF library takes its time to load

    try:
        charter = first_charter(_typed().answers, now=now())
    except AnswersRefused as refused:
        return _mend(refused)
    headers = {"Content-Disposition": f'inline; filename="{charter.id}-v1-{language()}.pdf"'}
    return HttpResponse(pdf_page(charter, language()), content_type="application/pdf", headers=headers)


def _go_on(request: HttpRequest, here: StepName) -> HttpResponse:
    sent = _sent(request, here, _typed())
    try:
        typed = Typed(keep_answers(answers=sent))
        if request.POST.get("go") == "back":
            return redirect("web:begin-step", step=before(here))
        if request.POST.get("go") == "more":
            return redirect("web:begin-step", step=here)
        if here == "charter":
            return _move_in(request, typed)
    except AlreadyFounded as founded:
        raise Http404 from founded
    if any(asks_for(here, answer) for answer in slips_in(typed.answers)):
        return _page(request, here, typed, is_mended=False)
    response = redirect("web:begin-step", step=after(here))
    if here == "you":
        remember(response, typed.answers.language)
    return response


def _move_in(request: HttpRequest, typed: Typed) -> HttpResponse:
    """Found the house, let the owner in, and lead straight to a first case."""
    moment = now()
    try:
        owner = found_house(answers=typed.answers, now=moment)
    except AnswersRefused as refused:
        return _mend(refused)
    request.session.pop(CAME_IN, None)
    login(request, owner, backend=BACKEND)
    case = open_training_case(actor_for(owner), typed.trade, now=moment)
    return redirect("web:case", reference=case.reference)


def _charter(request: HttpRequest) -> HttpResponse:
    typed = _typed()
    try:
        charter = first_charter(typed.answers, now=now())
    except AnswersRefused as refused:
        return _mend(refused)
    return render(request, "web/first_run/charter.html", shown.charter_page(charter, typed))


def _page(request: HttpRequest, here: StepName, typed: Typed, *, is_mended: bool) -> HttpResponse:
    slips = {} if is_mended else slips_in(typed.answers)
    status = HTTPStatus.OK if is_mended or request.method == "GET" else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, f"web/first_run/{here}.html", shown.step_page(here, typed, slips), status=status)


def _mend(refused: AnswersRefused) -> HttpResponseRedirect:
    """Lead to the first step with something to mend."""
    wanted = step_of(refused.slips) or "you"
    response = redirect("web:begin-step", step=wanted)
    response["Location"] += f"?{MEND}"
    return response


def _typed() -> Typed:
    return Typed(answers_so_far())


def _sent(request: HttpRequest, here: StepName, typed: Typed) -> dict[str, str | None]:
    """What a form holds, by the name it is kept under. What stands there anyway is not kept as said."""
    fields = [*ASKED[here], *(typed.fields_of_roles if here == "room" else ())]
    sent = {field: request.POST[field][:CHARACTERS] for field in fields if field in request.POST}
    if here == "vision" and "example" in request.POST:
        sent["vision"] = request.POST["example"][:CHARACTERS]
    return {typed.key(field): None if text == typed.default(field) else text for field, text in sent.items()}

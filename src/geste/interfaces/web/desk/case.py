"""Case: one customer, what happened, what is known, what may be done now."""

from datetime import datetime, tzinfo
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome, RootIssue, Status, Understanding
from geste.apps.cases.selectors import case_called, moment_of
from geste.apps.cases.services.close_case import RootIssueOpen, close_case
from geste.apps.cases.services.note_understanding import note_understanding
from geste.apps.cases.services.settle_root_issue import BecauseRefused, settle_root_issue
from geste.apps.cases.services.state_facts import ChangedMeanwhile, state_facts
from geste.apps.cases.services.time_offer import note_first_look
from geste.apps.charters.selectors import charter_in_force
from geste.core.charter.syntax import Charter
from geste.core.decision.inputs import InputRefused
from geste.core.findings import Finding
from geste.interfaces.web.desk.fields import fact_form, label_of, read_fields, said_value, say_problem
from geste.interfaces.web.desk.fields import stated as value_stated
from geste.interfaces.web.desk.give import card_of, proposal_in
from geste.interfaces.web.desk.seen import changed_elsewhere, changed_in, read_seen
from geste.interfaces.web.desk.sheet import NO_SLIP, Slip, sheet_for
from geste.interfaces.web.kept import KeptForm, kept_form
from geste.interfaces.web.visitor import for_agents, now


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Show a case with everything one may do, and a form that had to wait as it was filled in."""
    case = case_called(actor, reference)
    moment = now()
    if case.looked_at is None and case.status == Status.OPEN:
        note_first_look(actor=actor, case=case, now=moment)
    kept = kept_form(request)
    slip = NO_SLIP if kept is None else slip_of(kept, case, actor, moment)
    return render(request, "web/desk/case.html", {"sheet": sheet_for(case, actor=actor, now=moment, slip=slip)})


def slip_of(kept: KeptForm, case: Case, actor: Actor, moment: datetime) -> Slip:
    """Return what was refused, or was sent from a page that was out of date: signed out meanwhile, or in anew."""
    late = _("The page was out of date, so nothing was written. All is as you filled it in: please send it again.")
    words = "" if kept.is_refused else late
    typed = kept.typed
    match kept.name:
        case "give" | "verdict" | "ask":
            card = card_of(case, actor, proposal_in(typed, case, moment), moment, typed=typed)
            return Slip(words=words, card=card)
        case "facts":
            form = fact_form({name: str(typed[name]) for name in typed})
            return Slip(words=words, stated=form, seen=typed.get("seen", ""))
        case "root-issue" | "close":
            return Slip(words=words, because=typed.get("because", ""), outcome=typed.get("outcome", ""))
        case "link":
            return Slip(words=words, other=typed.get("other", ""))
        case "second-incident":
            return Slip(words=words, second=typed.get("words", ""))
    return NO_SLIP


@require_POST
@for_agents
def state(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Keep the facts a form states and answer with the verdicts they lead to."""
    case = case_called(actor, reference)
    moment = now()
    at = moment_of(case, moment)
    assert at.tzinfo is not None
    charter = charter_in_force(at=at).charter
    posted = request.POST.dict()
    seen = read_seen(posted)
    stated = changed_in(charter, read_fields(charter, posted, at.tzinfo), seen.values, at.tzinfo)
    try:
        case = state_facts(actor=actor, case=case, stated=stated, now=moment, seen=seen)
    except InputRefused as refused:
        problems = {_path(found): say_problem(found, charter) for found in reversed(refused.findings)}
        slip = Slip(stated=fact_form(posted), problems=problems, seen=posted.get("seen", ""))
        return _not_kept(request, case, actor, slip)
    except ChangedMeanwhile as changed:
        case = case_called(actor, reference)
        problems = {path: _meanwhile(case, charter, path, at.tzinfo) for path in changed.paths}
        others = changed_elsewhere(case, seen, stated)
        slip = Slip(stated=fact_form(posted).only(stated), problems=problems, changed=others)
        return _not_kept(request, case, actor, slip)
    others = changed_elsewhere(case, seen, stated)
    if not request.htmx:  # type: ignore[attr-defined]
        if others:
            messages.info(request, changed_words(others, charter))
        return redirect(f"{request.path.removesuffix('/facts')}#answer")
    slip = Slip(changed=others, news=changed_words(others, charter) if others else "")
    sheet = sheet_for(case, actor=actor, now=moment, slip=slip)
    if sheet.safety.is_silent != ("silent" in posted):
        # Danger begins or ends: the whole page speaks of something else.
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "web/desk/_stated.html", {"sheet": sheet})


def changed_words(paths: frozenset[str], charter: Charter) -> str:
    """Return which facts somebody else changed while a page was open."""
    facts = charter.vocabulary.facts
    named = ", ".join(sorted(label_of(facts[path]) for path in paths if path in facts))
    return _("Somebody else changed this meanwhile: %(facts)s.") % {"facts": named}


def _meanwhile(case: Case, charter: Charter, path: str, zone: tzinfo) -> str:
    declaration = charter.vocabulary.facts[path]
    value, _is_claimed = value_stated(case.facts, path)
    said = {"fact": label_of(declaration), "value": said_value(declaration, value, charter.currency, zone)}
    if value is None:
        return _("%(fact)s: somebody else emptied this meanwhile. Send it again to keep what you typed.") % said
    return _("%(fact)s: somebody else wrote “%(value)s” meanwhile. Send it again to keep what you typed.") % said


def _path(found: Finding) -> str:
    return str(dict(found.values).get("path", "")).removeprefix("facts.")


def _not_kept(request: HttpRequest, case: Case, actor: Actor, slip: Slip) -> HttpResponse:
    """The form again as it was typed, with what is wrong with it; none of it was kept."""
    sheet = sheet_for(case, actor=actor, now=now(), slip=slip)
    is_live = request.htmx  # type: ignore[attr-defined]
    template = "web/desk/_not_stated.html" if is_live else "web/desk/case.html"
    response = render(request, template, {"sheet": sheet}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if is_live:
        response.headers["HX-Retarget"] = "#problems"
    return response


@require_POST
@for_agents
def root_issue(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Say where the root issue stands."""
    case = case_called(actor, reference)
    state, because = request.POST.get("state", ""), request.POST.get("because", "")
    if state not in list(RootIssue):
        return _refused(request, case, actor, Slip(words=_("Say whether it is fixed."), because=because))
    try:
        settle_root_issue(actor=actor, case=case, state=RootIssue(state), because=because)
    except BecauseRefused as refused:
        return _refused(request, case, actor, Slip(words=because_words(refused.code), because=because))
    return redirect("web:case", reference=reference)


def because_words(code: str) -> str:
    """Return the sentence for a reason that cannot be kept."""
    sentences = {
        "because.missing": _("If it cannot be fixed now, say why in a few words."),
        "because.too_long": _("Keep the reason to one line: 300 characters at most."),
    }
    return sentences[code]


@require_POST
@for_agents
def understanding(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Say how far the customer is mistaken."""
    case = case_called(actor, reference)
    said = request.POST.get("understanding", "")
    if said not in list(Understanding):
        raise BadRequest
    note_understanding(actor=actor, case=case, understanding=Understanding(said))
    return redirect("web:case", reference=reference)


@require_POST
@for_agents
def close(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Close a case with what it came to."""
    case = case_called(actor, reference)
    outcome = request.POST.get("outcome", "")
    if outcome not in list(Outcome):
        return _refused(request, case, actor, Slip(words=_("Choose how it ended for the customer.")))
    try:
        close_case(actor=actor, case=case, outcome=Outcome(outcome), now=now())
    except RootIssueOpen:
        words = _("The root issue is still open: say that it is fixed, or why it cannot be now.")
        return _refused(request, case, actor, Slip(words=words, outcome=outcome))
    messages.success(request, _("Case %(reference)s is closed.") % {"reference": reference})
    return redirect("web:queue")


def _refused(request: HttpRequest, case: Case, actor: Actor, slip: Slip) -> HttpResponse:
    sheet = sheet_for(case, actor=actor, now=now(), slip=slip)
    return render(request, "web/desk/case.html", {"sheet": sheet}, status=HTTPStatus.UNPROCESSABLE_ENTITY)

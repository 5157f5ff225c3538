"""Linking: two cases are one matter, so that what was given counts together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.cases.selectors import NoSuchCase, case_called
from geste.apps.cases.services.link_cases import link_cases
from geste.interfaces.web.kept import keep_form
from geste.interfaces.web.visitor import for_agents

REFERENCE_CHARACTERS = 40


@require_POST
@for_agents
def link(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Say that a case is about the same matter as another."""
    case = case_called(actor, reference)
    other = request.POST.get("other", "").strip()[:REFERENCE_CHARACTERS]
    try:
        same = case_called(actor, other)
    except NoSuchCase:
        return _refused(request, reference, _("You see no case called %(reference)s.") % {"reference": other or "–"})
    if same.pk == case.pk:
        return _refused(request, reference, _("That is this very case."))
    link_cases(actor=actor, case=case, other=same)
    messages.success(
        request, _("Linked with %(reference)s: what was given on both counts together.") % {"reference": same.reference}
    )
    return redirect("web:case", reference=reference)


def _refused(request: HttpRequest, reference: str, words: str) -> HttpResponse:
    keep_form(request, is_refused=True)
    messages.error(request, words)
    return redirect("web:case", reference=reference)

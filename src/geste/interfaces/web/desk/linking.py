"""Linking: two cases are one matter, so that what was given counts together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.cases.selectors import NoSuchCase, case_called
from geste.apps.cases.services.link_cases import link_cases
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
        messages.error(request, _("You see no case called %(reference)s.") % {"reference": other or "–"})
        return redirect("web:case", reference=reference)
    if same.pk == case.pk:
        messages.error(request, _("That is this very case."))
        return redirect("web:case", reference=reference)
    link_cases(actor=actor, case=case, other=same)
    messages.success(
        request, _("Linked with %(reference)s: what was given on both counts together.") % {"reference": same.reference}
    )
    return redirect("web:case", reference=reference)

"""Forgetting: a steward takes a customer out of a closed case, knowing what goes and what stays."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.audit.policies import may_forget
from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status
from geste.apps.cases.selectors import case_called
from geste.apps.forgetting.services.forget_customer import CaseStillOpen, PromiseStillOpen, forget_customer
from geste.apps.people.selectors import on_the_clock_of
from geste.interfaces.web.speech import day, language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.catalogue import sentence


def forgetting_words(case: Case, actor: Actor) -> tuple[str, ...]:
    """Return what would go and what would stay; nothing where there is nobody to forget, or not for this person."""
    is_known = bool(case.customer or case.customer_label or case.words or case.facts)
    if case.status == Status.OPEN or not is_known or not may_forget(actor).allowed:
        return ()
    return sentence("forget.goes", language()), sentence("forget.stays", language())


def forgotten_words(case: Case | None) -> str:
    """Return that the customer of a case was forgotten, and on which day; empty where they were not."""
    if case is None or case.forgotten_at is None:
        return ""
    day_said = day(on_the_clock_of(case.site, case.forgotten_at).date())
    return _("The customer was forgotten on %(day)s: “…” stands where words stood.") % {"day": day_said}


@require_POST
@for_agents
def forget(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Forget the customer of a closed case, for whoever said that they have read what that means."""
    case = case_called(actor, reference)
    if request.POST.get("read") != "yes":
        messages.error(request, _("Nothing was forgotten: say first that you have read what goes and what stays."))
        return redirect("web:case", reference=reference)
    try:
        forget_customer(actor=actor, case=case, now=now())
    except CaseStillOpen:
        messages.error(request, _("Nothing was forgotten: the case is open, and somebody still waits."))
    except PromiseStillOpen:
        messages.error(request, _("Nothing was forgotten: something promised to the customer is still under way."))
    else:
        messages.success(request, sentence("forget.done", language()))
    return redirect("web:case", reference=reference)

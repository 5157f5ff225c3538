"""Quarters: the pledge reports, as they are issued, countersigned and printed."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.pledges.crowd import ENOUGH
from geste.apps.pledges.models import Fate, PledgeReport, Protection
from geste.apps.pledges.policies import may_countersign_report, may_issue_report
from geste.apps.pledges.quarters import is_as_issued, quarters_over
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import NoSuchReport, pledge_report_of, pledge_reports
from geste.apps.pledges.services.issue_report import countersign_report, issue_report
from geste.interfaces.web.books.reader import today
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.pledge.words import day, fate_words, promise_words, refusal
from geste.interfaces.web.speech import language, own_words
from geste.interfaces.web.visitor import for_agents


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show which reports there are."""
    return _page(request, actor)


@require_POST
@for_agents
def issue(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Issue the report of a quarter."""
    try:
        report = issue_report(actor=actor, quarter=request.POST.get("quarter", ""), now=today())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Issued. It stays as it is; a staff representative countersigns it."))
    return redirect("web:pledge-quarter", quarter=report.quarter)


@require_safe
@for_agents
def show_one(request: HttpRequest, actor: Actor, quarter: str) -> HttpResponse:
    """Show one report."""
    return _report(request, actor, quarter)


@require_POST
@for_agents
def countersign(request: HttpRequest, actor: Actor, quarter: str) -> HttpResponse:
    """Put a staff representative's name under a report."""
    try:
        countersign_report(actor=actor, quarter=quarter, remark=request.POST.get("remark", ""), now=today())
    except NoSuchReport:
        return not_found(request)
    except PledgeRefused as refused:
        return _report(request, actor, quarter, refusal(refused))
    messages.success(request, _("Countersigned."))
    return redirect("web:pledge-quarter", quarter=quarter)


@require_safe
@for_agents
def one_page(request: HttpRequest, actor: Actor, quarter: str) -> HttpResponse:
    """Return a report on one page of A4."""
    from geste.printing.report import Report, pdf_report  # noqa: PLC0415 - the PDF library takes its time to load

    try:
        report = pledge_report_of(actor, quarter)
    except NoSuchReport:
        return not_found(request)
    told = _told(report)
    printed = pdf_report(
        Report(
            title=str(told["title"]),
            lines=tuple(figures(report)),
            heads=(_("Promise"), *(fate_words(fate.value) for fate in Fate)),
            rows=tuple(rows(report)),
            foot=(*signatures(report), f"SHA-256 {report.digest}"),
        )
    )
    name = f"pledge-{report.quarter}-{language()}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)


def figures(report: PledgeReport) -> list[tuple[str, str]]:
    """Return the figures of a report, each with what it counts."""
    content = report.content
    return [
        (_("Protected decisions"), _figure(content["decisions"])),
        (_("of them acts first, settled later"), _figure(content["first"])),
        (_("of these honoured to the customer"), _figure(content["first_honoured"])),
        (_("Promises repaired"), _figure(content["repairs"])),
        (_("Days until a report was answered, the middle one"), _figure(content["days_to_answer"])),
        (_("Hours until the first reaction to a decision, the middle one"), _figure(content["reaction_hours"])),
    ]


def rows(report: PledgeReport) -> list[tuple[str, ...]]:
    """Return the reports by promise and what became of them."""
    counts = report.content["reports"]
    return [
        (promise_words(promise), *(_figure(counts[promise.value][fate.value]) for fate in Fate))
        for promise in Protection
    ]


def signatures(report: PledgeReport) -> list[str]:
    """Return who issued a report and who countersigned it."""
    issued = {"name": report.issued_by.display_name, "day": day(report.issued_at)}
    said = [_("Issued by %(name)s, %(day)s") % issued]
    row = getattr(report, "countersignature", None)
    if row is None:
        return [*said, _("Not countersigned yet")]
    signed = {"name": row.signed_by.display_name, "day": day(row.signed_at)}
    said.append(_("Countersigned by %(name)s, %(day)s") % signed)
    return [*said, own_words(row.remark)] if row.remark else said


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    issued = pledge_reports(actor)
    taken = {report.quarter for report in issued}
    shown = {
        "room": "pledge-quarters",
        "reports": [(_told(report), signatures(report)) for report in issued],
        "open": [quarter for quarter in quarters_over(today()) if quarter not in taken],
        "may_issue": may_issue_report(actor).allowed,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/quarters.html", shown, status=status)


def _report(request: HttpRequest, actor: Actor, quarter: str, problem: str = "") -> HttpResponse:
    try:
        report = pledge_report_of(actor, quarter)
    except NoSuchReport:
        return not_found(request)
    is_open = getattr(report, "countersignature", None) is None
    shown = {
        "room": "pledge-quarters",
        **_told(report),
        "digest": report.digest,
        "is_as_issued": is_as_issued(report),
        "figures": figures(report),
        "fates": [fate_words(fate.value) for fate in Fate],
        "rows": rows(report),
        "signatures": signatures(report),
        "may_countersign": is_open and may_countersign_report(actor, report).allowed,
        "enough": ENOUGH,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/quarter.html", shown, status=status)


def _told(report: PledgeReport) -> dict[str, object]:
    year, number = report.quarter.split("-Q")
    title = _("The pledge, quarter %(number)s of %(year)s") % {"number": number, "year": year}
    return {"quarter": report.quarter, "title": title}


def _figure(value: int | None) -> str:
    return "–" if value is None else str(value)

"""Versions: one published version whole: what it says, what it changed, who signed it, and its text word for word."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.policies import may_draft
from geste.apps.charters.selectors import (
    PublishedVersion,
    changes_between,
    charter_of,
    published_versions,
    version_numbered,
)
from geste.interfaces.web.errors import page
from geste.interfaces.web.speech import language
from geste.interfaces.web.studio.differences import Differences, differences
from geste.interfaces.web.studio.log import entry, present
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.explain import explain_charter

CHOICES = 50


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, version: int) -> HttpResponse:
    """Show a version, compared with the one it followed or with another that was chosen."""
    found = version_numbered(version)
    with_number = _chosen(request.GET.get("with", ""), found)
    others = [it.row.version for it in published_versions(most=CHOICES) if it.row.version != version]
    shown = {
        "entry": entry(found, present(now())),
        "explained": explain_charter(charter_of(found.row), language()),
        "others": others,
        "with_number": with_number,
        "differences": _differences(found, with_number),
        "is_steward": may_draft(actor).allowed,
    }
    return render(request, "web/studio/version.html", shown)


@require_safe
@for_agents
def one_page(request: HttpRequest, actor: Actor, version: int) -> HttpResponse:
    """Return a version on one page of A4, to print and hang on the wall."""
    from geste.printing.page import TooLong, pdf_page  # noqa: PLC0415 - the PDF library takes its time to load

    row = version_numbered(version).row
    try:
        printed = pdf_page(charter_of(row), language())
    except TooLong:
        words = _(
            "It says more than fits on one page in type that can be read. Shorten it, or print this page instead."
        )
        return page(request, HTTPStatus.UNPROCESSABLE_ENTITY, _("This charter is too long for one page"), words)
    name = f"{row.charter_id}-v{row.version}-{language()}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)


def _chosen(text: str, found: PublishedVersion) -> int | None:
    """The number of the version to compare with: the one that was asked for, else the one before."""
    if text.isdecimal() and text != str(found.row.version):
        return version_numbered(int(text)).row.version
    return None if found.before is None else found.before.version


def _differences(found: PublishedVersion, with_number: int | None) -> Differences:
    """What changed from the older of two versions to the newer."""
    if with_number is None:
        return Differences(())
    old, new = sorted((version_numbered(with_number).row, found.row), key=lambda row: row.version)
    return differences(changes_between(old, new), charter_of(old), charter_of(new))

"""Overview: the charter in force, what comes next, and every version with what it changed. Open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.selectors import time_to_offer
from geste.apps.charters.policies import may_draft
from geste.apps.charters.selectors import (
    CharterInForce,
    drafts,
    published_versions,
    version_numbered,
    waiting_candidates,
)
from geste.apps.gestures.dead_ends import dead_ends
from geste.interfaces.web.speech import language
from geste.interfaces.web.studio.drafts import lines_for
from geste.interfaces.web.studio.log import Entry, Present, entry, present
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.explain import explain_charter

MOST = 10
DIGITS = 9


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the charter and its versions."""
    at_present = present(now())
    older_than = _number(request.GET.get("before", ""))
    versions = published_versions(older_than=older_than, most=MOST)
    in_force = at_present.in_force
    shown: dict[str, object] = {
        "log": [entry(version, at_present) for version in versions],
        "older": versions[-1].row.version if versions and versions[-1].before else None,
        "is_first_page": older_than is None,
        "in_force": _entry(in_force, at_present),
        "upcoming": _entry(at_present.upcoming, at_present),
        "explained": None if in_force is None else explain_charter(in_force.charter, language()),
        "is_steward": may_draft(actor).allowed,
        "offer": time_to_offer(actor, at=now()),
        "dead_ends": dead_ends(actor, at=now()),
    }
    if may_draft(actor).allowed:
        shown |= {"drafts": lines_for(drafts(actor)), "waiting": waiting_candidates(actor)}
    return render(request, "web/studio/overview.html", shown)


def _entry(found: CharterInForce | None, at_present: Present) -> Entry | None:
    return None if found is None else entry(version_numbered(found.row.version), at_present)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None

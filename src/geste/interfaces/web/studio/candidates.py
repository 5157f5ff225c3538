"""Candidates: what one steward has put forward, as another reads and signs it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.models import Candidate
from geste.apps.charters.policies import may_sign
from geste.apps.charters.refusals import CandidateOvertaken, CharterRefused, PublicationRefused
from geste.apps.charters.selectors import candidate_numbered, next_version_spelled, overtaken_by, published_from
from geste.apps.charters.services.sign_candidate import sign_candidate
from geste.apps.people.selectors import stewards
from geste.interfaces.web.speech import language, moment
from geste.interfaces.web.studio.differences import Differences, differences
from geste.interfaces.web.studio.fear import fear_notice
from geste.interfaces.web.studio.refusals import overtaken_words, refusal_words
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.explain import explain_charter
from geste.phrases.measures import say_day
from geste.phrases.typography import set_words


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, candidate: int) -> HttpResponse:
    """Show what was put forward, to sign; once published, the version it became."""
    found = candidate_numbered(actor, candidate)
    published = published_from(found)
    if published is not None:
        return redirect("web:version", version=published.version)
    return _page(request, actor, found)


@require_POST
@for_agents
def sign(request: HttpRequest, actor: Actor, candidate: int) -> HttpResponse:
    """Sign, and publish; or show what stands in the way."""
    try:
        row = sign_candidate(actor=actor, number=candidate, now=now())
    except CandidateOvertaken:
        return _page(request, actor, candidate_numbered(actor, candidate), status=HTTPStatus.CONFLICT)
    except PublicationRefused:
        return _page(request, actor, candidate_numbered(actor, candidate), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    said = {"version": row.version, "day": say_day(row.effective, language())}
    messages.success(request, _("Version %(version)d is published. It begins on %(day)s.") % said)
    return redirect("web:studio")


def _page(
    request: HttpRequest, actor: Actor, candidate: Candidate, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    active = stewards()
    shown: dict[str, object] = {
        "candidate": candidate,
        "when": moment(timezone.localtime(candidate.put_forward_at)),
        "reason": set_words(candidate.written_reason, language()),
        "may_sign": may_sign(actor, candidate.put_forward_by_id, [user.pk for user in active]).allowed,
        "is_own": candidate.put_forward_by_id == actor.user_id,
        "others": [user.display_name for user in active if user.pk != candidate.put_forward_by_id],
        **_read(candidate),
    }
    return render(request, "web/studio/candidate.html", shown, status=status)


def _read(candidate: Candidate) -> dict[str, object]:
    """What the text says and changes, and what keeps it from being signed."""
    overtaken = overtaken_by(candidate)
    problems = [] if overtaken is None else [overtaken_words(overtaken)]
    try:
        following = next_version_spelled(candidate.text, today=now().date())
    except CharterRefused as refused:
        return {"problems": [refusal_words(refused)], "differences": Differences(())}
    charter, before = following.charter, following.before
    if not problems:
        problems = list(map(refusal_words, following.refusals(candidate.written_reason)))
    return {
        "version": charter.version,
        "day": say_day(charter.effective, language()),
        "before": None if before is None else before.version,
        "differences": Differences(()) if before is None else differences(following.changes, before, charter),
        "explained": explain_charter(charter, language()),
        "fear": fear_notice(following.changes),
        "problems": problems,
    }

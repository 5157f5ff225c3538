"""Standing: the pledge as it is today, in full, with whoever signed it. Leaders write and sign it here."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.audit.pledge import PROPOSED, Promises, exceptions, own_pledges
from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holders
from geste.apps.pledges.models import Protection, Wording
from geste.apps.pledges.models.wording import PROMISE_CHARACTERS
from geste.apps.pledges.policies import may_put_forward_wording
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import (
    Standing,
    has_signed_pact,
    is_waiting,
    standing_of,
    standing_pledge,
    wording_waiting,
)
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from geste.apps.pledges.services.sign_wording import sign_wording
from geste.interfaces.web.pledge.words import day, promise_words, refusal
from geste.interfaces.web.speech import language, own_words
from geste.interfaces.web.visitor import for_agents, now

LANGUAGES = tuple(PROPOSED)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the pledge."""
    return _page(request, actor)


@require_POST
@for_agents
def put_forward(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write the promises anew, signed by whoever writes."""
    typed = request.POST
    words = {
        tongue: Promises(*(typed.get(f"{promise}-{tongue}", "") for promise in Protection)) for tongue in LANGUAGES
    }
    try:
        wording = put_forward_wording(actor=actor, words=words, now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused), words)
    return _signed(request, wording)


@require_POST
@for_agents
def sign(request: HttpRequest, actor: Actor, version: int) -> HttpResponse:
    """Sign a wording as one of the leaders."""
    try:
        wording = sign_wording(actor=actor, version=version, now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    return _signed(request, wording)


def _signed(request: HttpRequest, wording: Wording) -> HttpResponse:
    if is_waiting(wording):
        said = _("You have signed version %(version)d. It holds once every leader has.")
    else:
        said = _("Version %(version)d holds from now on. Each receipt names it.")
    messages.success(request, said % {"version": wording.version})
    return redirect("web:pledge")


def _page(
    request: HttpRequest, actor: Actor, problem: str = "", typed: dict[str, Promises] | None = None
) -> HttpResponse:
    standing, waiting = standing_pledge(), wording_waiting()
    is_leader = may_put_forward_wording(actor).allowed
    shown = {
        "room": "pledge",
        "standing": standing,
        "promises": _promises(standing),
        "exceptions": exceptions(language()),
        "signatures": [(it.signed_by.display_name, day(it.signed_at)) for it in standing.signatures],
        "unsigned": [user.display_name for user in standing.unsigned],
        "may_sign": is_leader and standing.is_own and actor.user_id in {user.pk for user in standing.unsigned},
        "waiting": _waiting(waiting, actor) if waiting is not None and is_leader else None,
        "is_leader": is_leader,
        "fields": _fields(typed or standing.promises) if is_leader else (),
        "is_open": typed is not None,
        "limit": PROMISE_CHARACTERS,
        "keepers": [user.display_name for user in holders(DutyKind.PLEDGE_KEEPER)],
        "has_signed": has_signed_pact(actor),
        "versions": [(it.version, day(it.since)) for it in own_pledges()],
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/standing.html", shown, status=status)


def _promises(standing: Standing) -> list[tuple[str, str]]:
    promised = standing.promises[language()]
    return [(promise_words(promise), own_words(getattr(promised, promise.value))) for promise in Protection]


def _waiting(wording: Wording, actor: Actor) -> dict[str, object]:
    """A wording that is not in force: what it says, and who has not signed it yet."""
    standing = standing_of(wording)
    return {
        "version": wording.version,
        "by": wording.put_forward_by.display_name,
        "promises": _promises(standing),
        "unsigned": [user.display_name for user in standing.unsigned],
        "may_sign": actor.user_id in {user.pk for user in standing.unsigned},
    }


def _fields(words: dict[str, Promises]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """For each promise its name, and in each language the field, its language and its words."""
    return [
        (
            promise_words(promise),
            [(f"{promise}-{tongue}", tongue, getattr(words[tongue], promise.value)) for tongue in LANGUAGES],
        )
        for promise in Protection
    ]

"""Who looked: each time somebody saw what is a person's, told to them; to staff representatives, that it happened."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.people.selectors import local_moment
from geste.apps.portraits.policies import may_see_access_log
from geste.apps.portraits.selectors import access_log, looks_at
from geste.interfaces.web.speech import day, moment
from geste.interfaces.web.visitor import for_agents


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show who saw what is this person's."""
    shown = {
        "room": "mine-looks",
        "looks": [
            (
                "" if look.looker is None else look.looker.display_name,
                None if look.link is None else (look.link.file.title, look.link.given_to),
                moment(local_moment(actor, look.looked_at)),
            )
            for look in looks_at(actor, actor.user_id)
        ],
        "log": [(taken.by, day(taken.day)) for taken in access_log(actor)]
        if may_see_access_log(actor).allowed
        else None,
    }
    return render(request, "web/mine/looks.html", shown)

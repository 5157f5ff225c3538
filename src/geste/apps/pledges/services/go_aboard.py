"""Go aboard: a manager signs three concrete commitments for a team."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import Team
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import Aboard
from geste.apps.pledges.policies import may_go_aboard
from geste.apps.pledges.refusals import PledgeRefused

THREE = 3
COMMITMENT_CHARACTERS = 160
CONCRETE_WORDS = 4
"""Fewer say what somebody is for, not what they will do."""
REMINDERS = (7, 14, 30, 90)


@transaction.atomic(durable=True)
def go_aboard(*, actor: Actor, team: Team, commitments: Sequence[str], remind_days: int, now: datetime) -> Aboard:
    """Return what was signed: three different commitments, and how often their signer is reminded of them.

    Raises:
        NotPermitted: the actor does not manage this team.
        PledgeRefused: there are not three, two are alike, or one does not say what will be done.
    """
    require(may_go_aboard(actor, team.pk))
    lines = [one_line(words, most=COMMITMENT_CHARACTERS, code="aboard") for words in commitments]
    if len({line.casefold() for line in lines}) != THREE:
        raise PledgeRefused("aboard.not_three")
    if any(len(line.split()) < CONCRETE_WORDS for line in lines):
        raise PledgeRefused("aboard.not_concrete")
    if remind_days not in REMINDERS:
        raise PledgeRefused("aboard.no_reminder")

    return Aboard.objects.create(
        team=team, signed_by_id=actor.user_id, signed_at=now, commitments=lines, remind_days=remind_days
    )

"""Report a breach: somebody says in one line that a promise of the pledge was broken, with or without their name."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.models import User
from geste.apps.people.selectors import digest_of
from geste.apps.pledges.days import day_of
from geste.apps.pledges.events import BreachReported
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import Breach, Protection
from geste.apps.pledges.models.breach import LINE_CHARACTERS
from geste.apps.pledges.policies import may_report_breach
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import readers_of

ANSWER_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody says was broken, and whom it concerns if they say so.

    `code` makes it nameless: words made of chance, which alone lead its author back to the answer.
    """

    promise: str
    words: str
    concerns: str = ""
    code: str = ""


@transaction.atomic(durable=True)
def report_breach(*, actor: Actor, telling: Telling, now: datetime) -> Breach:
    """Return the report. Without a name nothing of its author is written, not even the hour.

    Raises:
        NotPermitted: software asks.
        PledgeRefused: it has no words or too many, names no promise or nobody known, or nobody could read it.
    """
    require(may_report_breach(actor))
    words = one_line(telling.words, most=LINE_CHARACTERS, code="breach")
    if telling.promise not in set(Protection):
        raise PledgeRefused("breach.no_promise")
    concerns = _person(telling.concerns)
    author = None if telling.code else actor.user_id
    if not readers_of(telling.promise, said_by=author, concerns=concerns):
        raise PledgeRefused("breach.nobody_reads")

    breach = Breach.objects.create(
        promise=telling.promise,
        words=words,
        said_on=day_of(now),
        said_by_id=author,
        concerns_id=concerns,
        answer_by=day_of(now + ANSWER_WITHIN),
        code_digest=digest_of(telling.code) if telling.code else "",
    )
    emit(BreachReported(at=datetime.combine(now, time.min, now.tzinfo), breach_id=breach.pk))
    return breach


def _person(username: str) -> int | None:
    if not username:
        return None
    person = User.objects.filter(username__iexact=username).first()
    if person is None:
        raise PledgeRefused("breach.nobody_known")
    return person.pk

"""Wish: one line on what somebody wished they could have done. Anonymous if they like, and then truly so."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.base.services.do_once import Once, done_before, keep_done
from geste.apps.people.selectors import local_moment
from geste.apps.refusals.events import WishMade
from geste.apps.refusals.models import Wish
from geste.apps.refusals.models.wish import TOUCHPOINT_CHARACTERS, WISH_CHARACTERS
from geste.apps.refusals.policies import may_wish
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.services.note_refusal import policy_called


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """One line, what it is about as far as somebody says so, and whether it carries a name."""

    words: str
    touchpoint: str = ""
    clause: str = ""
    policy: str = ""
    is_anonymous: bool = False


@transaction.atomic(durable=True)
def make_wish(*, actor: Actor, wished: Wished, now: datetime, once: Once | None = None) -> Wish:
    """Return a wish. An anonymous one keeps no author, no place and no hour, neither here nor in its news.

    Raises:
        NotPermitted: the actor is software.
        KeyReused: the key stands for something else.
        NoteRefused: there is nothing in it, or it is more than a line.
    """
    require(may_wish(actor))
    if (number := done_before(once)) is not None:
        return Wish.objects.get(pk=number)
    words, touchpoint = " ".join(wished.words.split()), " ".join(wished.touchpoint.split())
    if not words:
        raise NoteRefused("wish.missing")
    if len(words) > WISH_CHARACTERS or len(touchpoint) > TOUCHPOINT_CHARACTERS:
        raise NoteRefused("wish.too_long")

    at = local_moment(actor, now)
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    wish = Wish.objects.create(
        words=words,
        touchpoint=touchpoint,
        clause=wished.clause[:120],
        policy=policy_called(wished.policy, day if wished.is_anonymous else now),
        said_on=at.date(),
        said_by_id=None if wished.is_anonymous else actor.user_id,
        site_id=None if wished.is_anonymous else actor.site_id,
    )
    keep_done(once, wish.pk)
    emit(WishMade(at=day if wished.is_anonymous else now, wish_id=wish.pk))
    return wish

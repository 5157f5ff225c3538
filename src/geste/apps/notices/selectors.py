"""Selectors of notices: what somebody has to hear, what they chose, and which letters are due."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from geste.apps.base.actor import Actor
from geste.apps.notices.models import ASKS, Choice, Kind, Letter, Mailbox, Notice, Way
from geste.apps.notices.telling import usual_way

ASKING = tuple(kind.value for kind in ASKS)
A_WEEK = timedelta(days=7)
MOST_IN_LETTER = 30


class NoSuchNotice(Exception):
    """There is no such notice, or it is somebody else's."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How somebody hears of one kind of news, and how they would if they had not said."""

    kind: Kind
    way: Way
    usual: Way


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """Return what this person has to hear, the newest first."""
    return Notice.objects.filter(to=actor.user_id).order_by("-told_at", "-pk")


def notice_numbered(actor: Actor, number: int) -> Notice:
    """Return one.

    Raises:
        NoSuchNotice: there is none of this person's.
    """
    notice = notices_for(actor).filter(pk=number).first()
    if notice is None:
        raise NoSuchNotice(number)
    return notice


def asks_something(notice: Notice) -> bool:
    """Return whether there is still something to do about it."""
    return notice.kind in ASKING and not notice.is_over


def still_to_do(user_id: int) -> int:
    """Return how many unread notices ask this person to do something. Of what is only nice to know none is counted."""
    return Notice.objects.filter(to=user_id, read_at=None, is_over=False, kind__in=ASKING).count()


def mailbox_of(actor: Actor) -> Mailbox:
    """Return where and when this person wants to be written to; as usual, and nowhere, if they never said."""
    return Mailbox.objects.filter(user=actor.user_id).first() or Mailbox(user_id=actor.user_id)


def languages_at(addresses: Collection[str]) -> dict[str, str]:
    """Return the language of whoever is written to at each of these addresses, as far as somebody here named it."""
    wanted = {address.casefold() for address in addresses}
    found = Mailbox.objects.filter(user__is_active=True).exclude(address="").order_by("pk")
    named = found.values_list("address", "user__language")
    return {address.casefold(): language for address, language in named if address.casefold() in wanted}


def wanted_by(actor: Actor) -> list[Wanted]:
    """Return how this person hears of each kind of news."""
    chosen = dict(Choice.objects.filter(user=actor.user_id).values_list("kind", "way"))
    return [Wanted(kind, Way(chosen.get(kind.value, usual_way(kind))), usual_way(kind)) for kind in Kind]


def letters_to_send(*, at: datetime, at_most: int) -> list[Letter]:
    """Return the letters that are due, the oldest first."""
    related = ("notice", "to__site", "to__team", "to__mailbox")
    due = Letter.objects.select_related(*related).filter(due_at__lte=at, handed_at=None)
    return list(due.order_by("due_at", "pk")[:at_most])


def is_of_use(letter: Letter) -> bool:
    """Return whether a letter still tells somebody something: they work here, and have not read or done it yet."""
    if not letter.to.is_active or not letter.to.mailbox.address:
        return False
    notice = letter.notice
    return notice is None or (notice.read_at is None and not notice.is_over)


def news_of_week(user_id: int, *, until: datetime) -> list[Notice]:
    """Return what Friday's letter tells somebody: what they have not read, were not written about, and want there."""
    chosen = dict(Choice.objects.filter(user=user_id).values_list("kind", "way"))
    kinds = [kind.value for kind in Kind if chosen.get(kind.value, usual_way(kind).value) != Way.PAGE.value]
    rows = Notice.objects.filter(to=user_id, kind__in=kinds, read_at=None, is_over=False, letter=None)
    rows = rows.filter(told_at__gt=until - A_WEEK, told_at__lte=until)
    return list(rows.order_by("-told_at", "-pk")[:MOST_IN_LETTER])


def people_to_write_on_friday() -> list[Mailbox]:
    """Return the mailboxes of those who want Friday's letter."""
    wanting = Mailbox.objects.filter(wants_friday=True, user__is_active=True).exclude(address="")
    return list(wanting.select_related("user__site").order_by("pk"))

"""Telling: writes that people should hear of something, and that there is nothing left to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from geste.apps.notices.models import AT_ONCE, ON_PAGE, Choice, Kind, Letter, Mailbox, Notice, Way
from geste.apps.notices.quiet import next_open
from geste.apps.people.selectors import on_the_clock_of


@dataclass(frozen=True, slots=True)
class News:
    """One thing to hear of: `about` tells it from all else of its kind, `where` is what its page is found by."""

    kind: Kind
    about: str
    where: str = ""
    name: str = ""


def tell(people: Iterable[int], news: News, *, at: datetime, now: datetime) -> None:
    """Let people hear of something that happened, inside the caller's transaction. Told twice they hear of it once.

    Whoever wants to be written to at once is, as soon as their working day lets them be.
    """
    facts = {"name": news.name} if news.name else {}
    told = {"where": news.where, "facts": facts, "told_at": at}
    for person in sorted(set(people)):
        notice, is_new = Notice.objects.get_or_create(
            to_id=person, kind=news.kind.value, about=news.about, defaults=told
        )
        if is_new:
            _write_later(notice, now)


def end(kind: Kind, about: str, *, to: int | None = None) -> None:
    """Keep that there is nothing left to do about something, for one or for all, inside the caller's transaction."""
    rows = Notice.objects.filter(kind=kind.value, about=about, is_over=False)
    (rows if to is None else rows.filter(to=to)).update(is_over=True)


def usual_way(kind: Kind) -> Way:
    """Return how soon people are written to about one kind who have not said otherwise."""
    if kind in AT_ONCE:
        return Way.AT_ONCE
    return Way.PAGE if kind in ON_PAGE else Way.FRIDAY


def way_of(user_id: int, kind: Kind) -> Way:
    """Return how soon somebody wants to be written to about one kind."""
    choice = Choice.objects.filter(user=user_id, kind=kind.value).values_list("way", flat=True).first()
    return usual_way(kind) if choice is None else Way(choice)


def _write_later(notice: Notice, now: datetime) -> None:
    """Put a letter on its way, if there is an address, and they want one at once."""
    mailbox = Mailbox.objects.select_related("user__site").filter(user=notice.to_id, user__is_active=True).first()
    if mailbox is None or not mailbox.address or way_of(notice.to_id, Kind(notice.kind)) is not Way.AT_ONCE:
        return
    due = next_open(mailbox, on_the_clock_of(mailbox.user.site, now))
    Letter.objects.get_or_create(notice=notice, defaults={"to_id": notice.to_id, "due_at": due})

"""Send a letter: take it, hand it to the mail server once, and keep what became of it."""

from datetime import UTC, datetime, time, timedelta
from enum import Enum

from django.db import transaction

from geste.apps.notices.models import Letter, Round
from geste.apps.notices.models.letter import MOST_TRIES
from geste.apps.notices.quiet import next_open
from geste.apps.notices.selectors import people_to_write_on_friday
from geste.apps.people.selectors import on_the_clock_of, on_the_clock_of_the_house

TRY_AGAIN_AFTER = timedelta(minutes=15)
FRIDAY, AFTERNOON = 4, time(14)
AROUND_FRIDAY = (3, 4, 5)
"""Days by Greenwich on which it may be Friday somewhere: on others the house is not even asked for its clock."""
WEEK = "friday"


class Became(Enum):
    """What a mail server made of a letter: it has it, it has not, it never will, or nobody knows."""

    SENT = "sent"
    NOT_NOW = "not_now"
    NEVER = "never"
    UNKNOWN = "unknown"


def begin_friday(*, now: datetime) -> int:
    """Put Friday's letters on their way, once on each Friday afternoon by the owner's clocks; return how many."""
    if now.astimezone(UTC).weekday() not in AROUND_FRIDAY:
        return 0
    at = on_the_clock_of_the_house(now)
    is_time = at.weekday() == FRIDAY and at.time() >= AFTERNOON
    is_done = not is_time or Round.objects.filter(name=WEEK, day=at.date()).exists()
    return 0 if is_done else _begin_friday(at, now)


@transaction.atomic(durable=True)
def _begin_friday(at: datetime, now: datetime) -> int:
    if not Round.objects.get_or_create(name=WEEK, day=at.date())[1]:
        return 0
    letters = [
        Letter(to=mailbox.user, week=at.date(), due_at=next_open(mailbox, on_the_clock_of(mailbox.user.site, now)))
        for mailbox in people_to_write_on_friday()
    ]
    return len(Letter.objects.bulk_create(letters, ignore_conflicts=True))


@transaction.atomic(durable=True)
def take_letter(letter: Letter, *, now: datetime) -> bool:
    """Return whether a letter is this worker's to send. If nothing becomes of it, it is tried again later."""
    mine = Letter.objects.filter(pk=letter.pk, due_at=letter.due_at, handed_at=None)
    return mine.update(due_at=now + TRY_AGAIN_AFTER, tries=letter.tries + 1) == 1


@transaction.atomic(durable=True)
def hand_letter(letter: Letter, *, now: datetime) -> None:
    """Keep that the mail server is given a letter now. From here on it is never given again, come what may."""
    Letter.objects.filter(pk=letter.pk).update(handed_at=now)


@transaction.atomic(durable=True)
def close_letter(letter: Letter, became: Became, *, now: datetime) -> None:
    """Keep what became of a letter. Only what the server surely has not got is tried again, and not for ever."""
    row = Letter.objects.filter(pk=letter.pk)
    if became is Became.SENT:
        row.update(sent_at=now, due_at=None)
    elif became is Became.NOT_NOW and letter.tries + 1 < MOST_TRIES:
        row.update(handed_at=None)
    else:
        row.update(due_at=None)

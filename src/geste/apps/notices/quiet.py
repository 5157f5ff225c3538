"""Quiet: when somebody may be written to. Outside their working day nobody is."""

from datetime import datetime, timedelta

from geste.apps.notices.models import Mailbox

SATURDAY = 5


def next_open(mailbox: Mailbox, at: datetime) -> datetime:
    """Return this moment if it is in somebody's working day, else when the next one begins. `at` is by their clock."""
    moment = at
    if moment.hour >= mailbox.until_hour:
        moment = _morning(moment, 1)
    elif moment.hour < mailbox.from_hour:
        moment = _morning(moment, 0)
    while not mailbox.works_weekends and moment.weekday() >= SATURDAY:
        moment = _morning(moment, 1)
    return moment if moment == at else moment.replace(hour=mailbox.from_hour)


def _morning(moment: datetime, days: int) -> datetime:
    return (moment + timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)

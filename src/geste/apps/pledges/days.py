"""Days: on which day something happened, by the owner's clocks."""

from datetime import date, datetime

from geste.apps.people.selectors import on_the_clock_of_the_house


def day_of(moment: datetime) -> date:
    """Return the day of a moment as the house counts its days."""
    return on_the_clock_of_the_house(moment).date()

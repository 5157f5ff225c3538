"""Low: one quiet word to whoever looks after the charter about an envelope that is nearly used up."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.ledger.models import LowNotice
from geste.apps.ledger.policies import may_see_books
from geste.apps.ledger.selectors import low_notices
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.core.charter.syntax import Charter
from geste.interfaces.web.speech import amount, language, own
from geste.interfaces.web.visitor import now
from geste.phrases.measures import say_day


@dataclass(frozen=True, slots=True)
class Low:
    """An envelope that is low, and where it is looked after."""

    number: int
    name: str
    left: str
    until: str
    address: str


def low_words(actor: Actor) -> list[Low]:
    """Return what this person is to be told of envelopes; nothing to whoever does not look after them."""
    notices = low_notices() if may_see_books(actor).allowed else []
    if not notices:
        return []
    charter = charter_to_show(at=now()).charter
    return [_low(notice, charter) for notice in notices]


def _low(notice: LowNotice, charter: Charter) -> Low:
    period = notice.period
    envelope = next((it for it in charter.envelopes if it.id == period.envelope), None)
    last = on_the_clock_of_the_house(period.until) - timedelta(microseconds=1)
    of = f"?{urlencode({'of': period.holder})}" if period.holder else ""
    return Low(
        number=notice.pk,
        name=period.envelope if envelope is None else own(envelope.name),
        left=amount(period.left, charter.currency),
        until=say_day(last.date(), language()),
        address=reverse("web:books-envelope", args=[period.envelope]) + of,
    )

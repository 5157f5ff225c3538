"""Letters: the one word by e-mail to whoever looks after the charter, where the house can send and knows to whom."""

import logging
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from geste.apps.charters.selectors import charter_to_show
from geste.apps.ledger.models import LowNotice
from geste.apps.ledger.selectors import letters_due
from geste.apps.ledger.services.note_low import close_letter, take_letter
from geste.apps.notices.selectors import languages_at
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.config.connecting import mail_server
from geste.config.options import Options
from geste.phrases.catalogue import sentence
from geste.phrases.measures import say_day
from geste.printing.amounts import printed_amounts

logger = logging.getLogger(__name__)


def can_write(options: Options) -> bool:
    """Return whether the house can send, and knows to whom."""
    return "email" in options.ways_set_up and bool(options.mail_stewards)


def write_to_stewards(
    options: Options, *, now: datetime, open_server: Callable[[str], BaseEmailBackend] = mail_server
) -> int:
    """Send the letters that are due, and return how many. What does not get away is tried again a quarter later."""
    sent = 0
    for notice, is_of_use in letters_due(at=now):
        if not is_of_use:
            close_letter(notice)
        elif take_letter(notice, now=now) and _are_sent(
            letters_about(notice, options, now=now), open_server(options.mail_url)
        ):
            close_letter(notice)
            sent += 1
    return sent


def letters_about(notice: LowNotice, options: Options, *, now: datetime) -> list[EmailMessage]:
    """Return the letters about one envelope: one for all who read the same language."""
    spoken = languages_at(options.mail_stewards)
    readers: dict[str, list[str]] = {}
    for address in options.mail_stewards:
        readers.setdefault(spoken.get(address.casefold(), options.language), []).append(address)
    return [_letter(notice, options, language=language, to=to, now=now) for language, to in readers.items()]


def _letter(notice: LowNotice, options: Options, *, language: str, to: list[str], now: datetime) -> EmailMessage:
    charter, period = charter_to_show(at=now).charter, notice.period
    envelope = next((it for it in charter.envelopes if it.id == period.envelope), None)
    say = printed_amounts(charter.currency, language)
    last = on_the_clock_of_the_house(period.until) - timedelta(microseconds=1)
    values = {
        "name": period.envelope if envelope is None else envelope.name.in_language(language),
        "left": say(period.left),
        "cap": say(period.cap),
        "until": say_day(last.date(), language),
    }
    subject, body = (sentence(f"email.low.{part}", language).format(**values) for part in ("subject", "body"))
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, f"{body}\n", options.mail_from, to, headers=headers)


def _are_sent(letters: list[EmailMessage], server: BaseEmailBackend) -> bool:
    try:
        return bool(server.send_messages(letters))
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("Stewards could not be written to: %s", error)
        return False

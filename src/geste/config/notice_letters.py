"""Notice letters: e-mail to the people of the house, where it can send and knows where people reach it."""

import logging
import smtplib
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime

from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from geste.apps.notices.models import Letter
from geste.apps.notices.selectors import is_of_use, letters_to_send, news_of_week
from geste.apps.notices.services.send_letter import Became, close_letter, hand_letter, take_letter
from geste.apps.practice.digest import digest_for
from geste.apps.practice.digest import letter_of as digest_letter
from geste.config.connecting import mail_server
from geste.config.options import Options
from geste.phrases.digest import Letter as Words
from geste.phrases.notices import letter_of_news, say_news, with_news

logger = logging.getLogger(__name__)
AT_ONCE = 20
PERMANENT = 500


def can_write_to_people(options: Options) -> bool:
    """Return whether the house can send, and knows what address to write into letters."""
    return "email" in options.ways_set_up and bool(options.address)


def write_to_people(
    options: Options, *, now: datetime, open_server: Callable[[str], BaseEmailBackend] = mail_server
) -> int:
    """Send the letters that are due, each once at the most, and return how many went.

    What a server that is down has surely not got is tried again a quarter of an hour later.
    """
    sent = 0
    for letter in letters_to_send(at=now, at_most=AT_ONCE):
        if not take_letter(letter, now=now):
            continue
        words = words_of(letter, options, now=now) if is_of_use(letter) else None
        if words is None:
            became = Became.NEVER
        else:
            became = _sent(letter, _message(letter, words, options, now), open_server(options.mail_url), now)
        close_letter(letter, became, now=now)
        sent += became is Became.SENT
    return sent


def words_of(letter: Letter, options: Options, *, now: datetime) -> Words | None:
    """Return what a letter says, in the language of whoever it is for; None if there is nothing to say."""
    language = letter.to.language
    if letter.notice is not None:
        line = say_news(letter.notice.kind, letter.notice.facts.get("name", ""), language)
        return letter_of_news(line, language, address=options.address)
    assert letter.week is not None, "a letter is about a notice or a week"
    team = letter.to.team
    digest = digest_for(day=letter.week, team=team, language=language, now=now)
    lines = [say_news(it.kind, it.facts.get("name", ""), language) for it in news_of_week(letter.to_id, until=now)]
    if digest.is_empty and not lines:
        return None
    return with_news(digest_letter(digest, f"{options.address}/digest"), lines, language, address=options.address)


def _message(letter: Letter, words: Words, options: Options, now: datetime) -> EmailMultiAlternatives:
    domain = options.mail_from.rstrip(">").rpartition("@")[2]
    headers = {
        "Message-ID": f"<{letter.key}@{domain}>",
        "Date": format_datetime(now),
        "Auto-Submitted": "auto-generated",
    }
    to = [letter.to.mailbox.address]
    message = EmailMultiAlternatives(words.subject, words.text, options.mail_from, to, headers=headers)
    message.attach_alternative(words.html, "text/html")
    return message


def _sent(letter: Letter, message: EmailMultiAlternatives, server: BaseEmailBackend, now: datetime) -> Became:
    """Give a letter to the server: only once it answers, so that a server that is down is simply asked again."""
    try:
        server.open()
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("The mail server does not answer: %s", error)
        return Became.NOT_NOW
    hand_letter(letter, now=now)
    try:
        server.send_messages([message])
    except smtplib.SMTPRecipientsRefused as refused:
        return _refused(max((code for code, _ in refused.recipients.values()), default=PERMANENT))
    except smtplib.SMTPResponseException as refused:
        return _refused(refused.smtp_code)
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("Nobody knows whether a letter arrived; it is not sent again: %s", error)
        return Became.UNKNOWN
    finally:
        server.close()
    return Became.SENT


def _refused(code: int) -> Became:
    """A refusal for now begins with 4, one for good with 5."""
    return Became.NEVER if code >= PERMANENT else Became.NOT_NOW

"""E-mail: a letter or a voucher in the customer's language, through the mail server the installation names."""

import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email

from geste.apps.execution.ports import Answer, Habits, Operation, Order, Outcome
from geste.core.money import currency_of
from geste.phrases.catalogue import sentence
from geste.printing.amounts import printed_amounts

TRY_AGAIN = (timedelta(minutes=1), timedelta(minutes=15), timedelta(hours=2), timedelta(hours=12))
PERMANENT = 500


class Email:
    """Writes to addresses that somebody has confirmed, under a message number that grows from the promise.

    A repetition carries the same number and the same code: a mail program shows it once, and the voucher is one.
    """

    habits = Habits(delays=TRY_AGAIN)
    operations = frozenset({Operation.VOUCHER, Operation.LETTER})

    def __init__(self, *, sender: str, open_server: Callable[[], BaseEmailBackend]) -> None:
        self._sender = sender
        self._domain = sender.rstrip(">").rpartition("@")[2]
        self._open_server = open_server

    def send(self, order: Order, *, now: datetime) -> Answer:
        """Hand the letter to the mail server."""
        try:
            validate_email(order.recipient)
        except ValidationError:
            return Answer(Outcome.NEEDS_PERSON, reason="recipient.malformed")
        number = f"<{order.key}@{self._domain}>"
        subject, body = words_of(order)
        message = EmailMessage(
            subject,
            body,
            self._sender,
            [order.recipient],
            headers={"Message-ID": number, "Date": format_datetime(now), "Auto-Submitted": "auto-generated"},
        )
        return self._hand_over(message, number)

    def read_back(self, order: Order, *, now: datetime) -> Answer:
        """Say that nobody can tell: a mail server keeps no record for us."""
        del order, now
        return Answer(Outcome.UNREADABLE, reason="email.not_kept")

    def _hand_over(self, message: EmailMessage, number: str) -> Answer:
        try:
            server = self._open_server()
            server.open()
        except (smtplib.SMTPException, OSError):
            return Answer(Outcome.NOT_NOW, reason="email.no_server")
        try:
            server.send_messages([message])
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            return _refusal(max(codes, default=PERMANENT), "email.address_refused")
        except smtplib.SMTPResponseException as refused:
            return _refusal(refused.smtp_code, "email.refused")
        except (smtplib.SMTPException, OSError):
            return Answer(Outcome.UNKNOWN, reason="email.broke_off")
        finally:
            server.close()
        return Answer(Outcome.CONFIRMED, reference=number)


def words_of(order: Order) -> tuple[str, str]:
    """Return subject and body of a letter, in the customer's language."""
    language = order.language
    kind = "voucher" if order.operation is Operation.VOUCHER else "letter"
    values = {"title": order.title, "code": order.code, "amount": _amount(order)}
    subject = sentence(f"email.{kind}.subject", language).format(**values)
    return subject, sentence(f"email.{kind}.body", language).format(**values) + "\n"


def _amount(order: Order) -> str:
    currency = currency_of(order.currency)
    if order.amount is None or currency is None:
        return ""
    return printed_amounts(currency, order.language)(order.amount)


def _refusal(code: int, reason: str) -> Answer:
    """A refusal for now begins with 4, one for good with 5: then a person finds another way to the customer."""
    return Answer(Outcome.NEEDS_PERSON if code >= PERMANENT else Outcome.NOT_NOW, reason=reason)

"""E-mail: the customer's language, one number for every repetition, and each refusal told from a silence."""

import smtplib
from dataclasses import dataclass, field

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from geste.apps.execution.ports import Operation, Outcome
from geste.connectors.email import Email
from tests.connectors.orders import NOW, an_order


@dataclass
class Server(BaseEmailBackend):
    """A mail server that breaks where a test wants it to."""

    at_opening: Exception | None = None
    at_sending: Exception | None = None
    sent: list[EmailMessage] = field(default_factory=list)

    def open(self) -> bool:
        if self.at_opening is not None:
            raise self.at_opening
        return True

    def send_messages(self, email_messages: object) -> int:
        if self.at_sending is not None:
            raise self.at_sending
        self.sent.extend(email_messages)  # type: ignore[arg-type]
        return 1


def through(server: Server) -> Email:
    return Email(sender="Harbour House <care@harbour.example>", open_server=lambda: server)


def test_a_voucher_in_english() -> None:
    server, order = Server(), an_order(Operation.VOUCHER, recipient="lee@example.org", code="K7QM-3XWB-9TFA")

    assert through(server).send(order, now=NOW).outcome is Outcome.CONFIRMED
    (message,) = server.sent
    assert message.subject == "Credit: your voucher of A$18"
    assert message.to == ["lee@example.org"]
    assert message.body.splitlines()[2:5] == [
        "You were promised this: Credit, A$18.",
        "",
        "Your code: K7QM-3XWB-9TFA",
    ]


def test_a_voucher_in_french() -> None:
    server = Server()
    order = an_order(
        Operation.VOUCHER,
        recipient="lee@example.org",
        code="K7QM-3XWB-9TFA",
        language="fr",
        title="Avoir",
        amount=1_250,
    )

    through(server).send(order, now=NOW)

    assert server.sent[0].subject == "Avoir\u00a0: votre bon de 12,50\u00a0$AU"
    assert "Votre code\u00a0: K7QM-3XWB-9TFA" in server.sent[0].body


def test_every_repetition_is_the_same_message() -> None:
    server, order = Server(), an_order(Operation.LETTER, recipient="lee@example.org", amount=None)

    answers = [through(server).send(order, now=NOW) for _ in range(2)]

    first, second = (message.message()["Message-ID"] for message in server.sent)
    assert first == second == f"<{order.key}@harbour.example>" == answers[0].reference


@pytest.mark.parametrize("address", ["", "lee", "lee@", "lee@example.org\nBcc: all@example.org", "a@b@c.org"])
def test_an_address_that_is_none_is_never_written_to(address: str) -> None:
    server = Server()

    answer = through(server).send(an_order(Operation.LETTER, recipient=address), now=NOW)

    assert (answer.outcome, answer.reason, server.sent) == (Outcome.NEEDS_PERSON, "recipient.malformed", [])


@pytest.mark.parametrize(
    ("server", "outcome", "reason"),
    [
        (Server(at_opening=ConnectionRefusedError()), Outcome.NOT_NOW, "email.no_server"),
        (Server(at_opening=smtplib.SMTPAuthenticationError(535, b"no")), Outcome.NOT_NOW, "email.no_server"),
        (Server(at_sending=TimeoutError()), Outcome.UNKNOWN, "email.broke_off"),
        (Server(at_sending=smtplib.SMTPServerDisconnected()), Outcome.UNKNOWN, "email.broke_off"),
        (Server(at_sending=smtplib.SMTPDataError(451, b"later")), Outcome.NOT_NOW, "email.refused"),
        (Server(at_sending=smtplib.SMTPDataError(554, b"never")), Outcome.NEEDS_PERSON, "email.refused"),
        (
            Server(at_sending=smtplib.SMTPRecipientsRefused({"lee@example.org": (550, b"nobody")})),
            Outcome.NEEDS_PERSON,
            "email.address_refused",
        ),
        (
            Server(at_sending=smtplib.SMTPRecipientsRefused({"lee@example.org": (450, b"full")})),
            Outcome.NOT_NOW,
            "email.address_refused",
        ),
    ],
)
def test_what_each_trouble_means(server: Server, outcome: Outcome, reason: str) -> None:
    answer = through(server).send(an_order(Operation.LETTER, recipient="lee@example.org"), now=NOW)

    assert (answer.outcome, answer.reason) == (outcome, reason)

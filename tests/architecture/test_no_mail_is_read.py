"""No mail is read: whoever spoofs a letter starts nothing here, because nothing of ours can receive one."""

import ast

import pytest

from tests.architecture.tree import PACKAGE, imports_of, parsed, python_files, shown

READERS = ("imaplib", "poplib", "mailbox", "smtpd", "aiosmtpd", "nntplib", "email.parser", "email.message_from")


def test_nothing_of_ours_reads_mail() -> None:
    assert [
        f"{shown(path)} {place}" for path in python_files(PACKAGE) for place in imports_of(READERS, parsed(path))
    ] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("import imaplib", ["line 1: imaplib"]),
        ("from email import message_from_bytes", ["line 1: email.message_from_bytes"]),
        ("from email.message import EmailMessage", []),
    ],
)
def test_a_reader_is_found(text: str, places: list[str]) -> None:
    assert imports_of(READERS, ast.parse(text)) == places

"""SMTP server: a real one on loopback (RFC 5321) that keeps what arrives and breaks where a test wants it to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Literal

Trouble = Literal["", "hang up after taking it", "refuse for now", "refuse the address"]


@dataclass
class PostOffice:
    """Where letters arrive. `trouble` is what happens to the next ones."""

    port: int = 0
    trouble: Trouble = ""
    letters: list[EmailMessage] = field(default_factory=list)
    addressed_to: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """What GESTE_MAIL_URL would hold."""
        return f"smtp://127.0.0.1:{self.port}"


class _Conversation(socketserver.StreamRequestHandler):
    """One connection: a greeting, commands in order, and the text of each letter up to a lone point."""

    office: PostOffice

    def handle(self) -> None:
        """Answer until the other side says goodbye, or we hang up."""
        self._say(220, "harbour.example ready")
        recipients: list[str] = []
        while line := self.rfile.readline():
            word = line.split(b" ", 1)[0].strip().upper()
            if word in (b"EHLO", b"HELO"):
                self._say(250, "harbour.example")
            elif word == b"RCPT":
                if self.office.trouble == "refuse the address":
                    self._say(550, "nobody of that name")
                    continue
                recipients.append(line.split(b"<")[1].split(b">")[0].decode())
                self._say(250, "ok")
            elif word == b"DATA":
                if not self._take(recipients):
                    return
            elif word == b"QUIT":
                self._say(221, "goodbye")
                return
            else:
                self._say(250, "ok")

    def _take(self, recipients: list[str]) -> bool:
        if self.office.trouble == "refuse for now":
            self._say(451, "come again")
            return True
        self._say(354, "go on")
        text = b""
        while (line := self.rfile.readline()) != b".\r\n":
            text += line.removeprefix(b".") if line.startswith(b"..") else line
        letter = message_from_bytes(text, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.office.letters.append(letter)
        self.office.addressed_to += recipients
        if self.office.trouble == "hang up after taking it":
            return False
        self._say(250, "taken")
        return True

    def _say(self, code: int, words: str) -> None:
        self.wfile.write(f"{code} {words}\r\n".encode())


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Open a post office, and close it again."""
    office = PostOffice()
    conversation = type("Conversation", (_Conversation,), {"office": office})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), conversation) as server:
        server.daemon_threads = True
        office.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield office
        finally:
            server.shutdown()
            thread.join()

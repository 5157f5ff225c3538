"""Listener: a system that is told, on loopback, with a certificate of its own and as much trouble as a test wants."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NAME = "hooks.example.org"


@dataclass(frozen=True)
class Heard:
    """One message that arrived."""

    path: str
    host: str
    headers: Message
    body: bytes


@dataclass
class Listening:
    """What arrived, and what is answered: the next of `statuses`, then 200; "drop" and "slow" are no answers."""

    port: int
    certificate: Path
    heard: list[Heard] = field(default_factory=list)
    statuses: list[int | str] = field(default_factory=list)
    answer: bytes = b"ok"

    def trusted(self) -> ssl.SSLContext:
        """Return what a caller trusts: this listener's certificate and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))


@contextmanager
def listening() -> Iterator[Listening]:
    """Listen until the block ends."""
    with TemporaryDirectory() as folder:
        certificate, key = _certificate(Path(folder))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        server.daemon_threads = True
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        found = Listening(server.server_port, certificate)
        server.RequestHandlerClass = type("Handler", (_Handler,), {"listening": found})
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield found
        finally:
            server.shutdown()
            server.server_close()


class _Handler(BaseHTTPRequestHandler):
    listening: Listening

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.listening.heard.append(Heard(self.path, str(self.headers["Host"]), self.headers, body))
        status = self.listening.statuses.pop(0) if self.listening.statuses else 200
        if status == "slow":
            time.sleep(1)
        if not isinstance(status, int):
            self.connection.close()
            return
        self.send_response(status)
        if status in (301, 302, 307):
            self.send_header("Location", "https://hooks.example.org/elsewhere")
        self.send_header("Content-Length", str(len(self.listening.answer)))
        self.end_headers()
        self.wfile.write(self.listening.answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, secret

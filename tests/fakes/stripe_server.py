"""Stripe's server: the rules behind real HTTP, with faults on the line. The official library talks to it."""

import json
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.stripe_rules import Charge, Refusal, Rules

ON_THE_LINE = {
    "in_use": Refusal(409, "invalid_request_error", "idempotency_key_in_use"),
    "busy": Refusal(429, "rate_limit_error", "rate_limit"),
    "key": Refusal(401, "invalid_request_error", "api_key_expired"),
}
FAULTS = (
    "none",
    "drop_before",
    "drop_after",
    "500_before",
    "500_after",
    "in_use",
    "busy",
    "key",
    "mismatch",
    "pending",
    "action",
    "failed",
    "refused",
    "balance",
)


@dataclass
class FakeStripe:
    """One Stripe account on loopback. The next calls meet the faults in `faults`, in order; then what `choose` says."""

    rules: Rules
    address: str = ""
    faults: deque[str] = field(default_factory=deque)
    calls: Counter[str] = field(default_factory=Counter)
    choose: Callable[[], str] = lambda: "none"
    delay: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add_payment(self, payment: str, amount: int, currency: str = "aud") -> None:
        """Let somebody have paid."""
        self.rules.charges[payment] = Charge(payment, amount, currency)

    def doubles(self) -> dict[str, int]:
        """Return the gestures for which money moved more than once."""
        return {name: times for name, times in Counter(self.rules.effects).items() if times > 1}


@contextmanager
def stripe_on_loopback(now: datetime) -> Iterator[FakeStripe]:
    """Serve a new account until the block ends."""
    fake = FakeStripe(Rules(now))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"fake": fake}))
    server.daemon_threads = True
    fake.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    fake: FakeStripe
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        params = dict(parse_qsl(self.rfile.read(length).decode()))
        with self.fake.lock:
            fault = self.fake.faults.popleft() if self.fake.faults else self.fake.choose()
            self.fake.calls[fault] += 1
            status, body = self._answer(params, fault)
        time.sleep(self.fake.delay)
        self._reply(status, body, is_dropped=fault in ("drop_before", "drop_after"))

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        with self.fake.lock:
            self.fake.calls["read"] += 1
            status, body = self.fake.rules.get(address.path, dict(parse_qsl(address.query)))
        self._reply(status, body)

    def _answer(self, params: dict[str, str], fault: str) -> tuple[int, dict[str, object]]:
        if fault == "drop_before":
            return 0, {}
        if fault in ON_THE_LINE:
            return ON_THE_LINE[fault].status, dict(ON_THE_LINE[fault].body)
        return self.fake.rules.post(self.path, params, self.headers.get("Idempotency-Key", ""), fault)

    def _reply(self, status: int, body: dict[str, object], *, is_dropped: bool = False) -> None:
        if is_dropped:
            self.close_connection = True
            self.connection.close()
            return
        sent = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

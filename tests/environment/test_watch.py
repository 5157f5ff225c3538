"""The watch sees what a page does wrong, in a real browser against a real server."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from tests.environment.watch import Watch, leaves_this_machine

ICON = "<link rel=icon href=data:,>"
PAGES = {
    "/calm": f"<!doctype html>{ICON}<h1>Calm</h1>",
    "/broken": f"<!doctype html>{ICON}<img src=/missing.png>",
    "/away": f"<!doctype html>{ICON}<img src=http://example.invalid/pixel.png>",
    "/noisy": f"<!doctype html>{ICON}<script>console.error('spilt')</script>",
    "/thrown": f"<!doctype html>{ICON}<script>nothing.here()</script>",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((page or "").encode())

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def seen_and_forgiven(page: Page, watch: Watch, address: str) -> list[str]:
    page.goto(address, wait_until="networkidle")
    seen, watch.seen = watch.seen, []
    return seen


def test_a_calm_page_is_left_alone(page: Page, watch: Watch, site: str) -> None:
    assert seen_and_forgiven(page, watch, f"{site}/calm") == []
    assert page.get_by_role("heading").inner_text() == "Calm"


def test_a_missing_file_is_seen(page: Page, watch: Watch, site: str) -> None:
    assert seen_and_forgiven(page, watch, f"{site}/broken") == [f"answered 404: {site}/missing.png"]


def test_a_status_the_test_expects_is_let_pass(page: Page, watch: Watch, site: str) -> None:
    watch.expect_status(404)

    assert seen_and_forgiven(page, watch, f"{site}/broken") == []


def test_a_request_to_another_machine_is_stopped_and_seen(page: Page, watch: Watch, site: str) -> None:
    assert seen_and_forgiven(page, watch, f"{site}/away") == ["left this machine: http://example.invalid/pixel.png"]


def test_a_console_error_is_seen(page: Page, watch: Watch, site: str) -> None:
    assert seen_and_forgiven(page, watch, f"{site}/noisy") == ["console: spilt"]


def test_an_uncaught_script_error_is_seen(page: Page, watch: Watch, site: str) -> None:
    seen = seen_and_forgiven(page, watch, f"{site}/thrown")

    assert [line.splitlines()[0] for line in seen] == ["script: nothing is not defined"]


@pytest.mark.parametrize(
    ("url", "leaves"),
    [
        ("http://127.0.0.1:8000/", False),
        ("http://localhost/", False),
        ("http://[::1]:8000/", False),
        ("data:image/png;base64,AAAA", False),
        ("https://example.invalid/", True),
        ("ws://10.0.0.1/socket", True),
    ],
)
def test_only_loopback_is_this_machine(*, url: str, leaves: bool) -> None:
    assert leaves_this_machine(url) is leaves

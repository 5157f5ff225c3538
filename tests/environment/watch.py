"""Watch: what a browser did that no page of ours should make it do."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, Route, WebError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
NETWORK_SCHEMES = frozenset({"http", "https", "ws", "wss"})
# The browser and htmx repeat on the console each response and request that failed; those themselves are judged here.
REPEATED = ("Failed to load resource", "htmx:afterRequest", "htmx:sendAbort", "htmx:sendError")


@dataclass
class Watch:
    """Collects refused responses, requests that leave this machine, console errors and uncaught script errors."""

    seen: list[str] = field(default_factory=list)
    expected_statuses: set[int] = field(default_factory=set)

    def expect_status(self, *statuses: int) -> None:
        """Let responses with these statuses pass: the test is about them."""
        self.expected_statuses.update(statuses)

    def attach(self, context: BrowserContext) -> None:
        """Follow every page of this browser context."""
        context.route(leaves_this_machine, self._stop)
        context.on("response", self._response)
        context.on("requestfailed", self._failed)
        context.on("console", self._console)
        context.on("weberror", self._script_error)

    def _stop(self, route: Route) -> None:
        self.seen.append(f"left this machine: {route.request.url}")
        route.abort()

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected_statuses:
            self.seen.append(f"answered {response.status}: {response.url}")

    def _failed(self, request: Request) -> None:
        # A page left while something still loads aborts it; that is navigation, not failure.
        if not leaves_this_machine(request.url) and request.failure != "net::ERR_ABORTED":
            self.seen.append(f"failed, {request.failure}: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(REPEATED):
            self.seen.append(f"console: {message.text}")

    def _script_error(self, error: WebError) -> None:
        self.seen.append(f"script: {error.error}")


def leaves_this_machine(url: str) -> bool:
    """Return whether fetching this address would talk to another machine."""
    parts = urlsplit(url)
    return parts.scheme in NETWORK_SCHEMES and parts.hostname not in LOOPBACK

"""Weight: what a page brings over the wire in a real browser, how soon it shows, and whether anything moves then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Page

from tests.environment.late import wait_for_late_parts

# Asked for before anything of the page runs, so that no early shift is missed.
WATCH_FOR_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const it of list.getEntries()) {
    window.shifts.push([it.value, it.sources.map((source) => source.node?.outerHTML?.slice(0, 90) ?? "?")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
SETTLED = "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250))))"
NOTHING = "about:blank"


@dataclass
class Wire:
    """Everything that comes over the wire until it is cleared: bytes by address, headers included."""

    bytes_by_address: dict[str, int] = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)

    def listen(self, session: CDPSession) -> None:
        """Follow the network of a page. What the browser had kept brings no bytes."""
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event: Mapping[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _came(self, event: Mapping[str, Any]) -> None:
        address = self._addresses[event["requestId"]]
        self.bytes_by_address[address] = self.bytes_by_address.get(address, 0) + int(event["encodedDataLength"])


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a page: bytes by address, milliseconds to the first paint, and what moved with how much."""

    bytes_by_address: dict[str, int]
    first_paint: float
    shifts: list[tuple[float, list[str]]]
    elements: int

    @property
    def weight(self) -> int:
        """Return all bytes that came over the wire."""
        return sum(self.bytes_by_address.values())

    @property
    def requests(self) -> int:
        """Return how many files came over the wire; what the browser had kept did not."""
        return sum(size > 0 for size in self.bytes_by_address.values())

    @property
    def shift(self) -> float:
        """Return by how much the page moved after it was first seen."""
        return sum(value for value, _ in self.shifts)

    def hosts(self) -> set[str]:
        """Return every host the page asked anything of."""
        return {urlsplit(address).netloc for address in self.bytes_by_address if address.startswith(("http", "ws"))}


def visits(context: BrowserContext, address: str) -> tuple[Visit, Visit]:
    """Return a first look at a page, with a browser that has kept nothing, and a second one at once after it."""
    page = context.new_page()
    page.add_init_script(WATCH_FOR_SHIFTS)
    session = context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    wire = Wire()
    wire.listen(session)
    cold, warm = _visit(page, address, wire), _visit(page, address, wire)
    page.close()
    return cold, warm


def _visit(page: Page, address: str, wire: Wire) -> Visit:
    page.goto(NOTHING)
    wire.bytes_by_address.clear()
    page.goto(address, wait_until="load")
    wait_for_late_parts(page)
    page.evaluate(SETTLED)
    return Visit(
        dict(wire.bytes_by_address),
        page.evaluate(FIRST_PAINT),
        page.evaluate("window.shifts"),
        page.evaluate("document.getElementsByTagName('*').length"),
    )

"""Weight: the case page on the real server, in a real browser: light, from our own host, and nothing on it moves."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from geste.demo.names import HOTEL
from tests.environment import chromium
from tests.environment.house import House, opened
from tests.environment.weight import visits
from tests.stories.person import HEIGHT, NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not chromium.chromium_found(), reason=chromium.ADVICE)]
COLD_BYTES, WARM_BYTES = 150_000, 30_000
SEEN = 0.001
"""Less is a thousandth of the screen: nobody sees it, and a first paint halfway through the page comes to that."""
CASE = "/cases/H1"


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """Return the hotel's night, served as visitors are served."""
    with opened(HOTEL) as house:
        yield house


def test_the_case_page_is_light_ours_and_still(house: House, browser: Browser) -> None:
    # One test for both screens: the link opens once, and the session is taken along.
    first = browser.new_context()
    first.new_page().goto(house.home + house.links["agent"])
    session = first.storage_state()

    for width in (NARROW, WIDE):
        context = browser.new_context(viewport={"width": width, "height": HEIGHT}, storage_state=session)
        cold, warm = visits(context, house.home + CASE)
        context.close()
        assert 0 < warm.weight < WARM_BYTES
        assert warm.weight < cold.weight < COLD_BYTES
        assert cold.hosts() | warm.hosts() == {urlsplit(house.home).netloc}
        assert [moved for moved in (*cold.shifts, *warm.shifts) if moved[0] >= SEEN] == []
        # Everything but the page itself, and what past cases say of it, was kept by the browser.
        sent = [address for address, size in warm.bytes_by_address.items() if size]
        assert sent == [house.home + CASE, house.home + CASE + "/nearest?glance"]
    first.close()

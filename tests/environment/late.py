"""Late: the parts that a page asks for once it is open."""

from playwright.sync_api import Page

ALL_IS_THERE = "() => !document.querySelector('[hx-trigger=load], .htmx-request')"


def wait_for_late_parts(page: Page) -> None:
    """Wait until every part has come that the page loads by itself. Who leaves before, breaks a request off."""
    page.wait_for_function(ALL_IS_THERE)

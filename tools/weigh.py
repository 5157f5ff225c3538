"""Weigh: what every page of a demonstration brings over the wire in a real browser, and how soon it shows.

`python -m tools.weigh [COMPANY] [--width PIXELS]` prints a table: bytes of a first visit and of the next one, files,
first paint in milliseconds, what moved after it, elements, and any host other than our own.
"""

import argparse
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from geste.demo.names import HOTEL, NAMES
from tests.environment import chromium
from tests.environment.house import House, opened
from tests.environment.weight import Visit, visits

WIDTH, HEIGHT = 390, 844
TITLES = ("page", "cold B", "files", "warm B", "files", "paint ms", "warm", "shift", "elements")
HEAD = "{:<34}{:>9}{:>7}{:>9}{:>7}{:>10}{:>7}{:>8}{:>10}".format(*TITLES)


def main() -> None:
    """Open the demonstration and weigh each page as the person who sees the most of them."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("company", nargs="?", choices=NAMES, default=HOTEL)
    asked.add_argument("--width", type=int, default=WIDTH)
    asked.add_argument("--only", default="", help="only pages whose address contains this")
    options = asked.parse_args()
    with opened(options.company, is_whole=True) as house, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.chromium_found(), args=list(chromium.LAUNCH_FLAGS)
        )
        print(f"{options.company}, {options.width} px, {browser.version}\n{HEAD}")
        _weigh(browser, house, options.width, options.only)
        browser.close()


def _weigh(browser: Browser, house: House, width: int, only: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": HEIGHT})
    context.new_page().goto(house.home + house.links["owner"])
    for name, address in house.pages["owner"]:
        if only in address:
            cold, warm = visits(context, house.home + address)
            print(_line(name, address, cold, warm), flush=True)
            _say_what_is_wrong(cold, warm, urlsplit(house.home).netloc)


def _line(name: str, address: str, cold: Visit, warm: Visit) -> str:
    return (
        f"{f'{name} {address}'[:33]:<34}{cold.weight:>9,}{cold.requests:>7}{warm.weight:>9,}{warm.requests:>7}"
        f"{cold.first_paint:>10.0f}{warm.first_paint:>7.0f}{cold.shift + warm.shift:>8.4f}{cold.elements:>10}"
    )


def _say_what_is_wrong(cold: Visit, warm: Visit, ours: str) -> None:
    for host in (cold.hosts() | warm.hosts()) - {ours}:
        print(f"    asks another host: {host}")
    for value, what in [*cold.shifts, *warm.shifts]:
        print(f"    moved by {value:.4f}: {' / '.join(what)}")


if __name__ == "__main__":
    main()

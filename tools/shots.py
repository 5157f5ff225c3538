"""Shots: a picture of every page, as an agent and as an owner, in both languages, on a telephone and at a desk.

`python -m tools.shots [COMPANY] [--into FOLDER] [--only TEXT] [--dark]` opens the demonstration and goes through all
its addresses; nothing is listed by hand, so a new page is pictured with the others.
"""

import argparse
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, StorageState, sync_playwright

from geste.demo.names import HOTEL, NAMES
from tests.environment import chromium
from tests.environment.house import House, opened

FOLDER = Path(__file__).resolve().parent.parent / "build" / "shots"
LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}
SIZES = ((390, 844), (1440, 900))
PARTS = ("nobody", "agent", "owner")


def main() -> None:
    """Open the demonstration, picture every page and say where the pictures are."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("company", nargs="?", choices=NAMES, default=HOTEL)
    asked.add_argument("--into", type=Path, default=FOLDER, help="the folder the pictures go to")
    asked.add_argument("--only", default="", help="only pages whose address contains this")
    asked.add_argument("--dark", action="store_true", help="as those see them who chose dark pages")
    options = asked.parse_args()
    with opened(options.company, is_whole=True) as house, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.chromium_found(), args=list(chromium.LAUNCH_FLAGS)
        )
        shown = [
            path
            for part, session in _sessions(browser, house)
            for (language, locale), size in product(LANGUAGES.items(), SIZES)
            for path in _pictures(
                browser.new_context(
                    storage_state=session,
                    locale=locale,
                    viewport={"width": size[0], "height": size[1]},
                    color_scheme="dark" if options.dark else "light",
                ),
                house.home,
                [it for it in house.pages[part] if options.only in it[1]],
                options.into / options.company / f"{language}-{size[0]}" / part,
            )
        ]
        browser.close()
    print(f"{len(shown)} pictures in {options.into / options.company}")


def _sessions(browser: Browser, house: House) -> Iterator[tuple[str, StorageState | None]]:
    """Yield each part with the session of whoever plays it: a link opens once."""
    for part in PARTS:
        context = browser.new_context()
        if part in house.links:
            context.new_page().goto(house.home + house.links[part])
        yield part, context.storage_state()
        context.close()


def _pictures(context: BrowserContext, home: str, pages: list[list[str]], folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    page = context.new_page()
    for name, address in pages:
        page.goto(home + address)
        page.evaluate("document.fonts.ready")
        path = folder / f"{name}{re.sub(r'[^a-z0-9]+', '-', address, flags=re.IGNORECASE)}.png"
        page.screenshot(path=path, full_page=True)
        yield path
    context.close()


if __name__ == "__main__":
    main()

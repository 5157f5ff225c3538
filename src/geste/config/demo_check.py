"""Demo check: one visitor without a browser walks through the demonstration and gives something."""

import re
from html import unescape
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

CASE = "/cases/H1"
GESTURE = "night_credit"
TIMEOUT_SECONDS = 30
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


class CheckFailed(Exception):
    """The demonstration did not do what it promises; the message says where."""


def visit(base: str, entrance: str) -> str:
    """Enter, look at the first case, give the night, and return the address of the receipt.

    Raises:
        CheckFailed: a page is not what it should be.
    """
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    _read(browser, f"{base}{entrance}", expected="/cases/")
    page = _read(browser, f"{base}{CASE}", expected=f'value="{GESTURE}"')[1]
    form = next((form for form in FORM.findall(page) if f'value="{GESTURE}"' in form), "")
    fields = {name: unescape(value) for name, value in HIDDEN.findall(form)}
    fields["amount"] = "390.00"
    address, _ = _read(browser, f"{base}{CASE}/give", expected='class="stamp"', fields=fields)
    if "/receipts/" not in address:
        raise CheckFailed(f"giving led to {address}, not to a receipt")
    return address


def _read(
    browser: OpenerDirector, address: str, *, expected: str, fields: dict[str, str] | None = None
) -> tuple[str, str]:
    data = None if fields is None else urlencode(fields).encode()
    try:
        with browser.open(address, data, timeout=TIMEOUT_SECONDS) as answer:
            reached, text = answer.geturl(), answer.read().decode("utf-8")
    except URLError as error:
        raise CheckFailed(f"{address}: {error}") from error
    if expected not in text:
        raise CheckFailed(f"{address} does not show {expected}")
    return reached, text

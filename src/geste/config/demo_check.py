"""Demo check: one visitor without a browser walks through the demonstration and gives something."""

import re
import subprocess
import sys
import tempfile
import time
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from geste.config.demonstration import Story, prepare_demo
from geste.config.running import LOOPBACK, POLL_SECONDS, free_port, is_open

if TYPE_CHECKING:
    from geste.demo.company import Company

PATIENCE_SECONDS = 60
TIMEOUT_SECONDS = 30
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


class CheckFailed(Exception):
    """The demonstration did not do what it promises; the message says where."""


def check_demo(story: Story) -> int:
    """Start the demonstration in a folder of its own, decide one case over HTTP; return 0 if that worked, else 1."""
    with tempfile.TemporaryDirectory(prefix="geste-demo-") as folder:
        start = prepare_demo(story, data_dir=Path(folder))
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-c", f"from geste.config.running import prepare, serve; prepare(); serve(port={port})"]
        )
        try:
            wait_until_open(port, server)
            visit(f"http://{LOOPBACK}:{port}", start.path, story.company)
        except CheckFailed as failed:
            sys.stderr.write(f"{failed}\n")
            return 1
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)
    return 0


def wait_until_open(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Return when somebody listens on `port`.

    Raises:
        CheckFailed: nobody does in time, or the server has ended.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if is_open(LOOPBACK, port):
            return
        time.sleep(POLL_SECONDS)
    raise CheckFailed("the server did not start")


def visit(base: str, entrance: str, company: str) -> str:
    """Come in, choose the agent's part, give what is the company's proof, and return the address of the receipt.

    Raises:
        CheckFailed: a page is not what it should be.
    """
    from geste.demo.companies import COMPANIES

    known: Company = COMPANIES[company]
    reference, proof = known.proof
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    chooser = _read(browser, f"{base}{entrance}", expected=f'value="{known.first_person}"')[1]
    fields = {**_hidden(chooser, f'value="{known.first_person}"'), "person": known.first_person}
    _read(browser, f"{base}/demo/as", expected="/cases/", fields=fields)
    page = _read(browser, f"{base}/cases/{reference}", expected=f'value="{proof.gesture}"')[1]
    fields = {**_hidden(page, f'value="{proof.gesture}"'), "amount": proof.amount or ""}
    address, _ = _read(browser, f"{base}/cases/{reference}/give", expected='class="stamp"', fields=fields)
    if "/receipts/" not in address:
        raise CheckFailed(f"giving led to {address}, not to a receipt")
    return address


def _hidden(page: str, holding: str) -> dict[str, str]:
    """The hidden fields of the first form of a page that holds something."""
    form = next((form for form in FORM.findall(page) if holding in form), "")
    return {name: unescape(value) for name, value in HIDDEN.findall(form)}


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

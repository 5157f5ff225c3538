"""Pace: how long the server takes for what people wait for at the desk, beside an empty page, in one run.

`python -m tools.pace [COMPANY] [--requests N] [--profile WHAT]` tells twelve weeks, signs the agent in and asks the
application as the server does, through every layer, one kind of request after the other in turn. It prints the median
and the 95th percentile in milliseconds, and how many questions a request put to the database.
"""

import argparse
import cProfile
import gzip
import io
import pstats
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from geste.demo.names import CONTACT_CENTRE, NAMES

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler

REQUESTS = 1_000
WARM_UP = 20
MOST_FUNCTIONS = 70
EMPTY = "an empty page"
SEVERITIES = ("small", "spoiled", "ruined")
TITLES = ("request", "p50 ms", "p95 ms", "worst", "busy p50", "busy p95", "queries", "bytes")
LINE = "{:<36}{:>8}{:>8}{:>8}{:>10}{:>10}{:>9}{:>8}"
SEEN = re.compile(r'name="seen" value="([^"]*)"')
AMOUNT = re.compile(r'id="option-([a-z_]+)-amount"')
STATUS_OK = "200 OK"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application answered, how long it took, and for how much of that the processor was busy with it."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes
    seconds: float
    busy: float

    def text(self) -> str:
        """Return the body as it was before it was compressed."""
        is_packed = ("Content-Encoding", "gzip") in self.headers
        return (gzip.decompress(self.body) if is_packed else self.body).decode()


@dataclass
class Browser:
    """One signed-in visitor, without a network: it asks the application itself and keeps its cookies."""

    application: "WSGIHandler"
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, address: str, form: Mapping[str, str] | None = None, *, is_live: bool = False) -> Answer:
        """Return the answer to one request, its body complete."""
        path, _, query = address.partition("?")
        body = b"" if form is None else urlencode(form).encode()
        environ = {
            "REQUEST_METHOD": "GET" if form is None else "POST",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_ACCEPT_LANGUAGE": "fr-FR,fr;q=0.9",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            **({"HTTP_HX_REQUEST": "true"} if is_live else {}),
        }
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], _error: object = None, /) -> Callable[[bytes], object]:
            told.append((status, headers))
            return body_written_otherwise

        begun, busy = perf_counter(), thread_time()
        answer = self.application(environ, start)
        content = b"".join(answer)
        answer.close()
        seconds, busy = perf_counter() - begun, thread_time() - busy
        ((status, headers),) = told
        for name, value in headers:
            if name == "Set-Cookie":
                kept, _, rest = value.partition("=")
                self.cookies[kept] = rest.partition(";")[0]
        return Answer(status, headers, content, seconds, busy)


def body_written_otherwise(_content: bytes) -> object:
    """Refuse the old way of answering, which Django never takes."""
    raise NotImplementedError


class Form(HTMLParser):
    """Reads what the form with an id would send, as a browser fills it in."""

    def __init__(self, page: str, form: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._form, self._is_inside, self._select = form, False, ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one control."""
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "form":
            self._is_inside = given.get("id") == self._form
        elif not self._is_inside:
            return
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.fields[self._select] = value
        elif tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.fields[name] = value


@dataclass
class Desk:
    """What the agent has open: each case with its facts form, and a gesture with an amount to type."""

    browser: Browser
    forms: dict[str, dict[str, str]]
    gestures: dict[str, str]
    turn: int = 0

    def states_a_fact(self, case: str) -> Answer:
        """Change how bad it is for the customer, as the page sends it, and keep what the answer says is known now."""
        self.turn += 1
        form = {**self.forms[case], "fact:case.severity": SEVERITIES[self.turn % len(SEVERITIES)]}
        answer = self.browser.ask(f"/cases/{case}/facts", form, is_live=True)
        self.forms[case] = {**form, "seen": unescape(SEEN.findall(answer.text())[0])}
        return answer

    def asks_for_a_verdict(self, case: str) -> Answer:
        """Type another amount on a card."""
        self.turn += 1
        query = urlencode({"gesture": self.gestures[case], "amount": f"{self.turn % 90 + 1}"})
        return self.browser.ask(f"/cases/{case}/verdict?{query}", is_live=True)


def desk_of(browser: Browser, cases: list[str]) -> Desk:
    """Open each case once, as somebody does before anything changes on it."""
    pages = {case: browser.ask(f"/cases/{case}").text() for case in cases}
    typed = {case: AMOUNT.findall(page) for case, page in pages.items()}
    return Desk(
        browser,
        {case: Form(page, "facts").fields for case, page in pages.items()},
        {case: found[0] for case, found in typed.items() if found},
    )


def kinds_of(desk: Desk) -> dict[str, Callable[[str], Answer]]:
    """Return every kind of request, by name, as something to ask about a case."""
    browser = desk.browser
    return {
        EMPTY: lambda _case: browser.ask("/empty"),
        "an empty page that knows who asks": lambda _case: browser.ask("/empty-for-agents"),
        "verdict on an amount": desk.asks_for_a_verdict,
        "facts, with every verdict": desk.states_a_fact,
        "case page": lambda case: browser.ask(f"/cases/{case}"),
        "queue": lambda _case: browser.ask("/"),
    }


def main() -> None:
    """Open the company, measure every kind of request in turn, and print what it took."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("company", nargs="?", choices=NAMES, default=CONTACT_CENTRE)
    asked.add_argument("--requests", type=int, default=REQUESTS, help="of each kind")
    asked.add_argument("--profile", default="", help="where the kind of request with this in its name spends its time")
    asked.add_argument("--data", type=Path, help="keep the company in this folder, or find it there")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="geste-pace-") as temporary:
        browser, waiting = opened(options.company, options.data or Path(temporary))
        desk = desk_of(browser, waiting)
        kinds, cases = kinds_of(desk), list(desk.gestures)
        if options.profile:
            kind = next(name for name in kinds if options.profile in name)
            profile(kinds[kind], cases, options.requests)
        else:
            print(f"{options.company}: {options.requests} requests of each kind in turn, over {len(cases)} cases")
            report(measured(kinds, cases, options.requests), {name: asked_of(kinds[name], cases) for name in kinds})


def opened(company: str, folder: Path) -> tuple[Browser, list[str]]:
    """Return a browser in which the company's agent has signed in, and the cases that wait for them."""
    from geste.config.demonstration import Story, prepare_demo

    start = prepare_demo(Story(company), data_dir=folder)

    from geste.apps.cases.selectors import open_cases
    from geste.apps.people.models import User
    from geste.apps.people.selectors import actor_for
    from geste.config import urls
    from geste.config.wsgi import application
    from geste.demo.companies import COMPANIES

    urls.urlpatterns.extend(empty_pages())
    browser = Browser(application)
    browser.ask(start.path)
    agent = actor_for(User.objects.get(username=COMPANIES[company].first_person))
    return browser, [case.reference for case in open_cases(agent)]


def empty_pages() -> "list[Any]":
    """Return two addresses where nothing is: what every request costs on this machine, whatever it asks."""
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    from geste.apps.base.actor import Actor
    from geste.interfaces.web.visitor import for_agents

    def empty(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @for_agents
    def empty_for_agents(_request: HttpRequest, _actor: Actor) -> HttpResponse:
        return HttpResponse()

    return [path("empty", empty), path("empty-for-agents", empty_for_agents)]


def measured(
    kinds: Mapping[str, Callable[[str], Answer]], cases: Sequence[str], requests: int
) -> dict[str, list[Answer]]:
    """Ask one of each kind in turn, so that whatever else the machine does falls on all alike."""
    answers: dict[str, list[Answer]] = {name: [] for name in kinds}
    for number in range(WARM_UP + requests):
        case = cases[number % len(cases)]
        for name, ask in kinds.items():
            answer = ask(case)
            assert answer.status == STATUS_OK, f"{name} of {case}: {answer.status}"
            if number >= WARM_UP:
                answers[name].append(replace(answer, body=b""))
    return answers


def asked_of(ask: Callable[[str], Answer], cases: Sequence[str]) -> tuple[int, int]:
    """Return the most questions that such a request puts to the database, and the most bytes that it answers."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts, sizes = [], []
    for case in cases:
        with CaptureQueriesContext(connection) as asked:
            sizes.append(len(ask(case).body))
        counts.append(len(asked))
    return max(counts), max(sizes)


def report(answers: Mapping[str, list[Answer]], asked: Mapping[str, tuple[int, int]]) -> None:
    """Print the table. Busy is the processor's own time: what else the machine does weighs little on it."""
    print(LINE.format(*TITLES))
    for name, them in answers.items():
        taken = sorted(answer.seconds for answer in them)
        p50, p95 = (at(taken, share) for share in (50, 95))
        busy = sorted(answer.busy for answer in them)
        figures = (p50, p95, taken[-1], at(busy, 50), at(busy, 95))
        print(LINE.format(name, *(f"{figure * 1000:.1f}" for figure in figures), *asked[name]))


def at(taken: Sequence[float], percent: int) -> float:
    """Return the figure below which so many percent of these, sorted, are."""
    return taken[min(len(taken) - 1, len(taken) * percent // 100)]


def profile(ask: Callable[[str], Answer], cases: Sequence[str], requests: int) -> None:
    """Print where one kind of request spends its time."""
    for number in range(WARM_UP):
        ask(cases[number % len(cases)])
    watched = cProfile.Profile()
    with watched:
        for number in range(requests):
            ask(cases[number % len(cases)])
    pstats.Stats(watched).strip_dirs().sort_stats("cumulative").print_stats(MOST_FUNCTIONS)


if __name__ == "__main__":
    main()

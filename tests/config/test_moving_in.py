"""Moving in, in processes of their own: geste serve leads into an empty house once, and people commands know theirs."""

import json
import re
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from tests.config.test_opening import PATIENCE_SECONDS, geste, python, said

FIRST = re.compile(r"Open (?P<home>http://127\.0\.0\.1:\d+)/begin/open/\S+/ to begin\. Stop with Ctrl\+C\.\n")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ANSWERS = (
    ("you", {"owner": "Sophie", "business": "Chez Sophie", "language": "en", "time_zone": "Europe/Paris"}),
    ("vision", {"vision": "Nobody leaves us angry."}),
    ("trade", {"trade": "bakery"}),
    ("charter", {"go": "begin"}),
)


@contextmanager
def served(data: Path) -> Iterator[list[str]]:
    """Start `geste serve` and return the lines it prints."""
    with geste("serve", "--port", "0", "--data", str(data)) as command:
        try:
            assert command.stdout is not None
            first = command.stdout.readline()
            yield [first] if "to begin" in first else [first, command.stdout.readline()]
        finally:
            command.send_signal(signal.SIGTERM)
            command.communicate(timeout=PATIENCE_SECONDS)


def read(browser: OpenerDirector, address: str, fields: dict[str, str] | None = None) -> tuple[str, str]:
    with browser.open(address, None if fields is None else urlencode(fields).encode(), PATIENCE_SECONDS) as answer:
        return answer.geturl(), answer.read().decode()


def typed(*arguments: str) -> str:
    """Return what a command says that works."""
    with geste(*arguments) as command:
        words, wrong = command.communicate(timeout=PATIENCE_SECONDS)
    assert (command.returncode, wrong) == (0, "")
    return words


class Typed(NamedTuple):
    """What a command says, and how it ends."""

    status: int
    words: str
    wrong: str


# Each start of Python costs more than all the commands together.
IN_TURN = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from geste.interfaces.cli.main import run
for arguments in json.loads(sys.argv[1]):
    with redirect_stdout(io.StringIO()) as words, redirect_stderr(io.StringIO()) as wrong:
        status = run(arguments)
    print(json.dumps([status, words.getvalue(), wrong.getvalue()]))
"""


def typed_in_turn(home: Path, *commands: Sequence[str]) -> list[Typed]:
    """Return what each of these people commands says of one house, typed one after the other in one process."""
    lines = json.dumps([("people", *arguments, "--data", str(home)) for arguments in commands])
    with python(IN_TURN, lines) as process:
        said, wrong = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, wrong) == (0, "")
    return [Typed(*json.loads(line)) for line in said.splitlines()]


def test_an_empty_folder_becomes_a_house_that_keeps_what_is_in_it(tmp_path: Path) -> None:
    home = tmp_path / "house"
    with served(home) as [line]:
        found = FIRST.fullmatch(line)
        assert found is not None, line
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        reached, page = read(browser, line.split()[1])
        assert reached == f"{found['home']}/begin/you"
        for step, fields in ANSWERS:
            _, page = read(browser, f"{found['home']}/begin/{step}")
            csrf = TOKEN.search(page)
            assert csrf is not None
            reached, page = read(browser, f"{found['home']}/begin/{step}", {"csrfmiddlewaretoken": csrf[1], **fields})
        assert reached == f"{found['home']}/cases/try-1"
        with pytest.raises(HTTPError) as over:
            read(browser, f"{found['home']}/begin")
        with over.value as answer:
            assert answer.code == 404

    with served(home) as [line, more]:
        assert re.fullmatch(r"Open http://127\.0\.0\.1:\d+/ and sign in\. Stop with Ctrl\+C\.\n", line)
        assert more == "Who has no password comes in with a link: geste people link NAME\n"
    assert typed("people", "list", "--data", str(home)) == "sophie\tSophie\towner\tsteward\n"
    people_are_looked_after(home)


def people_are_looked_after(home: Path) -> None:
    baker = ("--role", "baker")
    added, linked, token, left, listed, *refused = typed_in_turn(
        home,
        ("add", "Zoé", "--role", "counter", "--lang", "fr"),
        ("link", "zoe", "--address", "http://till.example/"),
        ("token", "zoe", "--label", "till"),
        ("leave", "zoe"),
        ("list",),
        ("add", "Sophie", *baker),
        ("add", "Tom", "--role", "pilot"),
        ("add", "Tom", *baker, "--site", "Mars"),
        ("link", "sofie"),
        ("link", "zoe"),
        ("leave", "sophie"),
    )
    assert added == (0, "Zoé is welcome. Make a way in: geste people link zoe\n", "")
    assert re.fullmatch(r"http://till\.example/enter/[\w-]{24}/\n", linked.words)
    assert re.fullmatch(r"[\w-]{43}\n", token.words)
    assert left == (0, "Zoé has left.\n", "")
    assert listed == (0, "sophie\tSophie\towner\tsteward\nzoe\tZoé\tcounter\thas left\n", "")
    roles = "counter, apprentice, baker, driver, owner"
    assert refused == [
        (1, "", f"Error: {words}\n")
        for words in (
            "Somebody here is called Sophie already. Add a letter to tell them apart.",
            f"The charter has no role pilot. It has: {roles}.",
            "There is no place called Mars. There are: Chez Sophie.",
            "Nobody signs in as sofie. Did you mean sophie?",
            "Zoé has left.",
            "Sophie is the last one who looks after the charter. Add another steward first.",
        )
    ]


def test_a_link_that_was_not_used_gives_way_to_the_next(tmp_path: Path) -> None:
    with served(tmp_path) as [line]:
        first = line.split()[1]
    with served(tmp_path) as [line]:
        home = FIRST.fullmatch(line)
        assert home is not None
        old = f"{home['home']}/begin/{first.partition('/begin/')[2]}"
        with pytest.raises(HTTPError) as gone:
            read(build_opener(), old)
        with gone.value as answer:
            assert answer.code == 410
        assert read(build_opener(HTTPCookieProcessor(CookieJar())), line.split()[1])[0].endswith("/begin/you")


def test_people_commands_wait_for_the_first_run(tmp_path: Path) -> None:
    words = said("people", "list", "--data", str(tmp_path))

    assert words == "Error: Nobody has moved in yet. Start geste serve and open the address it prints.\n"

"""House: a demonstration in a process of its own, served as visitors are served: the real server, its files compressed.

Django's live server is neither: what a page weighs and how fast it answers is measured here.
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geste.apps.people.models import User

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
OURS = ("GESTE_", "DATABASE_URL", "DJANGO_")
LINK_LIFE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class House:
    """Where it is open, a link for each part one may play, and the addresses of the pages each of them can see."""

    home: str
    links: dict[str, str]
    pages: dict[str, list[list[str]]]


@contextmanager
def opened(company: str, *, is_whole: bool = False, folder: Path | None = None) -> Iterator[House]:
    """Serve a company's night; whole, with the weeks before it, something on every page, and the pages' addresses."""
    with tempfile.TemporaryDirectory(prefix="geste-house-") as temporary:
        place = str(folder or temporary)
        command = [sys.executable, "-m", "tests.environment.house", place, company, *(["whole"] if is_whole else [])]
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        with subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        ) as served:
            assert served.stdout is not None
            try:
                told = json.loads(served.stdout.readline())
                yield House(**told)
            finally:
                served.terminate()
                served.wait(PATIENCE_SECONDS)


def _open(folder: Path, company: str, *, is_whole: bool) -> None:
    """Tell the story in this process, say where it is open, and serve until stopped."""
    from geste.config.demonstration import Story, prepare_demo
    from geste.config.running import LOOPBACK, free_port, prepare, serve

    os.environ["GESTE_DEMO"] = "yes"
    # Django's own client, which looks through the addresses, calls itself this.
    os.environ["GESTE_ALLOWED_HOSTS"] = f"{LOOPBACK},testserver"
    if is_whole:
        prepare_demo(Story(company), data_dir=folder)
    else:
        prepare(folder)
    port = free_port()
    serve(port=port, told=json.dumps({"home": f"http://{LOOPBACK}:{port}", **_furnished(company, is_whole=is_whole)}))


def _furnished(name: str, *, is_whole: bool) -> dict[str, object]:
    """Return a link for each part one may play, and of a whole house the pages each of them can see."""
    from geste.apps.people.models import User
    from geste.demo.companies import COMPANIES
    from geste.demo.names import HOTEL
    from geste.demo.telling import tell
    from tests.stories import pages

    company = COMPANIES[name]
    if not is_whole:
        tell(company)
    people = {part.plays: User.objects.get(username=part.username) for part in company.parts}
    links = {plays: _link(person) for plays, person in people.items()}
    if not is_whole:
        return {"links": links, "pages": {}}
    if name == HOTEL:
        # What is put on the pages is told of the people of the hotel; elsewhere they show what the weeks have left.
        pages.furnish(User.objects.get(username=company.steward))
    seen = {"nobody": pages.seen_by(None)} | {plays: pages.seen_by(person) for plays, person in people.items()}
    listed = {plays: [(it.name, it.address) for it in them if it.kind == "page"] for plays, them in seen.items()}
    return {"links": links, "pages": listed}


def _link(person: "User") -> str:
    from django.urls import reverse
    from django.utils import timezone

    from geste.apps.people.services.make_sign_in_link import make_sign_in_link

    secret = secrets.token_urlsafe(18)
    make_sign_in_link(user=person, secret=secret, expires_at=timezone.now() + LINK_LIFE)
    return reverse("web:demo-enter", args=[secret])


if __name__ == "__main__":
    _open(Path(sys.argv[1]), sys.argv[2], is_whole="whole" in sys.argv[3:])

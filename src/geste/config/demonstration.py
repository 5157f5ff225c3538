"""Demonstration: opens one of the invented companies in a folder of its own, and tells its story there, once."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from geste.config.running import prepare
from geste.demo.names import HOTEL, SEED

if TYPE_CHECKING:
    from geste.demo.company import Company
    from geste.demo.telling import Listened

FOLDER = "demo"
STORY = "story.json"
DATABASE = "geste.sqlite3"
LINK_LIFE = timedelta(days=1)


class FolderTaken(Exception):
    """The folder holds something else than the story that was asked for; the message says what."""


@dataclass(frozen=True, slots=True)
class Story:
    """Which company's life, and from which seed."""

    company: str = HOTEL
    seed: int = SEED

    @property
    def folder(self) -> str:
        """Return what the folder is called that holds this story and no other."""
        return self.company if self.seed == SEED else f"{self.company}-seed-{self.seed}"


@dataclass(frozen=True, slots=True)
class DemoStart:
    """A demonstration ready to be served: the path at which its visitor comes in, once."""

    path: str
    folder: Path


def prepare_demo(story: Story, *, data_dir: Path | None = None, listened: "Listened | None" = None) -> DemoStart:
    """Prepare a demonstration in `data_dir`, or in a folder of its own, and return how to enter it.

    Its story is told at the first start; what earlier visitors did there stays. Each call makes a new link.

    Raises:
        FolderTaken: the folder holds another story, or data that are no demonstration at all.
    """
    from geste.config.options import Options

    home = data_dir or Options.from_environment(os.environ).data_dir / FOLDER / story.folder
    is_told = claim(home, story)
    os.environ["GESTE_DEMO"] = "yes"
    # Never into the organisation's own database, whatever the environment names.
    for variable in ("GESTE_DATABASE_URL", "DATABASE_URL"):
        os.environ.pop(variable, None)
    prepare(home)

    from django.urls import reverse
    from django.utils import timezone

    from geste.apps.people.models import User
    from geste.apps.people.services.make_sign_in_link import make_sign_in_link
    from geste.demo.companies import COMPANIES

    company = COMPANIES[story.company]
    if not is_told:
        _tell(company, story.seed, listened)
        keep(home, story, is_told=True)
    secret = secrets.token_urlsafe(18)
    person = User.objects.get(username=company.first_person)
    make_sign_in_link(user=person, secret=secret, expires_at=timezone.now() + LINK_LIFE)
    return DemoStart(reverse("web:demo-enter", args=[secret]), home)


def _tell(company: "Company", seed: int, listened: "Listened | None") -> None:
    from django.utils import timezone

    from geste.apps.execution.services.promise import promise_waiting
    from geste.demo.company import life_of
    from geste.demo.telling import in_silence, tell

    with _without_waiting_for_the_disk():
        tell(company, life_of(company, seed=seed), listened or in_silence)
        # What is told was done when it was told; nothing of it ever leaves the machine.
        promise_waiting(now=timezone.localtime())


@contextmanager
def _without_waiting_for_the_disk() -> Iterator[None]:
    """Let commits reach the disk when they may: a story that is interrupted is told on from where it stopped.

    With a rollback journal that holds for everything but a power cut, and then it is told anew in an empty folder.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous=FULL")


def claim(home: Path, story: Story) -> bool:
    """Take a folder for this story, and return whether it has been told there.

    Raises:
        FolderTaken: it holds something else.
    """
    try:
        kept = json.loads((home / STORY).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if (home / DATABASE).exists():
            raise FolderTaken(f"{home} holds data of its own. Choose another folder with --data.") from None
        keep(home, story, is_told=False)
        return False
    found = Story(kept["company"], kept["seed"])
    if found != story:
        raise FolderTaken(
            f"{home} holds {found.company} with seed {found.seed}, not {story.company} with seed {story.seed}. "
            "Choose another folder with --data."
        )
    return bool(kept["told"])


def keep(home: Path, story: Story, *, is_told: bool) -> None:
    """Write down in a folder which story it holds, and whether it has been told to its end."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    told = {"company": story.company, "seed": story.seed, "told": is_told}
    (home / STORY).write_text(json.dumps(told), encoding="utf-8")

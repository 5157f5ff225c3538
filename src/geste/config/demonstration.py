"""Demonstration: opens one of the invented companies in a folder of its own, and tells its story there, once."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from geste.config.running import prepare
from geste.demo.names import HOTEL, LOOKED_ON, SEED, WEEKS

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
    """Which company's life, from which seed, and how many weeks of it.

    `ends` is the day to which it leads. Without one it is the day before it is first told.
    """

    company: str = HOTEL
    seed: int = SEED
    weeks: int = WEEKS
    ends: date | None = field(default=None, compare=False)

    @property
    def folder(self) -> str:
        """Return what the folder is called that holds this story and no other."""
        seed = "" if self.seed == SEED else f"-seed-{self.seed}"
        return f"{self.company}{seed}" + ("" if self.weeks == WEEKS else f"-{self.weeks}-weeks")

    def __str__(self) -> str:
        told = f"{self.company} with seed {self.seed}"
        return told if self.weeks == WEEKS else f"{told} and {self.weeks} weeks"


@dataclass(frozen=True, slots=True)
class Claimed:
    """The story a folder holds, and whether it has been told there to its end."""

    story: Story
    is_told: bool


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
    claimed = claim(home, story)
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
    if not claimed.is_told:
        a_day_before = timezone.now().astimezone(ZoneInfo(company.time_zone)).date() - timedelta(days=1)
        # Written down first: a story that is interrupted goes on to the same end, whichever day that is.
        story = replace(claimed.story, ends=claimed.story.ends or a_day_before)
        keep(home, story, is_told=False)
        _tell(company, story, listened)
        keep(home, story, is_told=True)
    secret = secrets.token_urlsafe(18)
    person = User.objects.get(username=company.first_person)
    make_sign_in_link(user=person, secret=secret, expires_at=timezone.now() + LINK_LIFE)
    return DemoStart(reverse("web:demo-enter", args=[secret]), home)


def _tell(company: "Company", story: Story, listened: "Listened | None") -> None:
    from django.utils import timezone

    from geste.apps.execution.services.promise import promise_waiting
    from geste.demo.company import life_of
    from geste.demo.moving import moved, written_end
    from geste.demo.telling import in_silence, tell

    there = company if story.ends is None else moved(company, ends=story.ends)
    last_day = datetime.combine(written_end(there), time.min, ZoneInfo(company.time_zone))
    with _without_waiting_for_the_disk():
        tell(there, life_of(there, seed=story.seed, weeks=story.weeks, looked_on=LOOKED_ON), listened or in_silence)
        # What was given on the last day still waits for somebody's hands; nothing of it ever leaves the machine.
        promise_waiting(now=timezone.localtime(), done_before=last_day)


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


def claim(home: Path, story: Story) -> Claimed:
    """Take a folder for this story, and return how far it has been told there, and to which day it leads.

    Raises:
        FolderTaken: it holds something else.
    """
    try:
        kept = json.loads((home / STORY).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if (home / DATABASE).exists():
            raise FolderTaken(f"{home} holds data of its own. Choose another folder with --data.") from None
        keep(home, story, is_told=False)
        return Claimed(story, is_told=False)
    ends = date.fromisoformat(kept["ends"]) if kept.get("ends") else None
    found = Story(kept["company"], kept["seed"], kept.get("weeks", WEEKS), ends)
    if found != story:
        raise FolderTaken(f"{home} holds {found}, not {story}. Choose another folder with --data.")
    return Claimed(found, is_told=kept["told"])


def keep(home: Path, story: Story, *, is_told: bool) -> None:
    """Write down in a folder which story it holds, and whether it has been told to its end."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    ends = None if story.ends is None else story.ends.isoformat()
    told = {**asdict(story), "ends": ends, "told": is_told}
    (home / STORY).write_text(json.dumps(told), encoding="utf-8")

"""Commands: those of `geste` that open the house. They stand here because only configuration knows how to run it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource
from django.db.utils import OperationalError

from geste.config import demo_check, running
from geste.config.backups import BackupRefused
from geste.config.demonstration import FolderTaken, Story, prepare_demo
from geste.config.durability import DurabilityRefused
from geste.config.lineage import OfAnotherVersion
from geste.config.moving_in import told_at
from geste.config.options import OptionRefused
from geste.demo.names import HOTEL, MOST_WEEKS, NAMES, SEED, WEEKS

if TYPE_CHECKING:
    from geste.demo.story import ToldCase

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")
_port = click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free port.")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("company", type=click.Choice(NAMES), default=HOTEL)
@click.option("--seed", type=click.IntRange(0), default=SEED, show_default=True, help="Another number, another life.")
@click.option(
    "--weeks", type=click.IntRange(1, MOST_WEEKS), default=WEEKS, show_default=True, help="How long a life it has had."
)
@_data
@_port
@click.option("--check", is_flag=True, help="Start, decide one case over HTTP, stop; status 0 if that worked.")
def demo(company: str, seed: int, weeks: int, data: Path | None, port: int, check: bool) -> None:  # noqa: FBT001
    """Open a company with weeks of life behind it, and print the address at which you choose who you are.

    All three are invented: a hotel, which is opened when nothing is said, a shop that sells lamps online, and a contact
    centre. The first start tells the story; at the next it is there.
    """
    story = Story(company, seed, weeks)
    if check:
        sys.exit(demo_check.check_demo(story))
    is_asked_for = click.get_current_context().get_parameter_source("port") is not ParameterSource.DEFAULT
    with opening():
        port = _port_to_use(port, running.LOOPBACK, is_asked_for=is_asked_for)
        start = prepare_demo(story, data_dir=data, listened=_shown)
        running.serve(
            port=port,
            told=f"Open http://{running.LOOPBACK}:{port}{start.path}\nEverything in it is invented. Stop with Ctrl+C.",
        )


def _shown(cases: Sequence["ToldCase"]) -> Iterator["ToldCase"]:
    with click.progressbar(cases, label="The weeks go by", file=sys.stderr) as bar:
        yield from bar


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@_data
@_port
@click.option("--host", default=running.LOOPBACK, show_default=True, help="Which address to listen on.")
def serve(data: Path | None, port: int, host: str) -> None:
    """Serve the desk and the API on your own data.

    In an empty house the address that is printed leads through the first run, once. Where people live, it is where they
    sign in.
    """
    with opening():
        port = _port_to_use(port, host, is_asked_for=True)
        running.prepare(data)
        require_ways()
        running.serve(host, port, told=told_at(f"http://{_spelled(host)}:{port}"))


def require_ways() -> None:
    """Do nothing if every way out that the options name is installed.

    Raises:
        ClickException: one is not.
    """
    from django.conf import settings

    from geste.config.connecting import NotInstalled, connectors_of

    try:
        connectors_of(settings.GESTE, master=settings.SECRET_KEY)
    except NotInstalled as missing:
        raise click.ClickException(str(missing)) from missing


def _spelled(host: str) -> str:
    """The host as an address holds it. One that means every interface is reached on this machine."""
    shown = running.EVERY_INTERFACE.get(host, host)
    return f"[{shown}]" if ":" in shown else shown


def _port_to_use(port: int, host: str, *, is_asked_for: bool) -> int:
    """Return the port, or a free one where none in particular was asked for. Two houses never share one."""
    if port == 0 or (not is_asked_for and not running.is_free(port, host)):
        return running.free_port(host)
    if not running.is_free(port, host):
        raise click.ClickException(
            f"Port {port} of {host} cannot be used: something listens there already, or you may not. "
            "Choose another with --port, or --port 0 for any free one."
        )
    return port


@contextmanager
def opening() -> Iterator[None]:
    """Say in one line what keeps the house from opening.

    Raises:
        ClickException: an option cannot be read, the data directory not be used or holds something else, or the
            database cannot be reached.
    """
    try:
        yield
    except (BackupRefused, DurabilityRefused, FolderTaken, OfAnotherVersion, OptionRefused) as refused:
        raise click.ClickException(str(refused)) from refused
    except OperationalError as error:
        raise click.ClickException(f"The database cannot be used: {error}") from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{place}{error.strerror or error}") from error

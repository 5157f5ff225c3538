"""Commands: those of `geste` that open the house. They stand here because only configuration knows how to run it."""

import sys
from pathlib import Path

import click

from geste.config import running

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")
_port = click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free port.")


@click.command()
@_data
@_port
@click.option("--check", is_flag=True, help="Start, decide one case over HTTP, stop; status 0 if that worked.")
def demo(data: Path | None, port: int, check: bool) -> None:  # noqa: FBT001
    """Open a ready hotel with its night's cases, and print the address that signs you in."""
    if check:
        sys.exit(running.check_demo())
    start = running.prepare_demo(data)
    port = port or running.free_port()
    click.echo(f"You are {start.person}. Open http://{running.LOOPBACK}:{port}{start.path}")
    click.echo("Everything in it is invented. Stop with Ctrl+C.")
    running.serve(port=port)


@click.command()
@_data
@_port
@click.option("--host", default=running.LOOPBACK, show_default=True, help="Which address to listen on.")
def serve(data: Path | None, port: int, host: str) -> None:
    """Serve the desk and the API on your own data."""
    running.prepare(data)
    port = port or running.free_port()
    click.echo(f"http://{host}:{port}/")
    running.serve(host, port)

"""Work command: what happens behind the desks, in a process of its own."""

import signal
import threading
from pathlib import Path

import click

from geste.config import running
from geste.config.commands import opening, require_ways


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")
@click.option("--once", is_flag=True, help="Do what is due now, and stop.")
def work(data: Path | None, *, once: bool) -> None:
    """Carry out what was promised: hand news on, call Stripe, mail and webhooks, look again where something is open.

    On the embedded database `geste serve` does this by itself. With PostgreSQL, run one or more of these beside the
    server. Ctrl+C, or a polite signal, lets it finish the call it is in.
    """
    with opening():
        running.prepare(data)
        require_ways()
    from geste.config.working import house_chores
    from geste.config.working import work as go_on

    doing = house_chores()
    if once:
        while sum([chore() for chore in doing]):
            pass
        return
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    click.echo("At work. Stop with Ctrl+C.")
    go_on(doing, stop)

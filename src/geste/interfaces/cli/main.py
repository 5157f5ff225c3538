"""Main: the `geste` command. One module for each subject; heavy ones load only when they are called."""

import importlib
import os
import sys
from collections.abc import Sequence

import click

from geste import __version__
from geste.phrases.languages import LANGUAGES, language_of

COMMANDS = {
    "charter": "geste.interfaces.cli.charter:charter",
    "decide": "geste.interfaces.cli.decide:decide",
    "demo": "geste.config.commands:demo",
    "serve": "geste.config.commands:serve",
    "ledger": "geste.config.ledger_commands:ledger",
    "verify": "geste.interfaces.cli.verify:verify",
    "log": "geste.config.log_commands:log",
    "work": "geste.config.work_commands:work",
    "people": "geste.config.people_commands:people",
    "doctor": "geste.config.upkeep_commands:doctor",
    "backup": "geste.config.upkeep_commands:backup",
    "restore": "geste.config.upkeep_commands:restore",
    "resume": "geste.config.upkeep_commands:resume",
    "forget": "geste.config.forget_commands:forget",
    "digest": "geste.config.digest_commands:digest",
    "bench": "geste.interfaces.cli.bench:bench",
}


class LazyGroup(click.Group):
    """A group that imports a command when it is called, so that `geste --help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order above."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, or None."""
        del ctx
        target = COMMANDS.get(cmd_name)
        if target is None:
            return None
        module, _, name = target.partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geste")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of sentences: en or fr. Default: your system's.")
@click.pass_context
def main(ctx: click.Context, lang: str | None) -> None:
    """Geste: put things right on the spot, inside a charter the company can trust."""
    ctx.obj = lang or language_of(os.environ.get("LC_ALL") or os.environ.get("LANG") or "en")
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show an accent must not end the command.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def run(arguments: Sequence[str]) -> int:
    """Run a command line in this process and return its exit status."""
    try:
        main.main(args=list(arguments), standalone_mode=False)
    except click.exceptions.Exit as finished:
        return finished.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0

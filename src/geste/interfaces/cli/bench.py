"""Bench: measured speed beside other engines, in one run."""

import json

import click

from geste.benchmarks import suites
from geste.benchmarks.report import report_of


@click.command()
@click.argument("name", type=click.Choice(suites.NAMES))
@click.option("--rounds", type=click.IntRange(2, 1000), default=suites.ROUNDS, show_default=True, help="Timed rounds.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of tables.")
def bench(name: str, rounds: int, as_json: bool) -> None:  # noqa: FBT001
    """Measure NAME beside the engines installed with the `bench` extra; each must agree on every case first."""
    result = suites.run(name, rounds, lambda title: click.echo(f"{title} ...", err=True))
    click.echo(json.dumps(result.as_json()) if as_json else report_of(result))

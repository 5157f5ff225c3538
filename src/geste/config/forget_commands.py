"""Forget commands: whoever runs the machine takes a customer out of a closed case, knowing what that means."""

from pathlib import Path

import click

from geste.config.inhabited import inhabited, operator
from geste.phrases.catalogue import sentence

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("reference")
@click.option("--yes", is_flag=True, help="Do not ask: what goes and what stays has been read.")
@_data
@click.pass_obj
def forget(language: str, reference: str, *, yes: bool, data: Path | None) -> None:
    """Forget the customer of the closed case REFERENCE. It cannot be undone.

    Says what goes and what stays, and asks. What was promised to the customer has to have reached them.
    """
    with inhabited(data):
        from django.utils import timezone

        from geste.apps.cases.selectors import NoSuchCase, case_called
        from geste.apps.forgetting.services.forget_customer import (
            CaseStillOpen,
            PromiseStillOpen,
            forget_customer,
        )

        try:
            case = case_called(operator(), reference)
        except NoSuchCase as missing:
            raise click.ClickException(f"There is no case {reference}.") from missing
        click.echo(f"{case.reference}: {case.customer_label or case.customer}\n")
        for part in ("goes", "stays"):
            click.echo(sentence(f"forget.{part}", language))
        if not yes:
            click.confirm(sentence("forget.ask", language), abort=True)
        try:
            forget_customer(actor=operator(), case=case, now=timezone.now())
        except CaseStillOpen as waiting:
            raise click.ClickException(f"Case {reference} is open: somebody still waits. Close it first.") from waiting
        except PromiseStillOpen as waiting:
            raise click.ClickException(
                f"Something promised on case {reference} is still under way. See /promises, and forget once it is done."
            ) from waiting
    click.echo(sentence("forget.done", language))

"""People commands: whoever runs the machine welcomes people, lets them in and gives programs their tokens."""

import secrets
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geste.config import running
from geste.config.inhabited import inhabited, operator
from geste.core.findings import nearest

if TYPE_CHECKING:
    from geste.apps.people.models import User

LINK_LIFE = timedelta(days=7)
ADDRESS = f"http://{running.LOOPBACK}:8000"

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")
_who = click.argument("name")


@click.group()
def people() -> None:
    """Who works here, how they come in, and the tokens of programs that act for them."""


@people.command("list")
@_data
def show(data: Path | None) -> None:
    """Show everybody: sign-in name, name, role in the charter."""
    with inhabited(data):
        from geste.apps.people.selectors import everybody

        for user in everybody(operator()):
            marks = [mark for mark, is_so in (("steward", user.is_steward), ("has left", not user.is_active)) if is_so]
            click.echo("\t".join([user.username, user.display_name, user.role, *marks]))


@people.command()
@_who
@click.option("--role", required=True, help="The charter's word for what they do.")
@click.option("--lang", type=click.Choice(("en", "fr")), default="en", show_default=True, help="Their language.")
@click.option("--site", default="", help="Where they work. Default: the only place there is, or every place.")
@click.option("--steward", is_flag=True, help="They look after the charter and the people.")
@_data
def add(name: str, role: str, lang: str, site: str, *, steward: bool, data: Path | None) -> None:
    """Welcome NAME, and print the name they sign in by."""
    with inhabited(data):
        from geste.apps.people.selectors import sites
        from geste.apps.people.services.add_person import Person, PersonRefused, add_person

        _known_role(role)
        places = [place.name for place in sites()]
        person = Person(
            name=name,
            role=role,
            language=lang,
            site=site or (places[0] if len(places) == 1 else ""),
            is_steward=steward,
        )
        try:
            user = add_person(actor=operator(), person=person)
        except PersonRefused as refused:
            said = {
                "name.missing": "A person needs a name.",
                "name.too_long": "The name is too long.",
                "name.twice": f"Somebody here is called {name} already. Add a letter to tell them apart.",
                "site.not_known": f"There is no place called {site}. There are: {', '.join(places)}.",
            }
            raise click.ClickException(said[refused.code]) from refused
        click.echo(f"{user.display_name} is welcome. Make a way in: geste people link {user.username}")


@people.command()
@_who
@click.option("--address", default=ADDRESS, show_default=True, help="Where people reach this installation.")
@_data
def link(name: str, address: str, data: Path | None) -> None:
    """Print an address that signs NAME in, once, within a week."""
    with inhabited(data):
        from django.urls import reverse
        from django.utils import timezone

        from geste.apps.people.services.let_in import HasLeft, let_in

        secret = secrets.token_urlsafe(18)
        user = _known(name)
        try:
            let_in(actor=operator(), username=user.username, secret=secret, expires_at=timezone.now() + LINK_LIFE)
        except HasLeft as left:
            raise click.ClickException(f"{user.display_name} has left.") from left
        click.echo(f"{address.rstrip('/')}{reverse('web:enter', args=[secret])}")


@people.command()
@_who
@click.option("--label", required=True, help="What the program is called, to know it again.")
@_data
def token(name: str, label: str, data: Path | None) -> None:
    """Print a token with which a program acts in NAME's name. It is shown once."""
    with inhabited(data):
        from django.utils import timezone

        from geste.apps.people.services.make_api_token import make_api_token

        user = _known(name)
        if not user.is_active:
            raise click.ClickException(f"{user.display_name} has left.")
        secret = secrets.token_urlsafe(32)
        make_api_token(user=user, label=label, secret=secret, now=timezone.now())
        click.echo(secret)


@people.command()
@_who
@_data
def leave(name: str, data: Path | None) -> None:
    """Close NAME's ways in. Nobody is deleted: what they gave stays theirs."""
    with inhabited(data):
        from django.utils import timezone

        from geste.apps.people.services.say_goodbye import LastSteward, say_goodbye

        user = _known(name)
        try:
            say_goodbye(actor=operator(), username=user.username, now=timezone.now())
        except LastSteward as last:
            raise click.ClickException(
                f"{user.display_name} is the last one who looks after the charter. Add another steward first."
            ) from last
        click.echo(f"{user.display_name} has left.")


def _known(name: str) -> "User":
    from geste.apps.people.selectors import NoSuchPerson, everybody, person_called

    try:
        return person_called(operator(), name)
    except NoSuchPerson as unknown:
        meant = nearest(name, [user.username for user in everybody(operator())])
        hint = f" Did you mean {meant}?" if meant else " geste people list shows everybody."
        raise click.ClickException(f"Nobody signs in as {name}.{hint}") from unknown


def _known_role(role: str) -> None:
    from django.utils import timezone

    from geste.apps.charters.selectors import charter_to_show

    known = [it.id for it in charter_to_show(at=timezone.now()).charter.roles if it.kind == "agent"]
    if role not in known:
        raise click.ClickException(f"The charter has no role {role}. It has: {', '.join(known)}.")

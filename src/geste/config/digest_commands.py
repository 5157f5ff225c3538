"""Digest commands: whoever runs the machine prints the week of the house or of a team, or sends it."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geste.config.inhabited import inhabited
from geste.phrases.digest import Letter

if TYPE_CHECKING:
    from geste.apps.people.models import Team

_data = click.option("--data", type=click.Path(path_type=Path), help="Where everything is kept.")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--day", metavar="YYYY-MM-DD", default="", help="The last of the seven days. Default: today.")
@click.option("--team", default="", help="A team by its name. Default: the whole house.")
@click.option("--html", is_flag=True, help="Print it as HTML.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Send it there instead; may be given several times.")
@_data
@click.pass_obj
def digest(language: str, day: str, team: str, to: tuple[str, ...], *, html: bool, data: Path | None) -> None:
    """Print the last seven days on one page: what was dared, learned, shared, changed and answered.

    No figure stands in it, and no name of anybody who did not agree. With --to it is sent through the mail server of
    the installation.
    """
    with inhabited(data):
        from django.conf import settings
        from django.utils import timezone

        from geste.apps.practice.digest import digest_for, letter_of, zone_for

        whose, now = _team(team), timezone.now()
        last = _day(day) or now.astimezone(zone_for(whose, now)).date()
        where = f"{settings.GESTE.address}/digest/{last}" if settings.GESTE.address else ""
        letter = letter_of(digest_for(day=last, team=whose, language=language, now=now), where)
        if to:
            _send(letter, to, now)
        else:
            click.echo(letter.html if html else letter.text, nl=False)


def _team(name: str) -> "Team | None":
    """The team of this name; of no name, none.

    Raises:
        ClickException: there is none, or there are several.
    """
    from geste.apps.people.selectors import teams

    found = [team for team in teams() if name and team.name.casefold() == name.casefold()]
    if name and len(found) != 1:
        known = ", ".join(sorted({team.name for team in teams()}))
        raise click.ClickException(f"There is no one team called {name}. There are: {known or 'none'}.")
    return found[0] if found else None


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise click.ClickException(f"{typed} is no day such as 2026-05-15.") from error


def _send(letter: Letter, to: tuple[str, ...], now: datetime) -> None:
    """Send a letter, each to one address alone.

    Raises:
        ClickException: no mail server is set up, or it does not take the letter.
    """
    import smtplib
    from email.utils import format_datetime

    from django.conf import settings
    from django.core.mail import EmailMultiAlternatives

    from geste.config.connecting import mail_server

    options = settings.GESTE
    if "email" not in options.ways_set_up:
        raise click.ClickException("No mail server is set up: set GESTE_MAIL_URL and GESTE_MAIL_FROM.")
    headers = {"Date": format_datetime(now), "Auto-Submitted": "auto-generated"}
    told = (letter.subject, letter.text, options.mail_from)
    messages = [EmailMultiAlternatives(*told, [one], headers=headers) for one in to]
    for message in messages:
        message.attach_alternative(letter.html, "text/html")
    try:
        mail_server(options.mail_url).send_messages(messages)
    except (smtplib.SMTPException, OSError) as error:
        raise click.ClickException(f"The mail server did not take it: {error}") from error
    for one in to:
        click.echo(one)

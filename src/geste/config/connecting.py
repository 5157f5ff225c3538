"""Connecting: which ways out of the house this installation has. A demonstration has none but hands."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from geste.apps.execution.ports import Connector, Connectors
from geste.config.options import Options
from geste.connectors.egress import Egress
from geste.connectors.email import Email
from geste.connectors.manual import Manual
from geste.connectors.webhook import Listener, Webhook

MAIL_SECONDS = 20


class NotInstalled(Exception):
    """An option asks for what is not installed; the message says what to install."""


def connectors_of(options: Options, *, master: str) -> Connectors:
    """Return the connectors by name. Nothing of a demonstration ever leaves the machine.

    Raises:
        NotInstalled: a key of Stripe is set and its library is not there.
    """
    made: dict[str, Callable[[], Connector]] = {
        "manual": Manual,
        "webhook": lambda: Webhook(HouseListeners(master), Egress()),
        "email": lambda: Email(sender=options.mail_from, open_server=lambda: mail_server(options.mail_url)),
        "stripe": lambda: _stripe(options.stripe_key),
    }
    return {name: make() for name, make in made.items() if name in options.ways_set_up}


class HouseListeners:
    """The systems this house tells, found in its rows."""

    def __init__(self, master: str) -> None:
        self._master = master

    def find(self, recipient: str) -> Listener | None:
        """Return a listener; None if it is not told any more."""
        from geste.apps.execution.selectors import endpoint_numbered
        from geste.apps.execution.signing import secrets_in_force

        endpoint = endpoint_numbered(int(recipient)) if recipient.isdecimal() else None
        if endpoint is None or endpoint.disabled_at is not None:
            return None
        return Listener(endpoint.url, secrets_in_force(endpoint, master=self._master))

    def gone(self, recipient: str, *, now: datetime) -> None:
        """Keep that a listener said it is gone for good."""
        from geste.apps.execution.services.arrange import disable_endpoint

        disable_endpoint(number=int(recipient), now=now)


def _stripe(key: str) -> Connector:
    try:
        from geste.connectors.stripe import Stripe
    except ImportError as error:
        raise NotInstalled("GESTE_STRIPE_KEY is set, and Stripe's library is not installed: geste[stripe].") from error
    return Stripe(key)


def mail_server(url: str) -> Any:
    """Return the mail server that an address names."""
    from django.core.mail.backends.smtp import EmailBackend

    parts = urlsplit(url)
    is_encrypted = parts.scheme == "smtps"
    return EmailBackend(
        host=parts.hostname,
        port=parts.port or (465 if is_encrypted else 587),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_ssl=is_encrypted,
        use_tls=not is_encrypted and parts.username is not None,
        timeout=MAIL_SECONDS,
    )

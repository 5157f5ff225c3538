"""Signing: the secret of each system that is told. It grows from the installation's own key and is stored nowhere."""

import base64
import hashlib
import hmac

from geste.apps.execution.models import Endpoint

PREFIX = "whsec_"


def secret_of(endpoint: Endpoint, number: int, *, master: str) -> str:
    """Return one secret of an endpoint, as Standard Webhooks writes it. A copy of the database tells nobody."""
    meant = f"webhook|{endpoint.pk}|{number}".encode()
    return PREFIX + base64.b64encode(hmac.new(master.encode(), meant, hashlib.sha256).digest()).decode()


def secrets_in_force(endpoint: Endpoint, *, master: str) -> tuple[str, ...]:
    """Return the secrets that sign, the newest first: two of them while the other side changes over."""
    numbers = [endpoint.secret_number]
    if endpoint.is_rotating:
        numbers.append(endpoint.secret_number - 1)
    return tuple(secret_of(endpoint, number, master=master) for number in numbers)

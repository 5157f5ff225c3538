"""Arrange: say how each kind of gesture is carried out in this house, and which systems are told."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.execution.models import Arrangement, Endpoint
from geste.apps.execution.policies import may_arrange
from geste.apps.execution.ports import Operation
from geste.apps.execution.ways import MANUAL
from geste.core.charter.vocabulary import BEND_KIND, GESTURE_KINDS, OWED_KIND

KINDS = (*GESTURE_KINDS, OWED_KIND, BEND_KIND)
OFFERED: dict[str, tuple[str, Operation]] = {
    "manual": (MANUAL, Operation.BY_HAND),
    "on_the_spot": (MANUAL, Operation.ON_THE_SPOT),
    "email_voucher": ("email", Operation.VOUCHER),
    "email_letter": ("email", Operation.LETTER),
    "stripe_refund": ("stripe", Operation.REFUND),
    "stripe_credit": ("stripe", Operation.CREDIT),
    "webhook": ("webhook", Operation.NOTIFY),
}
"""What may be picked: a connector and what it is asked to do."""
NAME_CHARACTERS, URL_CHARACTERS = 80, 500


class ArrangementRefused(Exception):
    """Nothing was changed; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """How gestures of one kind are to be carried out: what was picked, and the fact or the system that says to whom."""

    kind: str
    way: str
    recipient: str = ""
    endpoint: int | None = None


@transaction.atomic(durable=True)
def arrange(*, actor: Actor, arranged: Arranged) -> None:
    """Keep how gestures of one kind are carried out from now on. What is promised already goes the way it was to go.

    Raises:
        NotPermitted: only a steward may.
        ArrangementRefused: there is no such kind or way, or nothing says to whom.
    """
    require(may_arrange(actor))
    if arranged.kind not in KINDS or arranged.way not in OFFERED:
        raise ArrangementRefused("arrangement.not_offered")
    connector, operation = OFFERED[arranged.way]
    endpoint = Endpoint.objects.filter(pk=arranged.endpoint or 0).first() if connector == "webhook" else None
    if connector == "webhook" and endpoint is None:
        raise ArrangementRefused("endpoint.missing")
    if connector in ("email", "stripe") and not arranged.recipient.strip():
        raise ArrangementRefused("recipient.missing")
    Arrangement.objects.update_or_create(
        kind=arranged.kind,
        defaults={
            "connector": connector,
            "operation": operation.value,
            "recipient": arranged.recipient.strip() if connector != MANUAL else "",
            "endpoint": endpoint,
        },
    )


@transaction.atomic(durable=True)
def keep_endpoint(*, actor: Actor, name: str, url: str) -> Endpoint:
    """Keep the address of a system that is told; the same name again gets the new address and is told again.

    Whether we may call there is looked at each time it is called.

    Raises:
        NotPermitted: only a steward may.
        ArrangementRefused: the name or the address is missing or too long.
    """
    require(may_arrange(actor))
    name, url = name.strip(), url.strip()
    if not name or len(name) > NAME_CHARACTERS:
        raise ArrangementRefused("name.missing")
    if not url.startswith("https://") or len(url) > URL_CHARACTERS:
        raise ArrangementRefused("address.not_https")
    return Endpoint.objects.update_or_create(name=name, defaults={"url": url, "disabled_at": None})[0]


@transaction.atomic(durable=True)
def rotate_secret(*, actor: Actor, number: int) -> Endpoint:
    """Give a system a new secret; the one before signs beside it until it is put away by asking once more.

    Raises:
        NotPermitted: only a steward may.
        ArrangementRefused: there is no such system.
    """
    require(may_arrange(actor))
    endpoint = Endpoint.objects.select_for_update().filter(pk=number).first()
    if endpoint is None:
        raise ArrangementRefused("endpoint.missing")
    if endpoint.is_rotating:
        endpoint.is_rotating = False
    else:
        endpoint.is_rotating, endpoint.secret_number = True, endpoint.secret_number + 1
    endpoint.save(update_fields=["is_rotating", "secret_number"])
    return endpoint


def disable_endpoint(*, number: int, now: datetime) -> None:
    """Keep that a system said it is gone for good: it is told nothing any more."""
    Endpoint.objects.filter(pk=number, disabled_at=None).update(disabled_at=now)

"""Charters: the text in force."""

from django.http import HttpRequest
from ninja import Router

from geste.apps.charters.selectors import charter_in_force
from geste.interfaces.api.v1.callers import now
from geste.interfaces.api.v1.described import READING
from geste.interfaces.api.v1.schemas import Charter

router = Router(tags=["charter"])


@router.get("", response={200: Charter, **READING}, summary="The charter in force")
def show(request: HttpRequest) -> dict[str, object]:
    """Return the charter in force, word for word, with the fingerprint every decision made under it carries."""
    in_force = charter_in_force(at=now())
    purpose = in_force.charter.purpose
    return {
        "id": in_force.charter.id,
        "version": in_force.row.version,
        "digest": in_force.row.digest,
        "effective": in_force.row.effective.isoformat(),
        "currency": in_force.charter.currency.code,
        "purpose": {"en": purpose.en, "fr": purpose.fr},
        "text": in_force.row.text,
    }

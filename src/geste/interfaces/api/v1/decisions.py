"""Decisions: asks the charter in force. Nothing is written, no case is needed."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from geste.apps.charters.selectors import charter_in_force
from geste.core.decision.outputs import as_json
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import now
from geste.interfaces.api.v1.described import DECIDING, body_of
from geste.interfaces.api.v1.schemas import Answer, Question

router = Router(tags=["decisions"])


@router.post(
    "",
    response={200: Answer, **DECIDING},
    summary="Decide",
    openapi_extra=body_of(Question, optional=("id", "standing", "proposal")),
)
def decide(request: HttpRequest) -> dict[str, Any]:
    """Answer one question in the wire form that `geste decide` reads and writes."""
    prepared = charter_in_force(at=now()).prepared
    asked = prepared.read(json_body(request))
    return as_json(prepared.answer(asked), prepared.charter.currency)

"""Rows of refusals."""

from geste.apps.refusals.models.handover import Handover
from geste.apps.refusals.models.refusal import Cause, Policy, Refusal, RefusalKind
from geste.apps.refusals.models.second_incident import SecondIncident
from geste.apps.refusals.models.supervisor_request import SupervisorCause, SupervisorRequest
from geste.apps.refusals.models.wish import Wish

__all__ = [
    "Cause",
    "Handover",
    "Policy",
    "Refusal",
    "RefusalKind",
    "SecondIncident",
    "SupervisorCause",
    "SupervisorRequest",
    "Wish",
]

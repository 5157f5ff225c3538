"""Rows of execution."""

from geste.apps.execution.models.arrangement import Arrangement, Endpoint
from geste.apps.execution.models.attempt import Attempt, Kind
from geste.apps.execution.models.commitment import Commitment
from geste.apps.execution.models.intervention import Intervention, Step
from geste.apps.execution.models.provider_event import ProviderEvent

__all__ = ["Arrangement", "Attempt", "Commitment", "Endpoint", "Intervention", "Kind", "ProviderEvent", "Step"]

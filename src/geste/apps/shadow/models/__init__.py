"""Rows of shadow."""

from geste.apps.shadow.models.plan import NEXT_CHARACTERS, Plan
from geste.apps.shadow.models.stage import Mode, Stage
from geste.apps.shadow.models.would_give import WouldGive

__all__ = ["NEXT_CHARACTERS", "Mode", "Plan", "Stage", "WouldGive"]

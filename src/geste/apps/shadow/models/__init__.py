"""Rows of shadow."""

from geste.apps.shadow.models.stage import Mode, Stage
from geste.apps.shadow.models.would_give import WouldGive

__all__ = ["Mode", "Stage", "WouldGive"]

"""Rows of frictions."""

from geste.apps.frictions.models.hurt import HURT_CHARACTERS, Hurt
from geste.apps.frictions.models.start import GAP_CHARACTERS, ITEM_CHARACTERS, ChecklistItem, Gap, Unclear

__all__ = ["GAP_CHARACTERS", "HURT_CHARACTERS", "ITEM_CHARACTERS", "ChecklistItem", "Gap", "Hurt", "Unclear"]

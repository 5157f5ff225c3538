"""Rows of hops."""

from geste.apps.hops.models.bend import Bend, LocalVariant
from geste.apps.hops.models.hop import Hop, HopAnswer, HopKind, HopSilence
from geste.apps.hops.models.interruption import Interruption

__all__ = ["Bend", "Hop", "HopAnswer", "HopKind", "HopSilence", "Interruption", "LocalVariant"]

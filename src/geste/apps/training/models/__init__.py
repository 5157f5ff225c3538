"""Rows of training."""

from geste.apps.training.models.trial import SelfTrust, Trial

__all__ = ["SelfTrust", "Trial"]

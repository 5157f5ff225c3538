"""Rows of audit."""

from geste.apps.audit.models.log import Checkpoint, Head, Leaf, Node, Tree
from geste.apps.audit.models.pledge_text import PledgeText
from geste.apps.audit.models.receipt import Receipt
from geste.apps.audit.models.signing_key import SigningKey
from geste.apps.audit.models.standstill import Standstill
from geste.apps.audit.models.vault import VaultKey

__all__ = [
    "Checkpoint",
    "Head",
    "Leaf",
    "Node",
    "PledgeText",
    "Receipt",
    "SigningKey",
    "Standstill",
    "Tree",
    "VaultKey",
]

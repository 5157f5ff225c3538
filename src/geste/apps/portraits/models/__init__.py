"""Rows of portraits."""

from geste.apps.portraits.models.consent import Consent
from geste.apps.portraits.models.evidence_file import EvidenceFile, EvidenceItem, EvidenceLink, ItemKind
from geste.apps.portraits.models.look import Look

__all__ = ["Consent", "EvidenceFile", "EvidenceItem", "EvidenceLink", "ItemKind", "Look"]

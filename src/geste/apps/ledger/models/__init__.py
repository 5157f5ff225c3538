"""Rows of the ledger."""

from geste.apps.ledger.models.book import Book
from geste.apps.ledger.models.closed_period import ClosedPeriod
from geste.apps.ledger.models.entry import Entry
from geste.apps.ledger.models.envelope_change import EnvelopeChange, Why
from geste.apps.ledger.models.envelope_period import EnvelopePeriod
from geste.apps.ledger.models.low_notice import LowNotice
from geste.core.ledger.accounts import Account

__all__ = ["Account", "Book", "ClosedPeriod", "Entry", "EnvelopeChange", "EnvelopePeriod", "LowNotice", "Why"]

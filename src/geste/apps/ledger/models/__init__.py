"""Rows of the ledger."""

from geste.apps.ledger.models.book import Book
from geste.apps.ledger.models.entry import Account, Entry

__all__ = ["Account", "Book", "Entry"]

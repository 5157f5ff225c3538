"""Post one: the case of a single entry."""

from geste.apps.ledger.models import Entry
from geste.apps.ledger.services.post_entries import post_entries
from geste.core.ledger.posting import Posting


def post_entry(posting: Posting) -> Entry:
    """Write one posting down for ever, as `post_entries` does with many."""
    return post_entries([posting])[0]

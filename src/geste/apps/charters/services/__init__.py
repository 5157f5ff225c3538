"""Services of charters: one verb per file."""

"""Services of shadow: one verb per file."""

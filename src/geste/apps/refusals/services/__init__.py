"""Services of refusals: one verb per file."""

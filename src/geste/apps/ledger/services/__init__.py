"""Services of ledger: one verb per file."""

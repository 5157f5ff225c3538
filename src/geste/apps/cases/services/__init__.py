"""Services of cases: one verb per file."""

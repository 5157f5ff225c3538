"""Services of frictions: one verb per file."""

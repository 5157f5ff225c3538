"""Services of people: one verb per file."""

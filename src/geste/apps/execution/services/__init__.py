"""Services of execution: one verb per file."""

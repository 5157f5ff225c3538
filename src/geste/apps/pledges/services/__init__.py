"""Services of pledges: one verb per file."""

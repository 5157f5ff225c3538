"""Services of reviews: one verb per file."""

"""Services of hops: one verb per file."""

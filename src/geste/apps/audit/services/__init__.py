"""Services of audit: keeping receipts, growing the tree, changing the key, forgetting."""

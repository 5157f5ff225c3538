"""Audit: receipts, the log of them that only grows, the keys that sign them, and what hides whom they are about."""

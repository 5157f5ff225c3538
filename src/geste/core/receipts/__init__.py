"""Receipts: what a decision proves to whoever keeps it: content, envelope, file, and how each is checked."""

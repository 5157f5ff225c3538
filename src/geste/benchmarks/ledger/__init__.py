"""Ledger: how fast gestures are decided and committed, beside what the database itself can do, in one run."""

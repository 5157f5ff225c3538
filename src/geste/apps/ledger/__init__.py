"""Ledger: what gestures cost the company, in double entry. No account belongs to a person."""

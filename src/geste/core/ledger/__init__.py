"""Ledger: accounts, what each step of a gesture books, and the sums that follow. Values in, values out."""

"""Hops: one person asked for a yes or no within minutes, as states. No rows, no clock."""

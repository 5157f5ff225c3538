"""Refusals: every no, every hand-over and every wish is a decision too, kept with what stood in the way."""

"""Hops: one quick yes or no, extraordinary acts, rules bent, and who of those in charge was interrupted by it."""

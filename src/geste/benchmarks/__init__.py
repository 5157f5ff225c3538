"""Benchmarks: Geste beside other rule engines, on the same charter, in the same run. Loaded only by `geste bench`."""

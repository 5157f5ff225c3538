"""Long runs: the core's properties and hostile texts, a hundred thousand times."""

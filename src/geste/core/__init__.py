"""Rules: frozen values and pure functions. No clock, no chance, no input or output, no framework."""

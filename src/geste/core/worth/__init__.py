"""Worth: what trust may cost at the worst and in all likelihood, and when a gesture pays for itself."""

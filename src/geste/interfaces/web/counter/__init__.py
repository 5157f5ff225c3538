"""Counter: what is given with one tap, where nobody has time for a case."""

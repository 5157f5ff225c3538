"""Wire: the quick way from a line of JSON to a line of JSON, for one prepared charter."""

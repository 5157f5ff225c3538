"""Guards: what a sentence might do to the person who reads it, remarked before it is sent. Never in anybody's way."""

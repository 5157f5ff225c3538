"""Apps: rows. One Django app per concept of the field; reads, writes and nothing of HTTP."""

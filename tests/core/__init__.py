"""Rules proven without Django or a database."""

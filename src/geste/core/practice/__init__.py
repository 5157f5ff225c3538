"""Practice: what others did in cases like this one."""

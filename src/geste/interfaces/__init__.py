"""Doors: HTTP, JSON, terminal. They translate; they hold no rules and write no rows."""

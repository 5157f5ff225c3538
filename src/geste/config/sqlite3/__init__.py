"""Django's engine for SQLite, with a gate before the place where everybody who writes waits."""

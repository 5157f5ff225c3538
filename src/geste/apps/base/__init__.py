"""Base: what every app builds on: actors, permissions, events and rows that are written once."""

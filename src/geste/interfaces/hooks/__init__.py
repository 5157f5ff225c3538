"""Hooks: where other systems send their news. It is checked, kept once and never believed."""

"""Entrance: coming in, going out, and choosing a language."""

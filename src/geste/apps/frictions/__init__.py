"""Frictions: what of our own makes work for customers and for us, found by its coming again. Never about people."""

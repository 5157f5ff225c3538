"""Adoption: for whoever leads, what shadow has shown, what it could cost at the worst, and the ways on."""

"""Charters: the texts a company has published, and which one is in force."""

"""Torture: crowds, storms, kills and power cuts, and what must be true whatever they do."""

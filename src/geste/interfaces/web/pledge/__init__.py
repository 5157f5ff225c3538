"""Pledge: what is promised to whoever decides, who stands behind it, and what becomes of a promise that was broken."""

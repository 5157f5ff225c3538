"""Rows of refusals."""

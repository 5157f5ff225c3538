"""Geste: room to put things right for a customer, inside bounds a company can trust."""

__version__ = "0.1.0"

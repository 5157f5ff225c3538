"""Execution: what was promised to a customer is done, once, and seen to be done."""

"""Services of portraits."""

"""Services of forgetting."""

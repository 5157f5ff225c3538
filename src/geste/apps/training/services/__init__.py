"""Services of training."""

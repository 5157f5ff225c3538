"""Services of notices: each verb in a file of its own."""

"""Cases: what went wrong, or was asked for, with one customer."""

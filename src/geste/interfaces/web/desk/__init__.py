"""The agent's desk: the cases, one case with everything one may do, and the receipt."""

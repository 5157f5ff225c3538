"""Forgetting: what says who a customer was is taken out of the whole house. What was given, and every proof, stays."""

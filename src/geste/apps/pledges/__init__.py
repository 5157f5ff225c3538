"""Pledges: the three promises and who signed them, reports of a broken one, managers aboard, and what people fear."""

"""Simulation: weeks of life made from a seed. Values in, values out: no rows, no clock, and chance in one place."""

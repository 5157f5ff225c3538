"""Printing: what leaves on paper. Lays words out in PDF; it knows the core and the phrases, no rows and no requests."""

"""Notices: what there is to hear of, quietly, and how one wants to hear of it."""

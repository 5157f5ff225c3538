"""Services of gestures: one verb per file."""

"""Books: what gestures cost, for whoever answers for the money. Sums by account and envelope, never by person."""

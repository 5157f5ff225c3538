"""Services of practice: one verb each."""

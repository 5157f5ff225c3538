"""Reviews: which decisions are looked at again, what may be said of them, and until when somebody owes a word."""

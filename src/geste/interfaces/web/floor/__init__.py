"""The floor: the desk of whoever looks after others: words that are owed, choices to look at, words to put right."""

"""Names: what the three businesses are called at the command line, the usual seed and length. Nothing of Django."""

HOTEL, SHOP, CONTACT_CENTRE = "hotel", "shop", "contact_centre"
NAMES = (HOTEL, SHOP, CONTACT_CENTRE)

SEED = 1
"""The life a demonstration has when nobody asks for another."""

WEEKS, MOST_WEEKS = 12, 104
"""How long a life is when nobody asks for another length, and the longest there is."""

LOOKED_ON = 3
"""How many weeks people were in shadow before that, and only wrote down what they would have given."""

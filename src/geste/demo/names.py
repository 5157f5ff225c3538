"""Names: what the three businesses are called at the command line, and the usual seed. Knows nothing of Django."""

HOTEL, SHOP, CONTACT_CENTRE = "hotel", "shop", "contact_centre"
NAMES = (HOTEL, SHOP, CONTACT_CENTRE)

SEED = 1
"""The life a demonstration has when nobody asks for another."""

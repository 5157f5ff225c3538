"""Practice on pages: cases like this one, what colleagues shared, stories, thanks, what is needed, Friday's page."""

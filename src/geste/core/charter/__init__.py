"""Charter: the text that says what may be given, read with places, checked, and kept in one typed form."""

"""Web: the pages, by desk."""

"""Mine: the pages of one person about themselves. Nobody else opens them."""

"""Shadow: a way in for those who doubt. What people would give is decided and written down, and nothing is given."""

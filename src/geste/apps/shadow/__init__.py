"""Shadow: a way in for who doubts. What people would give is decided and written down, and nothing is given."""

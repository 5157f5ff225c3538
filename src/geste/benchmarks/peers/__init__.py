"""Peers: one module per engine, each the most favourable honest encoding of the same rules."""

"""Log: a Merkle tree that only grows, its proofs, and the signed checkpoints that others remember (RFC 6962, 9162)."""

"""Promises: what was promised and is not yet done, and which ways lead out of this house."""
